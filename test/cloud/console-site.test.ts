import { createContext, runInContext } from 'node:vm';
import { Match } from 'aws-cdk-lib/assertions';
import { findPageCode } from '../../lib/cloud/pages/site-paths.ts';
import { synthesizedStack } from './synthesized-stack.ts';

const template = synthesizedStack();
const [distribution] = Object.values(template.findResources('AWS::CloudFront::Distribution'));
const config = distribution?.Properties.DistributionConfig;

test('the pages’ bucket is nobody’s but CloudFront’s', () => {
  template.hasResourceProperties('AWS::S3::Bucket', {
    PublicAccessBlockConfiguration: {
      BlockPublicAcls: true,
      BlockPublicPolicy: true,
      IgnorePublicAcls: true,
      RestrictPublicBuckets: true,
    },
  });
  const [policy] = Object.values(template.findResources('AWS::S3::BucketPolicy'));
  const statements: { Effect: string; Action: unknown; Principal: unknown; Condition: unknown }[] =
    policy?.Properties.PolicyDocument.Statement;
  expect(statements).toContainEqual(
    expect.objectContaining({
      Effect: 'Deny',
      Condition: { Bool: { 'aws:SecureTransport': 'false' } },
    }),
  );
  const readers = statements.filter(({ Action }) => Action === 's3:GetObject');
  expect(readers).toEqual([
    expect.objectContaining({ Principal: { Service: 'cloudfront.amazonaws.com' } }),
  ]);
});

describe('the content security policy', () => {
  const [headers] = Object.values(template.findResources('AWS::CloudFront::ResponseHeadersPolicy'));
  const security = headers?.Properties.ResponseHeadersPolicyConfig.SecurityHeadersConfig;
  const [, parts] = security.ContentSecurityPolicy.ContentSecurityPolicy['Fn::Join'];
  const policy: string = parts
    .map((part: unknown) => (typeof part === 'string' ? part : `<${JSON.stringify(part)}>`))
    .join('');
  const directives = new Map(
    policy.split('; ').map((text): [string, string] => {
      const [name = '', ...sources] = text.split(' ');
      return [name, sources.join(' ')];
    }),
  );

  test('runs the site’s own scripts and styles, and nothing inline', () => {
    expect(directives.get('default-src')).toBe("'none'");
    expect(directives.get('script-src')).toBe("'self'");
    expect(directives.get('style-src')).toBe("'self'");
    expect(policy).not.toMatch(/unsafe|data:|\*/);
  });

  test('lets pages speak with sign-in, with sockets and with Twilio’s edge, no others', () => {
    const sources = directives.get('connect-src') ?? '';
    expect(sources).toMatch(/^'self' /);
    expect(sources).toContain('wss://');
    expect(sources).toContain('.execute-api.');
    expect(sources).toContain('.auth.');
    expect(sources).toContain('wss://voice-js.roaming.twilio.com');
    expect(sources).toContain('https://eventgw.twilio.com');
  });

  test('lets nobody frame a page', () => {
    expect(directives.get('frame-ancestors')).toBe("'none'");
    expect(security.FrameOptions).toEqual({ FrameOption: 'DENY', Override: true });
  });

  test('is joined by HTTPS for two years', () => {
    expect(security.StrictTransportSecurity.AccessControlMaxAgeSec).toBe(2 * 365 * 24 * 3600);
  });
});

describe('the API on the pages’ own site', () => {
  const [api] = config.CacheBehaviors;

  test('is never kept, and gets the token and every method', () => {
    expect(api).toMatchObject({
      PathPattern: '/api/*',
      // Managed policies: CachingDisabled, AllViewerExceptHostHeader.
      CachePolicyId: '4135ea2d-6df8-44a3-9df3-4b5a84be39ad',
      OriginRequestPolicyId: 'b689b0a8-53d0-40ab-baf2-68738e2966ac',
      ViewerProtocolPolicy: 'https-only',
    });
    expect(api.AllowedMethods).toContain('PATCH');
  });

  test('says its own errors: no error page takes their place', () => {
    for (const response of config.CustomErrorResponses) {
      expect(Object.keys(response).sort()).toEqual(['ErrorCachingMinTTL', 'ErrorCode']);
    }
  });

  test('an error of one caller is not handed to the next', () => {
    const kept = config.CustomErrorResponses.filter(
      ({ ErrorCachingMinTTL }: { ErrorCachingMinTTL: number }) => ErrorCachingMinTTL !== 0,
    );
    expect(kept).toEqual([]);
    const codes = config.CustomErrorResponses.map(
      ({ ErrorCode }: { ErrorCode: number }) => ErrorCode,
    );
    expect(codes).toEqual([400, 403, 404, 405, 414, 416, 500, 501, 502, 503, 504]);
  });
});

