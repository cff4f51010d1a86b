import { type Backends, startBackends, stopBackends } from './backends.ts';
import { systemClock } from './base/clock.ts';
import type { Cleanups } from './cleanups.ts';
import type { LocalCloud, LocalCloudOptions } from './contract.ts';
import { openDataFolder } from './data-folder.ts';
import { dynamoDbService, dynamoDbStreamsService } from './dynamodb/dynamodb-service.ts';
import { StreamTrimmer } from './dynamodb/dynoxide-file.ts';
import { Housekeeping } from './dynamodb/housekeeping.ts';
import { createTables, type TableDefinition, tableDefinitions } from './dynamodb/tables.ts';
import type { StackBuses } from './event-bus/buses-of-stack.ts';
import { eventBusService } from './event-bus/event-bus-service.ts';
import { EventSources } from './event-sources/event-sources.ts';
import { StreamPositions } from './event-sources/stream-positions.ts';
import { type FunctionDefinition, functionDefinitions } from './functions/function-definition.ts';
import { functionAccessKeyId } from './functions/function-environment.ts';
import { FunctionLogs } from './functions/function-logs.ts';
import { LambdaFunctions } from './functions/lambda-functions.ts';
import { connectionsService } from './gateway/connections-service.ts';
import { managementEndpoint, socketStages } from './gateway/socket-api.ts';
import { SocketGateway } from './gateway/socket-gateway.ts';
import { KeptParameters } from './parameters/kept-parameters.ts';
import { parametersOfStack, ssmService } from './parameters/ssm-service.ts';
import type { Caller } from './permissions/permissions.ts';
import { stackPermissions } from './permissions/stack-permissions.ts';
import { type Behind, busesOf, schedulerOf } from './planned-parts.ts';
import { AwsProxy } from './proxy/aws-proxy.ts';
import { RequestCounts } from './proxy/request-counts.ts';
import { publicFace } from './public-face.ts';
import type { StackScheduler } from './scheduler/scheduler-of-stack.ts';
import { schedulerService } from './scheduler/scheduler-service.ts';
import type { SharedParts } from './shared-parts.ts';
import { createQueues } from './sqs/queues.ts';
import { sqsService } from './sqs/sqs-service.ts';
import { readStack } from './template/stack.ts';
import { readAssembly } from './template/template.ts';

/** fauxqs keeps all queues in this account. */
const queueAccount = '000000000000';
/** A stream is read when the proxy saw a write; this is only for what it may have missed. */
const ownStreamIdleMilliseconds = 1_000;
/** Others may write to somebody else's DynamoDB without passing the proxy. */
const foreignStreamIdleMilliseconds = 50;
const drainMilliseconds = 2_000;

/** Starts all parts, and says in `cleanups` how to end each. */
export async function assembleCloud(
  options: LocalCloudOptions,
  cleanups: Cleanups,
): Promise<Omit<LocalCloud, 'stop'>> {
  const shared = await prepareParts(options, cleanups);
  const functions = lambdaFunctions(shared);
  const sockets = socketGateway(shared, functions);
  const standing = standUp(shared, { functions, sockets }).catch(async (error) => {
    await functions.stop();
    throw error;
  });
  // All settled, so that nothing is still being started when it has to be ended.
  const [stood, loaded] = await Promise.allSettled([standing, functions.start()]);
  if (stood.status === 'rejected') throw stood.reason;
  if (loaded.status === 'rejected') throw loaded.reason;
  const { start, lastEvents } = stood.value;
  await start();
  return publicFace({ ...shared, functions, sockets, lastEvents });
}

async function prepareParts(options: LocalCloudOptions, cleanups: Cleanups): Promise<SharedParts> {
  const folder = openDataFolder(options.dataFolder);
  cleanups.add(() => folder.release());
  const proxy = new AwsProxy();
  const endpoint = await proxy.listen(options.awsPort ?? 0);
  cleanups.add(() => proxy.close());
  const queueUrl = (name: string) => `${endpoint}/${queueAccount}/${name}`;
  const assembly = readAssembly(options.assembly, options.stackName);
  const stack = readStack(assembly, { ...options, endpoint, queueUrl });
  const definitions = functionDefinitions(stack);
  const callers = callersByKey(definitions);
  const rightsFile = folder.file('rights.jsonl');
  const permissions = stackPermissions({ ...options, stack, callers, rightsFile });
  const counts = new RequestCounts();
  const shared = { options, cleanups, folder, proxy, endpoint, stack, queueUrl };
  const read = { definitions, socketStages: socketStages(stack) };
  return { ...shared, ...read, callers, permissions, counts };
}

function callersByKey(definitions: FunctionDefinition[]): Map<string, Caller> {
  return new Map(
    definitions.map(({ name, roleArn }) => [
      functionAccessKeyId(name),
      { functionName: name, roleArn },
    ]),
  );
}

