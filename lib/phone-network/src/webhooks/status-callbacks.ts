import type { Clock } from '../base/clock.ts';
import type { DebugLog } from '../base/debug-log.ts';
import type { Faults } from '../legs/faults.ts';
import type { Leg } from '../legs/leg.ts';
import type { LegRecord, ProgressEvent, StatusSubscription } from '../legs/leg-record.ts';
import { callParameters, finalParameters, rfc2822 } from './call-parameters.ts';
import type { Webhook, WebhookSender } from './webhook-sender.ts';

const longestHoldMilliseconds = 2000;
const codes = { lost: 15002, refused: 15003 } as const;

export interface StatusCallbackParts {
  accountSid: string;
  clock: Clock;
  sender: WebhookSender;
  faults: Faults;
  debugLog: DebugLog;
}

/** Tells whoever subscribed how a leg gets on: fired in order, never waited for, faulty when told to be. */
export class StatusCallbacks {
  readonly #parts: StatusCallbackParts;
  /** Per leg, the callback that a fault holds back until the next one has arrived. */
  readonly #heldBack = new Map<string, () => void>();

  constructor(parts: StatusCallbackParts) {
    this.#parts = parts;
  }

  follow(leg: Leg): void {
    leg.events.on('progress', (event) => this.#report(leg.record, event));
  }

  #report(leg: LegRecord, event: ProgressEvent): void {
    const subscription = leg.statusCallback;
    if (!subscription?.events.includes(event)) return;
    const webhook = this.#compose(leg, event, subscription);
    const fate = this.#parts.faults.fateOf('callbacks', leg, webhook.parameters.CallStatus ?? '');
    const releaseEarlier = this.#heldBack.get(leg.sid);
    const send = async () => {
      const copies = Array.from({ length: fate.copies }, () => this.#send(webhook, leg.sid));
      await Promise.all(copies);
      releaseEarlier?.();
    };
    if (fate.copies === 0) {
      this.#note(codes.lost, 'The status callback was lost', { webhook, callSid: leg.sid });
    }
    if (fate.isHeldBack) this.#holdBack(leg.sid, send);
    else if (fate.delayMilliseconds > 0) this.#parts.clock.setTimer(fate.delayMilliseconds, send);
    else void send();
  }

  #compose(leg: LegRecord, event: ProgressEvent, subscription: StatusSubscription): Webhook {
    const sequenceNumber = leg.callbacksFired;
    leg.callbacksFired += 1;
    return {
      url: subscription.url,
      method: subscription.method,
      parameters: {
        ...callParameters(this.#parts.accountSid, leg),
        CallStatus: event === 'initiated' ? 'initiated' : leg.status,
        Timestamp: rfc2822(this.#parts.clock.now()),
        CallbackSource: 'call-progress-events',
        SequenceNumber: String(sequenceNumber),
        ...(event === 'completed' && finalParameters(leg)),
      },
    };
  }

  #holdBack(sid: string, send: () => Promise<void>): void {
    const release = () => {
      callOff();
      if (this.#heldBack.get(sid) === release) this.#heldBack.delete(sid);
      void send();
    };
    const callOff = this.#parts.clock.setTimer(longestHoldMilliseconds, release);
    this.#heldBack.set(sid, release);
  }

  async #send(webhook: Webhook, callSid: string): Promise<void> {
    const result = await this.#parts.sender.send(webhook);
    if (result.kind === 'failed') this.#note(codes.lost, result.message, { webhook, callSid });
    else if (result.status >= 400)
      this.#note(codes.refused, `HTTP ${result.status}`, { webhook, callSid });
  }

  #note(
    code: number,
    message: string,
    { webhook, callSid }: { webhook: Webhook; callSid: string },
  ): void {
    this.#parts.debugLog.add({ code, message, callSid, url: webhook.url });
  }
}
