import { z } from 'zod';
import { findFunction } from '../functions/find-function.ts';
import { parseProperties } from '../template/parse-properties.ts';
import { apiId } from '../template/resource-identity.ts';
import type { Stack, StackResource } from '../template/stack.ts';

const apiProperties = z.object({ ProtocolType: z.enum(['HTTP', 'WEBSOCKET']) });

/** The stack's APIs of one protocol, by their ids. */
export function apisOf(stack: Stack, protocol: 'HTTP' | 'WEBSOCKET'): Map<string, StackResource> {
  const apis = stack
    .resources('AWS::ApiGatewayV2::Api')
    .filter((resource) => parseProperties(apiProperties, resource).ProtocolType === protocol);
  return new Map(apis.map((resource) => [apiId(resource.name), resource]));
}

/** The integration that a route's target names, `integrations/<id>`. */
export function findIntegration(stack: Stack, target: string): StackResource {
  const name = target.replace(/^integrations\//, '');
  const found = stack
    .resources('AWS::ApiGatewayV2::Integration')
    .find((each) => each.name === name);
  if (!found) throw new Error(`The stack has no integration ${name}`);
  return found;
}

/** The URI is the function's ARN, or API Gateway's path that contains it. */
export function integratedFunction(stack: Stack, uri: string): string {
  const [, contained] = /\/functions\/(.+)\/invocations$/.exec(uri) ?? [];
  const found = findFunction(stack, contained ?? uri);
  if (!found) throw new Error(`The stack has no function for the integration ${uri}`);
  return found.name;
}