function lambdaFunctions({ options, cleanups, ...shared }: SharedParts): LambdaFunctions {
  const logs = new FunctionLogs(shared.folder.file('logs'), options);
  cleanups.add(() => logs.close());
  const functions = new LambdaFunctions({
    ...options,
    logs,
    endpoint: shared.endpoint,
    managementEndpoint: managementEndpoint(shared.socketStages, shared.endpoint),
    definitions: shared.definitions,
    onInvocation: (caller) => shared.counts.add({ caller, operation: 'lambda:Invoke' }),
  });
  cleanups.add(() => functions.stop());
  return functions;
}

function socketGateway(
  { options, socketStages: stages }: SharedParts,
  functions: LambdaFunctions,
): SocketGateway {
  const { clock = systemClock, publicBaseUrl } = options;
  const invoke = (name: string, event: unknown) => functions.invoke(name, event);
  return new SocketGateway({ stages, publicBaseUrl, clock, invoke });
}

/** Everything that functions may ask for. The answer sets in motion what calls them by itself. */
async function standUp(
  shared: SharedParts,
  { functions, sockets }: { functions: LambdaFunctions; sockets: SocketGateway },
): Promise<Pick<StackBuses, 'lastEvents'> & { start(): Promise<void> }> {
  const { options, cleanups, stack } = shared;
  const backends = await startBackends({ ...options, folder: shared.folder });
  cleanups.add(() => stopBackends(backends));
  const tables = tableDefinitions(stack);
  await Promise.all([createTables(tables, backends.dynamodb), createQueues(stack, backends.sqs)]);
  const scheduler = schedulerOf(shared, { backends, functions });
  const buses = busesOf(shared, { backends, functions });
  const sources = eventSources(shared, { backends, functions });
  const onWrite = (written: string[]) => sources.notify(written);
  serve(shared, { backends, scheduler, buses, sockets, onWrite });
  cleanups.add(async () => {
    sources.halt();
    await functions.drain(drainMilliseconds);
    await backends.fauxqs.stop();
    await functions.stop();
    await sources.finished();
  });
  const housekeeping = housekeepingOf(shared, { backends, sources, tables });
  const start = async () => {
    await sources.start();
    housekeeping?.start();
    scheduler.fires.start();
    buses.start();
    cleanups.add(() => buses.stop());
    cleanups.add(() => scheduler.fires.stop());
    cleanups.add(() => sockets.stop());
  };
  return { start, lastEvents: buses.lastEvents };
}

function eventSources(shared: SharedParts, { backends, functions }: Behind): EventSources {
  const positions = new StreamPositions(shared.folder.file('stream-positions.sqlite'));
  shared.cleanups.add(() => positions.close());
  return new EventSources({
    ...shared,
    ...backends,
    functions,
    positions,
    idleMilliseconds: backends.dynoxide ? ownStreamIdleMilliseconds : foreignStreamIdleMilliseconds,
  });
}

/** A DynamoDB that somebody else runs keeps its own house. */
function housekeepingOf(
  { cleanups }: SharedParts,
  parts: { backends: Backends; sources: EventSources; tables: TableDefinition[] },
): Housekeeping | undefined {
  const { dynamodb, dynoxide } = parts.backends;
  if (!dynoxide) return undefined;
  const housekeeping = new Housekeeping({
    tables: parts.tables,
    dynamodb,
    trimmer: new StreamTrimmer(dynoxide.file),
    settledUntil: (table) => parts.sources.settledUntil(table),
    onWrite: (tables) => parts.sources.notify(tables),
  });
  cleanups.add(() => housekeeping.stop());
  return housekeeping;
}

function serve(
  shared: SharedParts,
  parts: {
    backends: Backends;
    scheduler: StackScheduler;
    buses: StackBuses;
    sockets: SocketGateway;
    onWrite(tables: string[]): void;
  },
): void {
  const { stack, options, queueUrl } = shared;
  const { dynamodb, sqs } = parts.backends;
  const arn = (service: string) => `arn:aws:${service}:${stack.region}:${stack.accountId}:`;
  shared.proxy.serve({
    ...shared,
    services: {
      dynamodb: dynamoDbService({
        upstream: dynamodb,
        tablesArn: `${arn('dynamodb')}table/`,
        onWrite: parts.onWrite,
      }),
      dynamodbstreams: dynamoDbStreamsService(dynamodb),
      events: eventBusService(parts.buses.buses, arn('events')),
      'execute-api': connectionsService({ gateway: parts.sockets, apisArn: arn('execute-api') }),
      scheduler: schedulerService(parts.scheduler.scheduler),
      sqs: sqsService({ upstream: sqs, queuesArn: arn('sqs'), queueUrl }),
      ssm: ssmService({
        parameters: new KeptParameters(shared.folder.file('parameters.json'), {
          ...parametersOfStack(stack),
          ...options.parameters,
        }),
        parametersArn: `${arn('ssm')}parameter`,
      }),
    },
  });
}
