import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { InvocationResult } from '../functions/function-worker.ts';
import { failedItems } from './batch-response.ts';
import type { StreamMapping } from './mapping-definitions.ts';
import { lambdaRecord, type StreamRecord } from './stream-event.ts';

export interface StreamDeliveryOptions {
  mapping: StreamMapping;
  region: string;
  signal: AbortSignal;
  invoke(functionName: string, event: unknown): Promise<InvocationResult>;
  /** Tells the mapping's failure destination about records that were given up. */
  reportFailure(queueArn: string, report: unknown): Promise<void>;
}

type Condition = 'RetryAttemptsExhausted' | 'RecordAgeExceeded';

const firstBackoffMilliseconds = 200;
const longestBackoffMilliseconds = 60_000;

/**
 * Hands batches of one shard to a function until they succeed or are given up, by Lambda's rules:
 * what failed is tried again with growing pauses; a batch may be cut in halves, which costs no
 * try; too many tries or too great an age end it, with a report to the failure destination.
 */
export class StreamDelivery {
  readonly #options: StreamDeliveryOptions;
  readonly #shardId: string;

  constructor(options: StreamDeliveryOptions, shardId: string) {
    this.#options = options;
    this.#shardId = shardId;
  }

  /** Resolves when nothing of the batch needs handing over any more; false if it was stopped before. */
  async deliver(batch: StreamRecord[]): Promise<boolean> {
    const { mapping, signal } = this.#options;
    let rest = batch;
    for (let tries = 0; rest.length > 0; tries += 1) {
      if (signal.aborted) return false;
      rest = await this.#withoutExpired(rest);
      if (rest.length === 0) return true;
      rest = await this.#try(rest);
      if (rest.length === 0) return true;
      if (signal.aborted) return false;
      if (mapping.bisectsBatchOnError && rest.length > 1) return this.#deliverHalves(rest);
      if (tries >= mapping.maximumRetryAttempts) {
        await this.#giveUp(rest, { condition: 'RetryAttemptsExhausted', tries: tries + 1 });
        return true;
      }
      await this.#backOff(tries);
    }
    return true;
  }

  /** Answers what has to come again: everything from the first failure on. */
  async #try(batch: StreamRecord[]): Promise<StreamRecord[]> {
    const { mapping, region, invoke } = this.#options;
    const source = { region, streamArn: mapping.streamArn };
    const Records = batch.map((record) => lambdaRecord(record, source));
    const ids = batch.map(({ dynamodb }) => dynamodb.SequenceNumber);
    const failed = failedItems({
      result: await invoke(mapping.functionName, { Records }),
      ids,
      reportsItemFailures: mapping.reportsItemFailures,
    });
    const first = ids.findIndex((id) => failed.includes(id));
    return first === -1 ? [] : batch.slice(first);
  }

  async #deliverHalves(batch: StreamRecord[]): Promise<boolean> {
    const middle = Math.ceil(batch.length / 2);
    const isFirstDone = await this.deliver(batch.slice(0, middle));
    return isFirstDone && this.deliver(batch.slice(middle));
  }

  async #withoutExpired(batch: StreamRecord[]): Promise<StreamRecord[]> {
    const oldest = Date.now() / 1000 - this.#options.mapping.maximumRecordAgeSeconds;
    const isExpired = ({ dynamodb }: StreamRecord) => dynamodb.ApproximateCreationDateTime < oldest;
    const expired = batch.filter(isExpired);
    if (expired.length === 0) return batch;
    await this.#giveUp(expired, { condition: 'RecordAgeExceeded', tries: 0 });
    return batch.filter((record) => !isExpired(record));
  }

  async #giveUp(
    batch: StreamRecord[],
    why: { condition: Condition; tries: number },
  ): Promise<void> {
    const { mapping, reportFailure } = this.#options;
    if (mapping.onFailureArn === undefined) return;
    await reportFailure(mapping.onFailureArn, this.#failureReport(batch, why));
  }

  /** https://docs.aws.amazon.com/lambda/latest/dg/services-dynamodb-errors.html */
  #failureReport(batch: StreamRecord[], why: { condition: Condition; tries: number }) {
    const { mapping } = this.#options;
    const [first, last] = [batch[0]?.dynamodb, batch.at(-1)?.dynamodb];
    return {
      requestContext: {
        requestId: randomUUID(),
        functionArn: mapping.functionArn,
        condition: why.condition,
        approximateInvokeCount: why.tries,
      },
      responseContext: { statusCode: 200, executedVersion: '$LATEST', functionError: 'Unhandled' },
      version: '1.0',
      timestamp: new Date().toISOString(),
      DDBStreamBatchInfo: {
        shardId: this.#shardId,
        startSequenceNumber: first?.SequenceNumber,
        endSequenceNumber: last?.SequenceNumber,
        approximateArrivalOfFirstRecord: arrival(first),
        approximateArrivalOfLastRecord: arrival(last),
        batchSize: batch.length,
        streamArn: mapping.streamArn,
      },
    };
  }

  async #backOff(tries: number): Promise<void> {
    const milliseconds = Math.min(
      firstBackoffMilliseconds * 2 ** tries,
      longestBackoffMilliseconds,
    );
    const { signal } = this.#options;
    await pause(milliseconds, undefined, { signal }).catch(() => undefined);
  }
}

function arrival(record: StreamRecord['dynamodb'] | undefined): string | undefined {
  return record && new Date(record.ApproximateCreationDateTime * 1000).toISOString();
}
