import { z } from 'zod';
import { parseProperties } from '../template/parse-properties.ts';
import type { Stack, StackResource } from '../template/stack.ts';
import { apisOf, findIntegration, integratedFunction } from './api-parts.ts';

export interface SocketRoute {
  /** `$connect`, `$disconnect`, `$default`, or what a message asks for. */
  routeKey: string;
  functionName: string;
  timeoutMilliseconds: number;
}

/** A stage of a WebSocket API: what clients connect to, at the path of its name. */
export interface SocketStage {
  apiId: string;
  name: string;
  /** By route key. */
  routes: Map<string, SocketRoute>;
  /** Where a message holds its route key: `['action']` for `$request.body.action`. */
  keyPath: string[];
}

const longestTimeoutMilliseconds = 29_000;

const apiProperties = z.object({ RouteSelectionExpression: z.string() });

const stageProperties = z.object({ ApiId: z.string() });

const routeProperties = z.object({
  ApiId: z.string(),
  RouteKey: z.string(),
  Target: z.string(),
  AuthorizationType: z.literal('NONE').default('NONE'),
});

const integrationProperties = z.object({
  IntegrationType: z.literal('AWS_PROXY'),
  IntegrationUri: z.string(),
  TimeoutInMillis: z.coerce.number().default(longestTimeoutMilliseconds),
});

/** The stages of the stack's WebSocket APIs. Throws where two of them share a path. */
export function socketStages(stack: Stack): SocketStage[] {
  const apis = apisOf(stack, 'WEBSOCKET');
  const stages = stack.resources('AWS::ApiGatewayV2::Stage').flatMap((resource) => {
    const { ApiId } = parseProperties(stageProperties, resource);
    const api = apis.get(ApiId);
    return api ? [socketStage(stack, { api, apiId: ApiId, name: resource.name })] : [];
  });
  const names = stages.map(({ name }) => name);
  const shared = names.find((name, index) => names.indexOf(name) !== index);
  if (shared === undefined) return stages;
  throw new Error(`Stages of WebSocket APIs need names of their own, got ${shared} twice`);
}

function socketStage(
  stack: Stack,
  { api, apiId, name }: { api: StackResource; apiId: string; name: string },
): SocketStage {
  const routes = stack.resources('AWS::ApiGatewayV2::Route').flatMap((resource) => {
    const isOwn = resource.properties.ApiId === apiId;
    return isOwn ? [socketRoute(stack, resource)] : [];
  });
  return {
    apiId,
    name,
    routes: new Map(routes.map((route) => [route.routeKey, route])),
    keyPath: keyPath(api),
  };
}

function socketRoute(stack: Stack, resource: StackResource): SocketRoute {
  const { RouteKey, Target } = parseProperties(routeProperties, resource);
  const { IntegrationUri, TimeoutInMillis } = parseProperties(
    integrationProperties,
    findIntegration(stack, Target),
  );
  return {
    routeKey: RouteKey,
    functionName: integratedFunction(stack, IntegrationUri),
    timeoutMilliseconds: Math.min(TimeoutInMillis, longestTimeoutMilliseconds),
  };
}

function keyPath(api: StackResource): string[] {
  const { RouteSelectionExpression } = parseProperties(apiProperties, api);
  const [, path] = /^\$\{?request\.body\.([\w.]+)\}?$/.exec(RouteSelectionExpression) ?? [];
  if (path) return path.split('.');
  throw new Error(
    `${api.logicalId}: the local cloud selects routes by $request.body.<field> only, ` +
      `got ${RouteSelectionExpression}`,
  );
}

/** The route of a message: the one that it names, else `$default`, where there is one. */
export function messageRoute(
  { routes, keyPath }: SocketStage,
  message: string,
): SocketRoute | undefined {
  const key = keyPath.reduce<unknown>(
    (value, name) => (value as Record<string, unknown> | null | undefined)?.[name],
    parseJson(message),
  );
  const named = typeof key === 'string' && !key.startsWith('$') ? routes.get(key) : undefined;
  return named ?? routes.get('$default');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * Where functions manage connections: the path names API and stage, as in AWS. Undefined where the
 * stack has no WebSocket API, or several, which one address cannot serve.
 */
export function managementEndpoint(stages: SocketStage[], endpoint: string): string | undefined {
  const [only, another] = stages;
  return only && !another ? `${endpoint}/${only.apiId}/${only.name}` : undefined;
}
