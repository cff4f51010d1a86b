import { setTimeout as pause } from 'node:timers/promises';
import type { InvocationResult } from '../functions/function-worker.ts';
import type { RequestCounts } from '../proxy/request-counts.ts';
import type { Upstream } from '../proxy/upstream.ts';
import { failedItems } from './batch-response.ts';
import type { QueueMapping } from './mapping-definitions.ts';
import { type QueueMessage, queueEvent } from './queue-event.ts';
import { Signal } from './signal.ts';

export interface QueuePollerOptions {
  mapping: QueueMapping;
  sqs: Upstream;
  queueUrl: string;
  region: string;
  counts: RequestCounts;
  invoke(functionName: string, event: unknown): Promise<InvocationResult>;
}

/** SQS hands out at most ten messages at once and holds a question open for 20 s at most. */
const messagesPerReceive = 10;
const longPollSeconds = 20;
const pauseAfterErrorMilliseconds = 500;
const checkAgainMilliseconds = 1_000;

/**
 * Lambda's poller for one queue: receives, invokes, deletes what succeeded. What failed becomes
 * visible again after the queue's visibility timeout, and the queue itself moves it to its
 * dead-letter queue.
 */
export class QueuePoller {
  readonly #options: QueuePollerOptions;
  readonly #slotFreed = new Signal();
  readonly #running = new Set<Promise<void>>();
  #stopped = false;
  #loop: Promise<void> = Promise.resolve();

  constructor(options: QueuePollerOptions) {
    this.#options = options;
  }

  start(): void {
    this.#loop = this.#poll();
  }

  /** Takes no more messages. A poll that is open ends with the queue's server. */
  halt(): void {
    this.#stopped = true;
    this.#slotFreed.notify();
  }

  /** Resolves when the last poll and the last invocation have ended. */
  async finished(): Promise<void> {
    await this.#loop;
    await Promise.all(this.#running);
  }

  async #poll(): Promise<void> {
    while (!this.#stopped) {
      const free = this.#options.mapping.maximumConcurrency - this.#running.size;
      if (free <= 0) await this.#slotFreed.wait(checkAgainMilliseconds);
      else await this.#receiveAndDispatch(free);
    }
  }

  async #receiveAndDispatch(free: number): Promise<void> {
    try {
      const messages = await this.#receive(free);
      for (const batch of batches(messages, this.#options.mapping.batchSize)) this.#dispatch(batch);
    } catch {
      if (!this.#stopped) await pause(pauseAfterErrorMilliseconds);
    }
  }

  async #receive(free: number): Promise<QueueMessage[]> {
    const { mapping, sqs, queueUrl } = this.#options;
    const { Messages = [] } = await sqs.call<{ Messages?: QueueMessage[] }>(
      'AmazonSQS.ReceiveMessage',
      {
        QueueUrl: queueUrl,
        MaxNumberOfMessages: Math.min(messagesPerReceive, free * mapping.batchSize),
        WaitTimeSeconds: longPollSeconds,
        MessageSystemAttributeNames: ['All'],
        MessageAttributeNames: ['All'],
      },
    );
    if (Messages.length > 0) this.#count('ReceiveMessage');
    return Messages;
  }

  #dispatch(batch: QueueMessage[]): void {
    const work = this.#process(batch).finally(() => {
      this.#running.delete(work);
      this.#slotFreed.notify();
    });
    this.#running.add(work);
  }

  async #process(batch: QueueMessage[]): Promise<void> {
    const { mapping, invoke, region } = this.#options;
    const event = queueEvent(batch, { region, queueArn: mapping.queueArn });
    const wanted = event.Records.filter((record) => passes(record, mapping));
    const failed =
      wanted.length === 0
        ? []
        : failedItems({
            result: await invoke(mapping.functionName, { Records: wanted }),
            ids: wanted.map(({ messageId }) => messageId),
            reportsItemFailures: mapping.reportsItemFailures,
          });
    await this.#delete(batch.filter(({ MessageId }) => !failed.includes(MessageId)));
  }

  /** A message whose deletion fails comes again, as it may in AWS. */
  async #delete(messages: QueueMessage[]): Promise<void> {
    if (messages.length === 0) return;
    this.#count('DeleteMessage');
    const Entries = messages.map(({ ReceiptHandle }, index) => ({
      Id: String(index),
      ReceiptHandle,
    }));
    const input = { QueueUrl: this.#options.queueUrl, Entries };
    await this.#options.sqs.call('AmazonSQS.DeleteMessageBatch', input).catch(() => undefined);
  }

  #count(operation: string): void {
    const caller = `${this.#options.mapping.functionName} (event source)`;
    this.#options.counts.add({ caller, operation: `sqs:${operation}` });
  }
}

function batches<T>(items: T[], size: number): T[][] {
  const count = Math.ceil(items.length / size);
  return Array.from({ length: count }, (_, index) => items.slice(index * size, (index + 1) * size));
}

/** Messages that fit no filter are deleted unread, as Lambda does. */
function passes(record: unknown, { filters }: QueueMapping): boolean {
  return filters.length === 0 || filters.some((fits) => fits(record));
}
