import { Duration, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import {
  AllowedMethods,
  type BehaviorOptions,
  CachePolicy,
  Distribution,
  Function as EdgeFunction,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HttpVersion,
  OriginProtocolPolicy,
  OriginRequestPolicy,
  OriginSslPolicy,
  PriceClass,
  ResponseHeadersPolicy,
  S3OriginAccessControl,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import type { RetentionDays } from 'aws-cdk-lib/aws-logs';
import { CloudFrontTarget } from 'aws-cdk-lib/aws-route53-targets';
import { BlockPublicAccess, Bucket, BucketEncryption, type IBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import type { VoicePlace } from '../../../lambdas/ports/calls/voice-regions.ts';
import { consolePages, signInPages } from '../../bundles/console-pages.ts';
import { withFunctionsBrought } from '../base/cdk-providers.ts';
import type { IdentityProvider } from '../base/sign-in.ts';
import { announce, certificateOf } from '../doors/own-domain.ts';
import type { PublicApi } from '../doors/public-api.ts';
import type { OwnDomain } from '../stages/stage-schema.ts';
import { PageFiles } from './page-files.ts';
import { type SiteNeighbours, siteHeaders } from './site-headers.ts';
import { findPageCode } from './site-paths.ts';

export interface ConsoleSiteProps {
  /** The folder with the bundled pages. */
  pages: string;
  api: PublicApi;
  deskSocketsUrl: string;
  tokenUrl: string;
  voicePlace: VoicePlace;
  domain?: OwnDomain | undefined;
  logRetentionDays: RetentionDays;
}

/** The console's pages: files in a private bucket behind CloudFront, with the API on the same site. */
export class ConsoleSite extends Construct {
  /** No slash at the end. */
  readonly address: string;
  /** What an own domain is to be led to by hand. */
  readonly domainTarget: string;
  readonly #files: PageFiles;

  constructor(scope: Construct, id: string, props: ConsoleSiteProps) {
    super(scope, id);
    const { made: bucket, brought: emptying } = withFunctionsBrought(this, () => this.#bucket());
    const distribution = this.#distribution(bucket, props);
    const { domain, pages, logRetentionDays } = props;
    if (domain) announce(this, domain, new CloudFrontTarget(distribution));
    this.domainTarget = distribution.distributionDomainName;
    this.address = `https://${domain?.domainName ?? this.domainTarget}`;
    this.#files = new PageFiles(this, 'Files', { bucket, emptying, pages, logRetentionDays });
  }

  get pageAddresses(): string[] {
    return signInPages.map((page) => `${this.address}/${page}`);
  }

  /** Tells the pages who signs people in, and where the API is. */
  tellPages(provider: IdentityProvider, language: string | undefined): void {
    const { issuer, authorize, token, logout, audience } = provider;
    const { clientId = audience, scope = 'openid' } = provider;
    this.#files.tell({
      signIn: { issuer, authorize, token, ...(logout && { logout }), clientId, scope },
      api: '/api',
      ...(language && { language }),
    });
  }

  /** Nothing is in it that a deployment does not bring again. */
  #bucket(): IBucket {
    const bucket = new Bucket(this, 'Bucket', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      removalPolicy: RemovalPolicy.DESTROY,
      autoDeleteObjects: true,
    });
    Validations.of(bucket).acknowledge({
      id: 'AwsSolutions-S1',
      reason: 'It holds public pages, and CloudFront alone reads it',
    });
    // Its types predate `exactOptionalPropertyTypes`.
    return bucket as IBucket;
  }

  #distribution(bucket: IBucket, { api, domain, ...neighbours }: ConsoleSiteProps): Distribution {
    const distribution = new Distribution(this, 'Default', {
      comment: `${Stack.of(this).stackName}: the console`,
      defaultRootObject: consolePages[''],
      defaultBehavior: this.#pagesBehaviour(bucket, neighbours),
      additionalBehaviors: { '/api/*': apiBehaviour(api) },
      errorResponses: errorsAreNotKept,
      priceClass: PriceClass.PRICE_CLASS_100,
      httpVersion: HttpVersion.HTTP2_AND_3,
      enableIpv6: true,
      ...(domain && {
        domainNames: [domain.domainName],
        certificate: certificateOf(this, domain),
        minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
      }),
    });
    acknowledge(distribution, domain);
    return distribution;
  }

  #access(): S3OriginAccessControl {
    return new S3OriginAccessControl(this, 'Access', {
      originAccessControlName: this.#accountWideName('pages'),
    });
  }

  /** CloudFront's names belong to the account: another region has a stack of this name, too. */
  #accountWideName(what: string): string {
    const { stackName, region } = Stack.of(this);
    return `${stackName}-${region}-${what}`;
  }

  /** No error pages: they would take the place of what the API says, too. */
  #pagesBehaviour(bucket: IBucket, neighbours: SiteNeighbours): BehaviorOptions {
    const findPage = new EdgeFunction(this, 'FindPage', {
      comment: 'Finds the file of a page',
      runtime: FunctionRuntime.JS_2_0,
      code: FunctionCode.fromInline(findPageCode(consolePages)),
    });
    return {
      origin: S3BucketOrigin.withOriginAccessControl(bucket, {
        originAccessControl: this.#access(),
      }),
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      allowedMethods: AllowedMethods.ALLOW_GET_HEAD,
      // It leaves the query out, so that codes and states of sign-ins are no part of what is kept.
      cachePolicy: CachePolicy.CACHING_OPTIMIZED,
      responseHeadersPolicy: new ResponseHeadersPolicy(this, 'Headers', {
        ...siteHeaders(neighbours),
        responseHeadersPolicyName: this.#accountWideName('headers'),
      }),
      functionAssociations: [{ eventType: FunctionEventType.VIEWER_REQUEST, function: findPage }],
    };
  }
}

/** Else CloudFront would hand an answer of the API to others for ten seconds, as the same for all. */
const errorsAreNotKept = [400, 403, 404, 405, 414, 416, 500, 501, 502, 503, 504].map(
  (httpStatus) => ({ httpStatus, ttl: Duration.seconds(0) }),
);

/** On the pages' own site, so that it needs no CORS. */
function apiBehaviour(api: PublicApi): BehaviorOptions {
  return {
    origin: new HttpOrigin(api.host, {
      protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY,
      originSslProtocols: [OriginSslPolicy.TLS_V1_2],
    }),
    viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
    allowedMethods: AllowedMethods.ALLOW_ALL,
    cachePolicy: CachePolicy.CACHING_DISABLED,
    // API Gateway knows itself by its host; the token in `Authorization` goes along.
    originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
    responseHeadersPolicy: ResponseHeadersPolicy.SECURITY_HEADERS,
  };
}

function acknowledge(distribution: Distribution, domain: OwnDomain | undefined): void {
  Validations.of(distribution).acknowledge(
    { id: 'AwsSolutions-CFR1', reason: 'Operators may work from any country' },
    {
      id: 'AwsSolutions-CFR2',
      reason:
        'Pages are static and the API asks for a token; a web application firewall costs more than all the rest',
    },
    {
      id: 'AwsSolutions-CFR3',
      reason:
        'CloudFront’s logs hold paths, and paths hold whose row was opened; the API logs its routes',
    },
  );
  if (domain) return;
  Validations.of(distribution).acknowledge({
    id: 'AwsSolutions-CFR4',
    reason:
      'CloudFront’s own certificate sets the protocols; consoleDomain brings TLS 1.2 at least',
  });
}
