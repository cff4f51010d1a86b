import type { DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import { type Instant, minute, second } from '../../../lambdas/domain/basics/instant.ts';
import type { RowRecord } from '../../support/memory/memory-tables.ts';
import type { Chance } from './chance.ts';
import type { Faults } from './faults.ts';

export interface StreamHost {
  now(): Instant;
  chance: Chance;
  readonly faults: Faults;
  plan(inMilliseconds: number, run: () => Promise<void>): void;
  /** Whether the function took the batch. */
  follow(event: DynamoDBStreamEvent): Promise<boolean>;
  note(event: string, row?: string): void;
}

interface Shard {
  waiting: RowRecord[];
  /** The last ones that were handed over. */
  past: RowRecord[];
  isReading: boolean;
  failures: number;
}

const mostInBatch = 100;
const mostPast = 30;

/** The subscriber table's stream: a shard for each task, in order, a batch again until it was taken. */
export class SimulatedStream {
  /** No shard is read until then. */
  standsUntil: Instant = 0;
  readonly #host: StreamHost;
  readonly #shards = new Map<string, Shard>();

  constructor(host: StreamHost) {
    this.#host = host;
  }

  get isEmpty(): boolean {
    return [...this.#shards.values()].every(({ waiting }) => waiting.length === 0);
  }

  add(records: readonly RowRecord[]): void {
    for (const record of records) {
      const task = String((record.after ?? record.before)?.key.task);
      const shard = this.#shards.get(task) ?? newShard();
      this.#shards.set(task, shard);
      if (this.#host.chance.happens(this.#host.faults.tooOld)) {
        this.#host.note('a record grows too old', nameOf(record));
      } else shard.waiting.push(record);
      this.#read(shard);
    }
  }

  #read(shard: Shard): void {
    if (shard.isReading || shard.waiting.length === 0) return;
    shard.isReading = true;
    const { chance } = this.#host;
    const pause = Math.min(second * 2 ** (shard.failures - 1), minute);
    const after = shard.failures > 0 ? pause : chance.between(5, 600);
    this.#host.plan(after, () => this.#handOver(shard));
  }

  async #handOver(shard: Shard): Promise<void> {
    const { chance, faults, now, plan } = this.#host;
    if (now() < this.standsUntil) {
      return plan(this.standsUntil - now(), () => this.#handOver(shard));
    }
    if (chance.happens(faults.replayed) && shard.past.length > 0) {
      this.#host.note('records are replayed');
      await this.#host.follow(eventOf(shard.past));
    }
    const batch = shard.waiting.slice(0, mostInBatch);
    const isTaken = await this.#host.follow(eventOf(batch));
    shard.failures = isTaken ? 0 : shard.failures + 1;
    if (isTaken) {
      shard.waiting.splice(0, batch.length);
      shard.past = [...shard.past, ...batch].slice(-mostPast);
    }
    shard.isReading = false;
    this.#read(shard);
  }
}

function newShard(): Shard {
  return { waiting: [], past: [], isReading: false, failures: 0 };
}

/** Its images are rows already: `readRow` of whoever follows them hands them on. */
function eventOf(records: readonly RowRecord[]): DynamoDBStreamEvent {
  return { Records: records.map(recordOf) };
}

function recordOf(record: RowRecord): DynamoDBRecord {
  const { before, after, writtenAt, sequence } = record;
  const columns = (after ?? before)?.columns;
  return {
    dynamodb: {
      Keys: { task: { S: String(columns?.task) }, Id: { N: String(columns?.Id) } },
      SequenceNumber: sequence,
      ApproximateCreationDateTime: Math.floor(writtenAt / second),
      ...(before && { OldImage: before as never }),
      ...(after && { NewImage: after as never }),
    },
  };
}

function nameOf({ before, after }: RowRecord): string {
  const columns = (after ?? before)?.columns;
  return `${columns?.task}.${columns?.Id}`;
}
