import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import {
  decodeDialMessage,
  encodeDialMessage,
} from '../../../lambdas/adapters/sqs/dial-message-body.ts';
import { type Instant, second } from '../../../lambdas/domain/basics/instant.ts';
import {
  type DialMessage,
  type DialQueue,
  longestDelaySeconds,
} from '../../../lambdas/ports/calls/dial-queue.ts';
import type { Chance } from './chance.ts';
import type { Faults } from './faults.ts';
import type { Ended } from './functions.ts';

export interface QueueHost {
  now(): Instant;
  chance: Chance;
  readonly faults: Faults;
  plan(inMilliseconds: number, run: () => Promise<void>): void;
  receive(event: SQSEvent): Promise<Ended<SQSBatchResponse>>;
  violate(sentence: string): void;
  note(event: string): void;
}

/** How long a message that was not dealt with stays invisible, and how often it is handed over (lib/cloud). */
const visibility = 120 * second;
const mostReceives = 5;

/** The dial queue: at least once, in any order, each message a few milliseconds late. */
export class SimulatedQueue implements DialQueue {
  /** What is delivered until then comes this much later. */
  late = { until: 0, by: 0 };
  /** Messages that were given up. */
  deadLetters = 0;
  readonly #host: QueueHost;

  constructor(host: QueueHost) {
    this.#host = host;
  }

  async send(message: DialMessage, delaySeconds: number): Promise<void> {
    const { chance, faults, plan } = this.#host;
    const isDelay = Number.isInteger(delaySeconds) && delaySeconds >= 0;
    if (!isDelay || delaySeconds > longestDelaySeconds) {
      this.#host.violate(`a message was sent with a delay of ${delaySeconds} s`);
    }
    const body = encodeDialMessage(message);
    this.#mustBeReadable(body);
    if (chance.happens(faults.lost)) return this.#host.note(`message lost ${body}`);
    const copies = chance.happens(faults.repeated) ? 2 : 1;
    for (let n = 0; n < copies; n++) {
      plan(delaySeconds * second + chance.between(0, 120), () => this.#deliver(body, 1));
    }
  }

  #mustBeReadable(body: string): void {
    try {
      decodeDialMessage(body);
    } catch {
      this.#host.violate(`12: a message is sent that nobody can read: ${body}`);
    }
  }

  async #deliver(body: string, nth: number): Promise<void> {
    const { now, plan } = this.#host;
    if (nth === 1 && now() < this.late.until) {
      return plan(this.late.by, () => this.#receive(body, 1));
    }
    return this.#receive(body, nth);
  }

  async #receive(body: string, nth: number): Promise<void> {
    const ended = await this.#host.receive(eventOf(body));
    if (ended.isDone && ended.result.batchItemFailures.length === 0) return;
    if (nth < mostReceives) this.#host.plan(visibility, () => this.#receive(body, nth + 1));
    else {
      this.deadLetters += 1;
      this.#host.note(`message given up ${body}`);
    }
  }
}

function eventOf(body: string): SQSEvent {
  return { Records: [{ messageId: 'one', body } as SQSEvent['Records'][number]] };
}
