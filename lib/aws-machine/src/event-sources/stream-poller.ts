import type { Upstream } from '../proxy/upstream.ts';
import { ShardReader, type ShardReaderOptions } from './shard-reader.ts';
import { Signal } from './signal.ts';

export type StreamPollerOptions = Omit<
  ShardReaderOptions,
  'shardId' | 'sourceArn' | 'signal' | 'written'
>;

interface StreamDescription {
  Shards: { ShardId: string; ParentShardId?: string }[];
}

/** Lambda's poller for the stream of one table. */
export class StreamPoller {
  readonly #options: StreamPollerOptions;
  readonly #stopping = new AbortController();
  readonly #readers = new Map<string, Signal>();
  readonly #ended = new Set<string>();
  readonly #running = new Set<Promise<void>>();

  constructor(options: StreamPollerOptions) {
    this.#options = options;
  }

  get tableName(): string {
    return this.#options.mapping.tableName;
  }

  async start(): Promise<void> {
    const sourceArn = await streamArn(this.#options.dynamodb, this.tableName);
    this.#options.positions.keepOnly(this.#options.mapping.logicalId, sourceArn);
    await this.#readNewShards(sourceArn);
  }

  /** Says that the table was written to. */
  notify(): void {
    for (const written of this.#readers.values()) written.notify();
  }

  /** Starts nothing new. */
  halt(): void {
    this.#stopping.abort();
    this.notify();
  }

  /** Resolves when the running deliveries are done. */
  async finished(): Promise<void> {
    await Promise.all(this.#running);
  }

  /** A shard's children are read when it has ended: an item's records stay in order. */
  async #readNewShards(sourceArn: string): Promise<void> {
    const shards = await describeShards(this.#options.dynamodb, sourceArn);
    const unread = shards.filter(({ ShardId }) => !this.#ended.has(ShardId));
    const waiting = new Set(unread.map(({ ShardId }) => ShardId));
    for (const { ShardId, ParentShardId = '' } of unread) {
      if (!waiting.has(ParentShardId) && !this.#readers.has(ShardId))
        this.#read(ShardId, sourceArn);
    }
  }

  #read(shardId: string, sourceArn: string): void {
    const written = new Signal();
    const { signal } = this.#stopping;
    const reader = new ShardReader({ ...this.#options, shardId, sourceArn, signal, written });
    this.#readers.set(shardId, written);
    const work = reader.run().then(async () => {
      this.#readers.delete(shardId);
      this.#running.delete(work);
      this.#ended.add(shardId);
      if (!signal.aborted) await this.#readNewShards(sourceArn);
    });
    this.#running.add(work);
  }
}

async function streamArn(dynamodb: Upstream, TableName: string): Promise<string> {
  const { Table } = await dynamodb.call<{ Table: { LatestStreamArn?: string } }>(
    'DynamoDB_20120810.DescribeTable',
    { TableName },
  );
  if (Table.LatestStreamArn) return Table.LatestStreamArn;
  throw new Error(`Table ${TableName} has no stream, though a function reads it`);
}

async function describeShards(
  dynamodb: Upstream,
  StreamArn: string,
): Promise<StreamDescription['Shards']> {
  const { StreamDescription } = await dynamodb.call<{ StreamDescription: StreamDescription }>(
    'DynamoDBStreams_20120810.DescribeStream',
    { StreamArn },
  );
  return StreamDescription.Shards;
}
