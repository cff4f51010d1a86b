import { z } from 'zod';
import { parseProperties } from '../template/parse-properties.ts';
import type { Stack } from '../template/stack.ts';
import { apisOf, findIntegration, integratedFunction } from './api-parts.ts';
import { type RoutePath, routePath } from './route-path.ts';

export interface HttpRoute {
  apiId: string;
  /** `GET /path/{id}` or `$default` */
  routeKey: string;
  /** `ANY` takes every method. */
  method: string;
  /** Undefined for `$default`, which takes what no other route takes. */
  path: RoutePath | undefined;
  functionName: string;
  timeoutMilliseconds: number;
  authorizer: JwtSettings | undefined;
  scopes: string[];
}

export interface JwtSettings {
  issuer: string;
  audience: string[];
  /** `$request.header.Authorization` */
  identitySource: string;
}

const longestTimeoutMilliseconds = 30_000;

const stageProperties = z.object({ ApiId: z.string() });

const routeProperties = z.object({
  ApiId: z.string(),
  RouteKey: z.string(),
  Target: z.string(),
  AuthorizationType: z.string().default('NONE'),
  AuthorizerId: z.string().optional(),
  AuthorizationScopes: z.array(z.string()).default([]),
});

const integrationProperties = z.object({
  IntegrationType: z.literal('AWS_PROXY'),
  IntegrationUri: z.string(),
  PayloadFormatVersion: z.literal('2.0'),
  TimeoutInMillis: z.coerce.number().default(longestTimeoutMilliseconds),
});

const authorizerProperties = z.object({
  AuthorizerType: z.string(),
  IdentitySource: z.array(z.string()).default(['$request.header.Authorization']),
  JwtConfiguration: z
    .strictObject({ Issuer: z.string(), Audience: z.array(z.string()) })
    .optional(),
});

/** All routes of the stack's HTTP APIs. */
export function httpRoutes(stack: Stack): HttpRoute[] {
  const apis = apisOf(stack, 'HTTP');
  assertDefaultStage(stack, (id) => apis.has(id));
  return stack.resources('AWS::ApiGatewayV2::Route').flatMap((resource) => {
    const properties = parseProperties(routeProperties, resource);
    return apis.has(properties.ApiId) ? [httpRoute(stack, properties)] : [];
  });
}

/** A named stage would put its name in front of every path. */
function assertDefaultStage(stack: Stack, isHttp: (apiId: string) => boolean): void {
  const named = stack
    .resources('AWS::ApiGatewayV2::Stage')
    .filter((resource) => isHttp(parseProperties(stageProperties, resource).ApiId))
    .find(({ name }) => name !== '$default');
  if (named) throw new Error(`${named.logicalId} must be the stage $default, got ${named.name}`);
}

function httpRoute(stack: Stack, properties: z.infer<typeof routeProperties>): HttpRoute {
  const { RouteKey, ApiId } = properties;
  const [method = 'ANY', path] = RouteKey === '$default' ? ['ANY'] : RouteKey.split(' ');
  const integration = parseProperties(
    integrationProperties,
    findIntegration(stack, properties.Target),
  );
  return {
    apiId: ApiId,
    routeKey: RouteKey,
    method,
    path: path === undefined ? undefined : routePath(path),
    functionName: integratedFunction(stack, integration.IntegrationUri),
    timeoutMilliseconds: Math.min(integration.TimeoutInMillis, longestTimeoutMilliseconds),
    authorizer: findAuthorizer(stack, properties),
    scopes: properties.AuthorizationScopes,
  };
}

function findAuthorizer(
  stack: Stack,
  { AuthorizationType, AuthorizerId }: z.infer<typeof routeProperties>,
): JwtSettings | undefined {
  if (AuthorizationType === 'NONE') return undefined;
  const found = stack
    .resources('AWS::ApiGatewayV2::Authorizer')
    .find(({ name }) => name === AuthorizerId);
  if (!found) throw new Error(`The stack has no authorizer ${AuthorizerId} (${AuthorizationType})`);
  const { AuthorizerType, IdentitySource, JwtConfiguration } = parseProperties(
    authorizerProperties,
    found,
  );
  const [identitySource = ''] = IdentitySource;
  if (AuthorizerType !== 'JWT' || !JwtConfiguration) {
    throw new Error(`The local cloud plays JWT authorizers only, got ${AuthorizerType}`);
  }
  return { issuer: JwtConfiguration.Issuer, audience: JwtConfiguration.Audience, identitySource };
}
