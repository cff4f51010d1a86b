import { z } from 'zod';
import { type EventPattern, eventPattern } from '../base/event-pattern.ts';
import { findFunction } from '../functions/find-function.ts';
import { flag, parseProperties } from '../template/parse-properties.ts';
import type { Stack, StackResource } from '../template/stack.ts';

interface Mapping {
  logicalId: string;
  functionName: string;
  functionArn: string;
  batchSize: number;
  batchingWindowSeconds: number;
  reportsItemFailures: boolean;
  filters: EventPattern[];
}

export interface QueueMapping extends Mapping {
  queueName: string;
  queueArn: string;
  maximumConcurrency: number;
}

export interface StreamMapping extends Mapping {
  tableName: string;
  tableArn: string;
  streamArn: string;
  startingPosition: string;
  parallelizationFactor: number;
  /** Infinity where the template sets no limit. */
  maximumRetryAttempts: number;
  maximumRecordAgeSeconds: number;
  bisectsBatchOnError: boolean;
  onFailureArn: string | undefined;
}

/** Lambda starts with five pollers and adds more; one machine need not be that patient. */
const defaultConcurrency = 200;

const unlimited = -1;
const limit = z.coerce
  .number()
  .default(unlimited)
  .transform((value) => (value === unlimited ? Number.POSITIVE_INFINITY : value));

const mappingProperties = z.object({
  Enabled: flag.default(true),
  EventSourceArn: z.string(),
  FunctionName: z.string(),
  BatchSize: z.coerce.number().optional(),
  MaximumBatchingWindowInSeconds: z.coerce.number().default(0),
  FunctionResponseTypes: z.array(z.string()).default([]),
  FilterCriteria: z
    .strictObject({ Filters: z.array(z.strictObject({ Pattern: z.string() })) })
    .optional(),
  ScalingConfig: z
    .strictObject({ MaximumConcurrency: z.coerce.number().min(2).max(1000) })
    .optional(),
  StartingPosition: z.string().default('TRIM_HORIZON'),
  ParallelizationFactor: z.coerce.number().min(1).max(10).default(1),
  MaximumRetryAttempts: limit,
  MaximumRecordAgeInSeconds: limit,
  BisectBatchOnFunctionError: flag.default(false),
  DestinationConfig: z
    .strictObject({ OnFailure: z.strictObject({ Destination: z.string() }).optional() })
    .optional(),
});

type MappingProperties = z.infer<typeof mappingProperties>;

export interface MappingDefinitions {
  queues: QueueMapping[];
  streams: StreamMapping[];
}

/** The stack's event source mappings that are enabled. */
export function mappingDefinitions(stack: Stack): MappingDefinitions {
  const definitions: MappingDefinitions = { queues: [], streams: [] };
  for (const resource of stack.resources('AWS::Lambda::EventSourceMapping')) {
    const properties = parseProperties(mappingProperties, resource);
    if (!properties.Enabled) continue;
    const source = properties.EventSourceArn;
    const table = stack.byArn(source.replace(/\/stream\/.*$/, ''));
    if (source.startsWith('arn:aws:sqs:')) {
      definitions.queues.push(queueMapping(stack, resource, properties));
    } else if (source.includes('/stream/') && table) {
      definitions.streams.push(streamMapping(stack, resource, properties));
    } else {
      throw new Error(`${resource.logicalId}: the local cloud cannot play events from ${source}`);
    }
  }
  return definitions;
}

function queueMapping(
  stack: Stack,
  resource: StackResource,
  properties: MappingProperties,
): QueueMapping {
  return {
    ...mapping(stack, resource, properties),
    batchSize: properties.BatchSize ?? 10,
    queueName: properties.EventSourceArn.split(':').at(-1) ?? '',
    queueArn: properties.EventSourceArn,
    maximumConcurrency: properties.ScalingConfig?.MaximumConcurrency ?? defaultConcurrency,
  };
}

function streamMapping(
  stack: Stack,
  resource: StackResource,
  properties: MappingProperties,
): StreamMapping {
  const tableArn = properties.EventSourceArn.replace(/\/stream\/.*$/, '');
  return {
    ...mapping(stack, resource, properties),
    batchSize: properties.BatchSize ?? 100,
    tableName: stack.byArn(tableArn)?.name ?? '',
    tableArn,
    streamArn: properties.EventSourceArn,
    startingPosition: properties.StartingPosition,
    parallelizationFactor: properties.ParallelizationFactor,
    maximumRetryAttempts: properties.MaximumRetryAttempts,
    maximumRecordAgeSeconds: properties.MaximumRecordAgeInSeconds,
    bisectsBatchOnError: properties.BisectBatchOnFunctionError,
    onFailureArn: properties.DestinationConfig?.OnFailure?.Destination,
  };
}

function mapping(
  stack: Stack,
  { logicalId }: StackResource,
  properties: MappingProperties,
): Omit<Mapping, 'batchSize'> {
  const { FunctionName, FunctionResponseTypes, FilterCriteria } = properties;
  return {
    logicalId,
    ...functionIdentity(stack, logicalId, FunctionName),
    batchingWindowSeconds: properties.MaximumBatchingWindowInSeconds,
    reportsItemFailures: FunctionResponseTypes.includes('ReportBatchItemFailures'),
    filters: (FilterCriteria?.Filters ?? []).map(({ Pattern }) =>
      eventPattern(JSON.parse(Pattern)),
    ),
  };
}

function functionIdentity(stack: Stack, logicalId: string, given: string) {
  const found = findFunction(stack, given);
  if (!found) throw new Error(`${logicalId}: the stack has no function ${given}`);
  return { functionName: found.name, functionArn: found.arn };
}
