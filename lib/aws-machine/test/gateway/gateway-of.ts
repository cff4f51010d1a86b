import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { JSONWebKeySet } from 'jose';
import type { InvocationResult } from '../../src/functions/function-worker.ts';
import { httpRoutes } from '../../src/gateway/http-api.ts';
import { type GatewayApp, httpGateway } from '../../src/gateway/http-gateway.ts';
import { stackOf } from '../template/stack-of.ts';

export const issuer = 'https://issuer.example';
export const audience = 'desk';

export interface GatewayOptions {
  /** Route keys, such as `GET /calls/{id}`. */
  routes: string[];
  respond(event: APIGatewayProxyEventV2): unknown;
  authorization?: { jwks: JSONWebKeySet; scopes?: string[] };
  timeoutMilliseconds?: number;
}

/** A gateway over one function, which is the test's own. */
export function gatewayOf(options: GatewayOptions): GatewayApp {
  return httpGateway({
    routes: httpRoutes(stackOf({ Resources: resources(options) })),
    accountId: '111122223333',
    publicBaseUrl: 'https://calls.example',
    jwks: options.authorization?.jwks ?? { keys: [] },
    invoke: (_name, event) => invoke(options, event as APIGatewayProxyEventV2),
  });
}

async function invoke(
  { respond }: GatewayOptions,
  event: APIGatewayProxyEventV2,
): Promise<InvocationResult> {
  try {
    return { ok: true, payload: JSON.stringify((await respond(event)) ?? null) };
  } catch (error) {
    const { name, message } = error as Error;
    return { ok: false, failure: { errorType: name, errorMessage: message } };
  }
}

function resources({ routes, authorization, timeoutMilliseconds }: GatewayOptions) {
  const scopes = authorization && { AuthorizationScopes: authorization.scopes ?? [] };
  const ownRoutes = routes.map((key, index) => [`Route${index}`, route(key, scopes)]);
  return {
    Api: { Type: 'AWS::ApiGatewayV2::Api', Properties: { ProtocolType: 'HTTP' } },
    Handler: { Type: 'AWS::Lambda::Function' },
    Jwt: {
      Type: 'AWS::ApiGatewayV2::Authorizer',
      Properties: {
        AuthorizerType: 'JWT',
        JwtConfiguration: { Issuer: issuer, Audience: [audience] },
      },
    },
    Integration: {
      Type: 'AWS::ApiGatewayV2::Integration',
      Properties: {
        IntegrationType: 'AWS_PROXY',
        IntegrationUri: { 'Fn::GetAtt': ['Handler', 'Arn'] },
        PayloadFormatVersion: '2.0',
        ...(timeoutMilliseconds ? { TimeoutInMillis: timeoutMilliseconds } : {}),
      },
    },
    ...Object.fromEntries(ownRoutes),
  };
}

/** Guarded by the authorizer, where scopes are given. */
function route(RouteKey: string, scopes: object | undefined) {
  return {
    Type: 'AWS::ApiGatewayV2::Route',
    Properties: {
      ApiId: { Ref: 'Api' },
      RouteKey,
      Target: { 'Fn::Join': ['/', ['integrations', { Ref: 'Integration' }]] },
      ...(scopes && { AuthorizationType: 'JWT', AuthorizerId: { Ref: 'Jwt' }, ...scopes }),
    },
  };
}
