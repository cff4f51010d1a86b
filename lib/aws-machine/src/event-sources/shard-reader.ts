import { setTimeout as pause } from 'node:timers/promises';
import type { Upstream } from '../proxy/upstream.ts';
import { SettledSequence } from './settled-sequence.ts';
import type { Signal } from './signal.ts';
import { StreamDelivery, type StreamDeliveryOptions } from './stream-delivery.ts';
import type { StreamRecord } from './stream-event.ts';
import type { StreamPositions } from './stream-positions.ts';

export interface ShardReaderOptions extends StreamDeliveryOptions {
  shardId: string;
  /** The stream's ARN, as its server knows it. */
  sourceArn: string;
  dynamodb: Upstream;
  positions: StreamPositions;
  /** Rings when the table was written to. */
  written: Signal;
  /** How long to wait for that ring before looking anyway. */
  idleMilliseconds: number;
}

interface Lane {
  queue: StreamRecord[];
  work: Promise<void> | undefined;
}

const recordsPerRead = 1_000;
/** Beyond this, reading waits for delivery: memory does not grow with a backlog. */
const mostOpenRecords = 5_000;
const pauseAfterErrorMilliseconds = 500;

/**
 * Reads one shard and hands its records to the function, in as many lanes as the mapping's
 * parallelization factor; records of one item stay in one lane and in order.
 */
export class ShardReader {
  readonly #options: ShardReaderOptions;
  readonly #delivery: StreamDelivery;
  #sequence = new SettledSequence();
  readonly #lanes: Lane[];

  constructor(options: ShardReaderOptions) {
    this.#options = options;
    this.#delivery = new StreamDelivery(options, options.shardId);
    const { parallelizationFactor } = options.mapping;
    this.#lanes = Array.from({ length: parallelizationFactor }, () => ({
      queue: [],
      work: undefined,
    }));
  }

  /** Resolves at the shard's end, or when the signal stops it and running deliveries are done. */
  async run(): Promise<void> {
    const { signal } = this.#options;
    let iterator: string | undefined;
    do {
      try {
        iterator ??= await this.#iterator();
        iterator = await this.#readOnce(iterator);
        if (iterator === undefined) break;
      } catch {
        iterator = undefined;
        await this.#pause(pauseAfterErrorMilliseconds);
      }
    } while (!signal.aborted);
    await Promise.all(this.#lanes.map(({ work }) => work));
  }

  async #iterator(): Promise<string> {
    const { dynamodb, positions, mapping, sourceArn, shardId } = this.#options;
    await Promise.all(this.#lanes.map(({ work }) => work));
    this.#sequence = new SettledSequence();
    const position = positions.get(mapping.logicalId, this.#positionKey());
    const start =
      position === undefined
        ? { ShardIteratorType: mapping.startingPosition }
        : { ShardIteratorType: 'AFTER_SEQUENCE_NUMBER', SequenceNumber: position };
    const { ShardIterator } = await dynamodb.call<{ ShardIterator: string }>(
      'DynamoDBStreams_20120810.GetShardIterator',
      { StreamArn: sourceArn, ShardId: shardId, ...start },
    );
    return ShardIterator;
  }

  /** Answers the next iterator; undefined where the shard ends. */
  async #readOnce(iterator: string): Promise<string | undefined> {
    const { dynamodb, written, idleMilliseconds, signal } = this.#options;
    const { Records, NextShardIterator } = await dynamodb.call<{
      Records: StreamRecord[];
      NextShardIterator?: string;
    }>('DynamoDBStreams_20120810.GetRecords', { ShardIterator: iterator, Limit: recordsPerRead });
    this.#accept(Records);
    if (Records.length === 0 && NextShardIterator) await written.wait(idleMilliseconds);
    while (this.#sequence.openCount > mostOpenRecords && !signal.aborted) {
      await Promise.race(this.#lanes.map(({ work }) => work).filter((work) => work !== undefined));
    }
    return NextShardIterator;
  }

  #accept(records: StreamRecord[]): void {
    if (records.length === 0) return;
    this.#sequence.expect(records.map(sequenceNumber));
    const { filters } = this.#options.mapping;
    const passes = (record: StreamRecord) =>
      filters.length === 0 || filters.some((fits) => fits(record));
    this.#settle(records.filter((record) => !passes(record)));
    for (const record of records.filter(passes)) this.#lane(record).queue.push(record);
    const filled = this.#lanes.filter(({ queue }) => queue.length > 0);
    for (const lane of filled) lane.work ??= this.#empty(lane);
  }

  #lane(record: StreamRecord): Lane {
    const index = hash(JSON.stringify(record.dynamodb.Keys)) % this.#lanes.length;
    return this.#lanes[index] as Lane;
  }

  async #empty(lane: Lane): Promise<void> {
    const { batchSize, batchingWindowSeconds } = this.#options.mapping;
    while (lane.queue.length > 0) {
      if (lane.queue.length < batchSize && batchingWindowSeconds > 0) {
        await this.#pause(batchingWindowSeconds * 1000);
      }
      const batch = lane.queue.splice(0, batchSize);
      const isDone = await this.#delivery.deliver(batch);
      if (!isDone) lane.queue = [];
      else this.#settle(batch);
    }
    lane.work = undefined;
  }

  #settle(records: StreamRecord[]): void {
    const position = this.#sequence.settle(records.map(sequenceNumber));
    if (position === undefined) return;
    const { positions, mapping } = this.#options;
    positions.set(mapping.logicalId, this.#positionKey(), position);
  }

  #pause(milliseconds: number): Promise<void> {
    const { signal } = this.#options;
    return pause(milliseconds, undefined, { signal }).catch(() => undefined);
  }

  #positionKey(): string {
    return `${this.#options.sourceArn} ${this.#options.shardId}`;
  }
}

function sequenceNumber({ dynamodb }: StreamRecord): string {
  return dynamodb.SequenceNumber;
}

function hash(text: string): number {
  let value = 0;
  for (let index = 0; index < text.length; index += 1) {
    value = (Math.imul(value, 31) + text.charCodeAt(index)) >>> 0;
  }
  return value;
}
