import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { type DialMessage, type DialQueue, longestDelaySeconds } from '../../ports/dial-queue.ts';
import { encodeDialMessage } from './dial-message-body.ts';

export class SqsDialQueue implements DialQueue {
  readonly #client: SQSClient;
  readonly #queueUrl: string;

  constructor(client: SQSClient, queueUrl: string) {
    this.#client = client;
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
    await this.#client.send(new SendMessageCommand(send));
  }
}
