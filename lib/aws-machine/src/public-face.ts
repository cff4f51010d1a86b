import type { LocalCloud, LocalCloudOptions } from './contract.ts';
import type { LambdaFunctions } from './functions/lambda-functions.ts';
import { httpRoutes } from './gateway/http-api.ts';
import { httpGateway } from './gateway/http-gateway.ts';
import type { SocketGateway } from './gateway/socket-gateway.ts';
import type { Permissions } from './permissions/permissions.ts';
import type { RequestCounts } from './proxy/request-counts.ts';
import { withoutHash } from './template/physical-names.ts';
import type { Stack, StackResource } from './template/stack.ts';

interface FaceParts {
  options: LocalCloudOptions;
  stack: Stack;
  functions: LambdaFunctions;
  sockets: SocketGateway;
  permissions: Permissions;
  counts: RequestCounts;
  endpoint: string;
  queueUrl(name: string): string;
  lastEvents: LocalCloud['lastEvents'];
}

/** What the world sees of a running cloud. */
export function publicFace(parts: FaceParts): Omit<LocalCloud, 'stop'> {
  const { stack, options, counts, permissions, functions, sockets } = parts;
  const routes = httpRoutes(stack);
  const tables = stack.resources('AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable');
  return {
    app: httpGateway({
      ...options,
      routes,
      jwks: options.jwks ?? { keys: [] },
      invoke: (name, event) => functions.invoke(name, event),
    }),
    upgrade: (request, stream, head) => sockets.upgrade(request, stream, head),
    endpoint: parts.endpoint,
    tables: byLogicalName(tables, ({ name }) => name),
    queues: byLogicalName(stack.resources('AWS::SQS::Queue'), ({ name }) => parts.queueUrl(name)),
    functions: byLogicalName(stack.resources('AWS::Lambda::Function'), ({ name }) => name),
    outputs: stack.outputs,
    authorizers: routes.flatMap(({ authorizer }) => authorizer ?? []),
    lastEvents: parts.lastEvents,
    invoke: (name, event) => functions.invokeOrThrow(name, event),
    handlerFiles: () =>
      Object.fromEntries(functions.definitions.map(({ name, handlerFile }) => [name, handlerFile])),
    replaceCode: (name, handlerFile) => functions.replaceCode(name, handlerFile),
    exercisedStatements: () => permissions.statementUse(),
    requestCounts: () => counts.list(),
    resetRequestCounts: () => counts.reset(),
  };
}

function byLogicalName(
  resources: StackResource[],
  value: (resource: StackResource) => string,
): Record<string, string> {
  return Object.fromEntries(
    resources.map((resource) => [withoutHash(resource.logicalId), value(resource)]),
  );
}