test('writes no log of paths', () => {
  expect(config.Logging).toBeUndefined();
});

describe('what is brought there', () => {
  test('assets for a year, pages anew each time; nothing is taken away from open desks', () => {
    const brought = Object.values(template.findResources('Custom::CDKBucketDeployment'));
    const cacheControl = ({ Properties }: (typeof brought)[number]) => [
      Properties.DestinationBucketKeyPrefix ?? '',
      Properties.SystemMetadata['cache-control'],
    ];
    expect(Object.fromEntries(brought.map(cacheControl))).toEqual({
      assets: 'public, max-age=31536000, immutable',
      '': 'no-cache',
    });
    for (const { Properties } of brought) expect(Properties.Prune).toBe(false);
  });
});

describe('an address', () => {
  const context = createContext({});
  runInContext(findPageCode({ '': 'index.html', supervisor: 'supervisor.html' }), context);
  const answerTo = (uri: string) => {
    context.event = { request: { uri } };
    return runInContext('handler(event)', context);
  };

  test.each([
    ['/', '/index.html'],
    ['/supervisor', '/supervisor.html'],
    ['/assets/desk-ABCDEFGH.js', '/assets/desk-ABCDEFGH.js'],
    ['/console.json', '/console.json'],
    ['/icon.svg', '/icon.svg'],
    ['/app.webmanifest', '/app.webmanifest'],
    ['/licences.txt', '/licences.txt'],
    ['/sorry-en.xml', '/sorry-en.xml'],
  ])('%s leads to %s', (uri, file) => {
    expect(answerTo(uri)).toEqual({ uri: file });
  });

  test('with a slash too many is put right', () => {
    expect(answerTo('/supervisor/')).toMatchObject({
      statusCode: 301,
      headers: { location: { value: '/supervisor' } },
    });
  });

  test.each(['/admin', '/index.php', '/assets/../console', '/assets/a.html', '/__proto__'])(
    '%s is no page',
    (uri) => {
      expect(answerTo(uri)).toMatchObject({ statusCode: 404 });
    },
  );
});

test('a domain of its own brings its certificate and TLS 1.2', () => {
  const certificate = 'arn:aws:acm:us-east-1:123456789012:certificate/0a1b';
  const stack = synthesizedStack({
    consoleDomain: 'desk.example.com',
    consoleCertificateArn: certificate,
  });
  stack.hasOutput('ConsoleUrl', { Value: 'https://desk.example.com' });
  stack.hasResourceProperties('AWS::CloudFront::Distribution', {
    DistributionConfig: Match.objectLike({
      Aliases: ['desk.example.com'],
      ViewerCertificate: {
        AcmCertificateArn: certificate,
        MinimumProtocolVersion: 'TLSv1.2_2021',
        SslSupportMethod: 'sni-only',
      },
    }),
  });
  stack.hasResourceProperties('AWS::Cognito::UserPoolClient', {
    CallbackURLs: ['https://desk.example.com/', 'https://desk.example.com/supervisor'],
  });
});

test('the stage of one machine hosts nothing', () => {
  const local = synthesizedStack({ stage: 'local' });
  for (const type of ['S3::Bucket', 'CloudFront::Distribution', 'Cognito::UserPool']) {
    local.resourceCountIs(`AWS::${type}`, 0);
  }
});

test('what CloudFront names once for the account carries the region', () => {
  const named = [
    ['AWS::CloudFront::ResponseHeadersPolicy', 'ResponseHeadersPolicyConfig'],
    ['AWS::CloudFront::OriginAccessControl', 'OriginAccessControlConfig'],
  ] as const;
  for (const [type, settings] of named) {
    const [{ Properties } = { Properties: {} }] = Object.values(template.findResources(type));
    expect(JSON.stringify(Properties[settings].Name)).toContain('AWS::Region');
  }
});
