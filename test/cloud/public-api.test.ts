import { Match, type Template } from 'aws-cdk-lib/assertions';
import type { SupervisorPorts } from '../../lambdas/handlers/api/http/api-env.ts';
import { supervisorRoutes } from '../../lambdas/handlers/supervisor-api/supervisor-routes.ts';
import { repeatRule } from '../../lambdas/ports/calls/voice-paths.ts';
import { synthesizedStack } from './synthesized-stack.ts';

const template = synthesizedStack({ stage: 'local' });

/** By route key, without the hash that CDK gives to names. Routes lead to a function's alias. */
function functionsByRoute(stack: Template): Record<string, string> {
  const integrations = stack.findResources('AWS::ApiGatewayV2::Integration');
  const aliases = stack.findResources('AWS::Lambda::Alias');
  const entries = Object.values(stack.findResources('AWS::ApiGatewayV2::Route')).map(
    ({ Properties }) => {
      const [, [, { Ref: integration }]] = Properties.Target['Fn::Join'];
      const uri = integrations[integration]?.Properties.IntegrationUri;
      const { FunctionName } = aliases[uri.Ref]?.Properties ?? {};
      return [Properties.RouteKey, String(FunctionName?.Ref).slice(0, -8)];
    },
  );
  return Object.fromEntries(entries);
}

const routes = (stack: Template) =>
  Object.values(stack.findResources('AWS::ApiGatewayV2::Route')).map(
    ({ Properties }) => `${Properties.RouteKey} ${Properties.AuthorizationType}`,
  );

test('asks for a token everywhere but at the webhooks, which Twilio signs, and the sockets', () => {
  const all = routes(template).filter(
    (route) => !/^(GET|POST|PUT|DELETE) \/api\/.* JWT$/.test(route),
  );
  expect(all.sort()).toEqual([
    '$connect NONE',
    '$default NONE',
    '$disconnect NONE',
    'ANY /api/{proxy+} JWT',
    'GET /api/calendar/{kind}/{id}/{secret} NONE',
    'GET /api/docs NONE',
    'GET /api/openapi.json NONE',
    'POST /caller/{step} NONE',
    'POST /events/{leg} NONE',
    'POST /voice/browser NONE',
    'POST /voice/desk-phone NONE',
    'POST /voice/inbound NONE',
    'POST /voice/script NONE',
    'POST /voice/{step} NONE',
  ]);
});

test('every route of the console leads to the function that answers it', () => {
  const led = Object.entries(functionsByRoute(template)).filter(([route]) =>
    route.includes('/api'),
  );
  const supervisors = supervisorRoutes({} as SupervisorPorts).map(
    ({ declaration: { method, path } }) => [`${method} ${path}`, 'ConsoleSupervisorApi'],
  );
  expect(Object.fromEntries(led)).toEqual({
    'ANY /api/{proxy+}': 'ConsoleApi',
    'GET /api/openapi.json': 'ConsoleOpenApi',
    'GET /api/docs': 'ConsoleOpenApi',
    'GET /api/calendar/{kind}/{id}/{secret}': 'ConsoleCalendar',
    ...Object.fromEntries(supervisors),
  });
});

test('has no API of a console that is not wanted', () => {
  const stack = synthesizedStack({ console: 'none' });
  expect(routes(stack).filter((route) => route.includes('/api'))).toEqual([]);
});

test('answers Twilio before Twilio gives up', () => {
  template.hasResourceProperties('AWS::Lambda::Function', {
    Description: Match.stringLikeRegexp('^Answers Twilio'),
    Timeout: 10,
  });
});

test('a phone whose function failed hears a file beside the pages, which runs nothing', () => {
  const hosted = synthesizedStack();
  const { Value } = hosted.toJSON().Outputs.TwilioPhoneNumberVoiceFallbackUrl;
  const [site] = Object.keys(hosted.findResources('AWS::CloudFront::Distribution'));
  expect(JSON.stringify(Value)).toContain(JSON.stringify({ 'Fn::GetAtt': [site, 'DomainName'] }));
  hosted.hasResourceProperties('AWS::Lambda::Function', {
    Environment: {
      Variables: Match.objectLike({
        APOLOGY_BASE_URL: {
          'Fn::Join': ['', ['https://', { 'Fn::GetAtt': [site, 'DomainName'] }]],
        },
      }),
    },
  });
});

test('where the stack hosts no pages, apologies stand where the deployment says, or nowhere', () => {
  const nowhere = synthesizedStack({ console: 'none' });
  nowhere.hasResourceProperties('AWS::Lambda::Function', {
    Environment: { Variables: Match.objectLike({ APOLOGY_BASE_URL: '' }) },
  });
  const apologiesAt = 'https://pages.example.com';
  synthesizedStack({ console: 'none', apologiesAt }).hasOutput(
    'TwilioPhoneNumberVoiceFallbackUrl',
    { Value: `${apologiesAt}/sorry-en.xml${repeatRule}` },
  );
});

