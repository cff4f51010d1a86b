import { Fn, Lazy, Stack, Validations } from 'aws-cdk-lib';
import {
  type CfnStage,
  DomainName,
  HttpApi,
  type HttpMethod,
  type HttpRoute,
  HttpStage,
  type IHttpRouteAuthorizer,
  IpAddressType,
  SecurityPolicy,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { RetentionDays } from 'aws-cdk-lib/aws-logs';
import { ApiGatewayv2DomainProperties } from 'aws-cdk-lib/aws-route53-targets';
import { Construct } from 'constructs';
import { accessLog } from '../base/access-log.ts';
import type { NodeFunction } from '../base/node-function.ts';
import type { OwnDomain } from '../stages/stage-schema.ts';
import { announce, certificateOf } from './own-domain.ts';

export interface PublicApiProps {
  /** Where the world reaches it, when a gateway that is not ours stands before it. */
  publicBaseUrl?: string | undefined;
  apiDomain?: OwnDomain | undefined;
  logRetentionDays: RetentionDays;
}

export type Route = {
  method: HttpMethod;
  path: string;
  fn: NodeFunction;
  /** Its own share of what may come in a second. */
  throttle: Throttle;
} & Admission;

export interface Throttle {
  rateLimit: number;
  burstLimit: number;
}

/** Who may pass: who brings a token, or everybody, for a reason. */
type Admission = { authorizer: IHttpRouteAuthorizer } | { openBecause: string };

/**
 * What strangers can cost at most: a thousand calls that begin in one second bring some four
 * thousand webhooks in the seconds after it; API Gateway itself would let through 10,000 a second.
 */
const throttle = { rateLimit: 2000, burstLimit: 5000 };

/** The stack's door to the world: one HTTP API, on its default stage, so that paths have no prefix. */
export class PublicApi extends Construct {
  /** No slash at the end. */
  readonly address: string;
  /** API Gateway's own host, which answers under an own domain too. */
  readonly host: string;
  /** What an own domain is to be led to by hand; undefined without one. */
  readonly domainTarget: string | undefined;
  readonly http: HttpApi;
  readonly #stage: CfnStage;
  /** In CloudFormation's own words: CDK hands them on as they are. */
  readonly #shares: Record<string, { ThrottlingRateLimit: number; ThrottlingBurstLimit: number }> =
    {};

  constructor(scope: Construct, id: string, props: PublicApiProps) {
    super(scope, id);
    const { publicBaseUrl, apiDomain, logRetentionDays } = props;
    const domainName = apiDomain && this.#domain(apiDomain);
    this.http = new HttpApi(this, 'Default', {
      apiName: Stack.of(this).stackName,
      createDefaultStage: false,
      ipAddressType: IpAddressType.DUAL_STACK,
    });
    const stage = new HttpStage(this, 'Stage', {
      httpApi: this.http,
      stageName: '$default',
      autoDeploy: true,
      throttle,
      accessLogSettings: accessLog(this, logRetentionDays),
      // No mapping key: it would be missing in the path that functions see, and so in signatures.
      ...(domainName && { domainMapping: { domainName } }),
    });
    this.#stage = stage.node.defaultChild as CfnStage;
    this.#stage.routeSettings = Lazy.any({ produce: () => this.#shares });
    this.host = Fn.select(2, Fn.split('/', this.http.apiEndpoint));
    this.domainTarget = domainName?.regionalDomainName;
    this.address =
      publicBaseUrl ?? (apiDomain ? `https://${apiDomain.domainName}` : this.http.apiEndpoint);
  }

  #domain(domain: OwnDomain): DomainName {
    const name = new DomainName(this, 'Domain', {
      domainName: domain.domainName,
      certificate: certificateOf(this, domain),
      securityPolicy: SecurityPolicy.TLS_1_2,
      ipAddressType: IpAddressType.DUAL_STACK,
    });
    const { regionalDomainName, regionalHostedZoneId } = name;
    announce(
      this,
      domain,
      new ApiGatewayv2DomainProperties(regionalDomainName, regionalHostedZoneId),
    );
    return name;
  }

  route({ method, path, fn, throttle, ...admission }: Route): void {
    const integration = new HttpLambdaIntegration(`${fn.node.id}Integration`, fn.live);
    const route = { path, methods: [method], integration };
    const authorizer = 'authorizer' in admission ? { authorizer: admission.authorizer } : {};
    for (const added of this.http.addRoutes({ ...route, ...authorizer })) {
      this.#share(added, `${method} ${path}`, throttle);
      if ('authorizer' in admission) continue;
      const reason = admission.openBecause;
      Validations.of(added).acknowledge({ id: 'AwsSolutions-APIG4', reason });
    }
  }

  /** API Gateway takes settings of routes that are there already, and no others. */
  #share(route: HttpRoute, key: string, { rateLimit, burstLimit }: Throttle): void {
    this.#shares[key] = { ThrottlingRateLimit: rateLimit, ThrottlingBurstLimit: burstLimit };
    this.#stage.node.addDependency(route);
  }

  get id(): string {
    return this.http.apiId;
  }

  url(path: string): string {
    return `${this.address}${path}`;
  }
}
