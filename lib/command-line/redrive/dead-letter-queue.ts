import {
  ChangeMessageVisibilityBatchCommand,
  DeleteMessageBatchCommand,
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import type { AwsAccess } from '../find-system.ts';

/** The most that SQS hands out, or takes, at once. */
const batchSize = 10;
/** Nobody else sees a letter while it is looked at. */
const hiddenSeconds = 300;
/** Only until they are put back. */
const peekSeconds = 30;

export interface Letter {
  MessageId: string;
  ReceiptHandle: string;
  Body: string;
  /** Milliseconds since 1970. */
  sentAt: number;
}

/** The queues of a system, by name. */
export class Queues {
  readonly #client: SQSClient;
  readonly #urls: ReadonlyMap<string, string>;

  constructor(urls: ReadonlyMap<string, string>, aws: AwsAccess) {
    this.#urls = urls;
    this.#client = new SQSClient({ useQueueUrlAsEndpoint: false, ...aws });
  }

  /** All but those that have one themselves. */
  async deadLetterQueues(): Promise<DeadLetterQueue[]> {
    const names = [...this.#urls.keys()].toSorted();
    const found = await Promise.all(names.map((name) => this.#describe(name)));
    return found.flatMap((it) => it ?? []);
  }

  async #describe(name: string): Promise<DeadLetterQueue | undefined> {
    const QueueUrl = this.#urls.get(name) ?? '';
    const get = new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['All'] });
    const { Attributes = {} } = await this.#client.send(get);
    if (Attributes.RedrivePolicy) return undefined;
    const depth = Number(Attributes.ApproximateNumberOfMessages ?? 0);
    const hidden = Number(Attributes.ApproximateNumberOfMessagesNotVisible ?? 0);
    return new DeadLetterQueue(this.#client, { name, url: QueueUrl, depth, hidden });
  }
}

export class DeadLetterQueue {
  readonly name: string;
  /** About how many letters can be had. */
  readonly depth: number;
  /** About how many somebody else is looking at. */
  readonly hidden: number;
  readonly #url: string;
  readonly #client: SQSClient;

  constructor(
    client: SQSClient,
    { name, url, depth, hidden }: { name: string; url: string; depth: number; hidden: number },
  ) {
    this.name = name;
    this.depth = depth;
    this.hidden = hidden;
    this.#url = url;
    this.#client = client;
  }

  /** Some of the letters, the oldest among them as a rule; they stay to be had. */
  async peek(): Promise<Letter[]> {
    if (this.depth + this.hidden === 0) return [];
    const letters = await this.#receive(peekSeconds);
    await this.putBack(letters);
    return letters;
  }

  /** The next letters; empty when there is none. */
  take(): Promise<Letter[]> {
    return this.#receive(hiddenSeconds);
  }

  /** Sends these texts to a queue, takes their letters off, and answers those that could not be sent. */
  async move(letters: readonly (Letter & { message: string })[], toUrl: string): Promise<Letter[]> {
    if (letters.length === 0) return [];
    const Entries = letters.map(({ message }, at) => ({ Id: String(at), MessageBody: message }));
    const send = new SendMessageBatchCommand({ QueueUrl: toUrl, Entries });
    const { Failed = [] } = await this.#client.send(send);
    const failed = new Set(Failed.map(({ Id }) => Number(Id)));
    // In this order: a letter that is sent twice does no harm, one that is lost does.
    await this.drop(letters.filter((_, at) => !failed.has(at)));
    return letters.filter((_, at) => failed.has(at));
  }

  async drop(letters: readonly Letter[]): Promise<void> {
    for (const Entries of batches(letters)) {
      await this.#client.send(new DeleteMessageBatchCommand({ QueueUrl: this.#url, Entries }));
    }
  }

  /** They can be had again. */
  async putBack(letters: readonly Letter[]): Promise<void> {
    for (const batch of batches(letters)) {
      const Entries = batch.map((entry) => ({ ...entry, VisibilityTimeout: 0 }));
      const change = { QueueUrl: this.#url, Entries };
      await this.#client.send(new ChangeMessageVisibilityBatchCommand(change));
    }
  }

  async #receive(VisibilityTimeout: number): Promise<Letter[]> {
    const receive = new ReceiveMessageCommand({
      QueueUrl: this.#url,
      MaxNumberOfMessages: batchSize,
      VisibilityTimeout,
      WaitTimeSeconds: 1,
      MessageSystemAttributeNames: ['SentTimestamp'],
    });
    const { Messages = [] } = await this.#client.send(receive);
    return Messages.map(({ MessageId = '', ReceiptHandle = '', Body = '', Attributes }) => ({
      MessageId,
      ReceiptHandle,
      Body,
      sentAt: Number(Attributes?.SentTimestamp ?? Number.NaN),
    }));
  }
}

function batches(letters: readonly Letter[]): { Id: string; ReceiptHandle: string }[][] {
  const entries = letters.map(({ ReceiptHandle }, at) => ({ Id: String(at), ReceiptHandle }));
  const starts = Array.from({ length: Math.ceil(entries.length / batchSize) }, (_, at) => at);
  return starts.map((at) => entries.slice(at * batchSize, (at + 1) * batchSize));
}