describe('what strangers can do', () => {
  test('is limited in pace on every door', () => {
    const stages = Object.values(template.findResources('AWS::ApiGatewayV2::Stage'));
    expect(stages).toHaveLength(2);
    for (const { Properties } of stages) {
      expect(Properties.DefaultRouteSettings.ThrottlingRateLimit).toBeLessThanOrEqual(2000);
    }
  });

  test('is logged by its route, never by its path or query', () => {
    for (const { Properties } of Object.values(
      template.findResources('AWS::ApiGatewayV2::Stage'),
    )) {
      const { Format } = Properties.AccessLogSettings;
      expect(JSON.parse(Format).route).toBe('$context.routeKey');
      expect(Format).not.toMatch(/path|query|identity|body|requestOverride|resourcePath/i);
    }
  });
});

describe('a domain of its own', () => {
  const domain = 'calls.example.com';
  const certificate = 'arn:aws:acm:eu-west-2:123456789012:certificate/0a1b';
  const stack = synthesizedStack({ apiDomain: domain, apiCertificateArn: certificate });

  test('leads to the API without a mapping key, which signatures would lack', () => {
    stack.hasResourceProperties('AWS::ApiGatewayV2::ApiMapping', {
      DomainName: { Ref: Match.stringLikeRegexp('^ApiDomain') },
      ApiMappingKey: Match.absent(),
    });
    stack.hasResourceProperties('AWS::ApiGatewayV2::DomainName', {
      DomainName: domain,
      DomainNameConfigurations: [
        Match.objectLike({ CertificateArn: certificate, SecurityPolicy: 'TLS_1_2' }),
      ],
    });
  });

  test('is what Twilio is told, and what signatures are checked over', () => {
    stack.hasOutput('TwilioPhoneNumberVoiceUrl', {
      Value: `https://${domain}/voice/inbound${repeatRule}`,
    });
    stack.hasOutput('ApiDomainTarget', {});
    stack.hasResourceProperties('AWS::Lambda::Function', {
      Environment: { Variables: Match.objectLike({ PUBLIC_BASE_URLS: `https://${domain}` }) },
    });
  });

  test('may be a gateway that is not ours', () => {
    const behind = synthesizedStack({ publicBaseUrl: 'https://calls.example.com' });
    behind.hasOutput('TwilioPhoneNumberVoiceUrl', {
      Value: `https://calls.example.com/voice/inbound${repeatRule}`,
    });
    behind.resourceCountIs('AWS::ApiGatewayV2::DomainName', 0);
  });
});

test('the outputs are the fields of Twilio’s console', () => {
  const ends = (name: string) => JSON.stringify(template.toJSON().Outputs[name]?.Value);
  expect({
    number: ends('TwilioPhoneNumberVoiceUrl'),
    numberFallback: ends('TwilioPhoneNumberVoiceFallbackUrl'),
    numberStatus: ends('TwilioPhoneNumberStatusCallbackUrl'),
    app: ends('TwimlAppVoiceRequestUrl'),
    appFallback: ends('TwimlAppVoiceFallbackUrl'),
    domain: ends('SipDomainVoiceRequestUrl'),
    domainFallback: ends('SipDomainVoiceFallbackUrl'),
  }).toEqual({
    number: expect.stringContaining(`/voice/inbound${repeatRule}"`),
    numberFallback: expect.stringContaining(`/sorry-en.xml${repeatRule}"`),
    numberStatus: expect.stringContaining(`/events/inbound${repeatRule}"`),
    app: expect.stringContaining(`/voice/browser${repeatRule}"`),
    appFallback: expect.stringContaining(`/sorry-en.xml${repeatRule}"`),
    domain: expect.stringContaining(`/voice/desk-phone${repeatRule}"`),
    domainFallback: expect.stringContaining(`/sorry-en.xml${repeatRule}"`),
  });
});

test('each door has a throttle of its own, and the stage waits for its routes', () => {
  const stack = synthesizedStack({ stage: 'staging' });
  const [stage] = Object.values(stack.findResources('AWS::ApiGatewayV2::Stage')).filter(
    ({ Properties }) => Properties.StageName === '$default',
  );
  const routes = Object.values(stack.findResources('AWS::ApiGatewayV2::Route'))
    .map(({ Properties }) => Properties.RouteKey)
    .filter((key) => !key.startsWith('$'));
  expect(Object.keys(stage?.Properties.RouteSettings).sort()).toEqual(routes.sort());
  expect(stage?.Properties.RouteSettings['POST /caller/{step}']).toEqual({
    ThrottlingBurstLimit: 600,
    ThrottlingRateLimit: 300,
  });
  expect(stage?.DependsOn.length).toBeGreaterThanOrEqual(routes.length);
});

test('functions are kept for the voice where the stage says how many, and a second address is known', () => {
  const more = { voiceConcurrency: '50', publicBaseUrls: 'https://old.example.com' };
  const stack = synthesizedStack({ stage: 'staging', ...more });
  stack.hasResourceProperties('AWS::Lambda::Function', {
    ReservedConcurrentExecutions: 50,
    Environment: {
      Variables: Match.objectLike({
        PUBLIC_BASE_URLS: { 'Fn::Join': ['', Match.arrayWith([' https://old.example.com'])] },
      }),
    },
  });
});
