import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import {
  type DialMessage,
  type DialQueue,
  longestDelaySeconds,
} from '../../ports/calls/dial-queue.ts';
import { encodeDialMessage } from './dial-message-body.ts';

export class SqsDialQueue implements DialQueue {
  readonly #open: () => SQSClient;
  readonly #queueUrl: string;
  #client: SQSClient | undefined;

  /** @param open is asked for a client at the first message: many functions rarely send one */
  constructor(open: () => SQSClient, queueUrl: string) {
    this.#open = open;
    this.#queueUrl = queueUrl;
  }

  async send(message: DialMessage, delaySeconds: number): Promise<void> {
    if (!Number.isInteger(delaySeconds) || delaySeconds < 0 || delaySeconds > longestDelaySeconds) {
      throw new RangeError(
        `delaySeconds must be a whole number, 0–${longestDelaySeconds}, got ${delaySeconds}`,
      );
    }
    const MessageBody = encodeDialMessage(message);
    const send = { QueueUrl: this.#queueUrl, MessageBody, DelaySeconds: delaySeconds };
    this.#client ??= this.#open();
    await this.#client.send(new SendMessageCommand(send));
  }
}
