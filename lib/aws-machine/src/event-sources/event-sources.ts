import { serveFailureDestinations } from '../functions/failure-destinations.ts';
import type { FunctionDefinition } from '../functions/function-definition.ts';
import type { LambdaFunctions } from '../functions/lambda-functions.ts';
import type { Permissions } from '../permissions/permissions.ts';
import type { RequestCounts } from '../proxy/request-counts.ts';
import type { Upstream } from '../proxy/upstream.ts';
import { visibilityTimeoutSeconds } from '../sqs/queues.ts';
import type { Stack } from '../template/stack.ts';
import { type MappingDefinitions, mappingDefinitions } from './mapping-definitions.ts';
import { QueuePoller } from './queue-poller.ts';
import { StreamPoller } from './stream-poller.ts';
import type { StreamPositions } from './stream-positions.ts';

export interface EventSourcesOptions {
  stack: Stack;
  functions: LambdaFunctions;
  permissions: Permissions;
  counts: RequestCounts;
  sqs: Upstream;
  dynamodb: Upstream;
  positions: StreamPositions;
  /** How often a stream is looked at although nobody told of a write. */
  idleMilliseconds: number;
  queueUrl(name: string): string;
}

/** Everything that Lambda polls for the functions: queues and streams. */
export class EventSources {
  readonly #options: EventSourcesOptions;
  readonly #definitions: MappingDefinitions;
  readonly #queues: QueuePoller[];
  readonly #streams: StreamPoller[];

  constructor(options: EventSourcesOptions) {
    this.#options = options;
    this.#definitions = mappingDefinitions(options.stack);
    assertPossible(this.#definitions, options);
    serveFailureDestinations(options);
    this.#queues = this.#queuePollers();
    this.#streams = this.#streamPollers();
  }

  async start(): Promise<void> {
    for (const poller of this.#queues) poller.start();
    await Promise.all(this.#streams.map((poller) => poller.start()));
  }

  /** Says that tables were written to: their streams are read at once. */
  notify(tables: string[]): void {
    for (const poller of this.#streams) {
      if (tables.includes(poller.tableName)) poller.notify();
    }
  }

  /** The stream record of a table up to which every mapping is done. */
  settledUntil(table: string): string | undefined {
    const positions = this.#definitions.streams
      .filter(({ tableName }) => tableName === table)
      .map(({ logicalId }) => this.#options.positions.latest(logicalId));
    if (positions.length === 0 || positions.includes(undefined)) return undefined;
    return positions.toSorted((a, b) => Number(BigInt(a ?? 0) - BigInt(b ?? 0)))[0];
  }

  halt(): void {
    for (const poller of [...this.#queues, ...this.#streams]) poller.halt();
  }

  async finished(): Promise<void> {
    await Promise.all([...this.#queues, ...this.#streams].map((poller) => poller.finished()));
  }

  #queuePollers(): QueuePoller[] {
    const { stack, functions, counts, sqs, queueUrl } = this.#options;
    return this.#definitions.queues.map(
      (mapping) =>
        new QueuePoller({
          mapping,
          sqs,
          counts,
          queueUrl: queueUrl(mapping.queueName),
          region: stack.region,
          invoke: (name, event) => functions.invoke(name, event),
        }),
    );
  }

  #streamPollers(): StreamPoller[] {
    const { stack, functions, dynamodb, positions, idleMilliseconds, sqs, queueUrl } =
      this.#options;
    return this.#definitions.streams.map(
      (mapping) =>
        new StreamPoller({
          mapping,
          dynamodb,
          positions,
          idleMilliseconds,
          region: stack.region,
          invoke: (name, event) => functions.invoke(name, event),
          async reportFailure(queueArn, report) {
            const QueueUrl = queueUrl(queueArn.split(':').at(-1) ?? '');
            const message = { QueueUrl, MessageBody: JSON.stringify(report) };
            await sqs.call('AmazonSQS.SendMessage', message).catch(() => undefined);
          },
        }),
    );
  }
}

const queueActions = ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'];
const streamActions = [
  'dynamodb:DescribeStream',
  'dynamodb:GetRecords',
  'dynamodb:GetShardIterator',
];

/** Lambda refuses a mapping whose function may not read its source, or could outlast it. */
function assertPossible(
  { queues, streams }: MappingDefinitions,
  { functions, permissions, stack }: EventSourcesOptions,
): void {
  const demand = (functionName: string, actions: string[], resource: string) => {
    const { roleArn } = functionOf(functions, functionName);
    const needs = actions.map((action) => ({ action, resource }));
    permissions.demand({ functionName, roleArn }, needs);
  };
  for (const { functionName, queueArn } of queues) {
    demand(functionName, queueActions, queueArn);
    assertVisibility(stack, functionOf(functions, functionName), queueArn);
  }
  for (const { functionName, streamArn, onFailureArn } of streams) {
    demand(functionName, streamActions, streamArn);
    if (onFailureArn) demand(functionName, ['sqs:SendMessage'], onFailureArn);
  }
}

function functionOf(functions: LambdaFunctions, name: string): FunctionDefinition {
  const found = functions.find(name);
  if (found) return found;
  throw new Error(`The stack has no function ${name} that runs on Node`);
}

function assertVisibility(stack: Stack, definition: FunctionDefinition, queueArn: string): void {
  const queue = stack.byArn(queueArn);
  const seconds = queue ? visibilityTimeoutSeconds(queue) : Number.POSITIVE_INFINITY;
  if (seconds >= definition.timeoutSeconds) return;
  throw new Error(
    `Queue ${queue?.name}: its visibility timeout of ${seconds} s must not be shorter than the ` +
      `${definition.timeoutSeconds} s that function ${definition.name} may take`,
  );
}
