import type { AttemptId, LegEnd } from '../../lambdas/domain/attempt.ts';
import { type Instant, second } from '../../lambdas/domain/instant.ts';
import type { DialEnd, LegEvent, VoiceStep } from '../../lambdas/domain/voice-step.ts';
import type { Dialler, LegNews, OperatorCall, Submission } from '../../lambdas/ports/dialler.ts';
import type { Chance } from './chance.ts';

export interface Leg {
  sid: string;
  attempt: AttemptId;
  to: string;
  parent?: Leg;
  createdAt: Instant;
  answeredAt?: Instant;
  endedAt?: Instant;
  endedAs?: LegEnd;
}

/** What the network asks of the system: webhooks, and the events of its own making. */
export interface NetworkHost {
  now(): Instant;
  chance: Chance;
  plan(inMilliseconds: number, run: () => Promise<void>): void;
  /** A request for the next step; undefined when the system failed to answer. */
  voice(webhook: VoiceWebhook): Promise<VoiceStep | undefined>;
  /** A status callback, on its way with all that may happen to it. */
  callback(attempt: AttemptId, event: LegEvent): void;
  customerLegCreated(leg: Leg): void;
  faults: NetworkFaults;
}

export type VoiceWebhook = { attempt: AttemptId; callSid: string } & (
  | { to: 'greet' | 'dial' | 'withdrawn' }
  | { to: 'ready'; digits: string }
  | { to: 'after'; end: DialEnd }
);

export interface NetworkFaults {
  /** The call is made, and the request is not answered. */
  silentCreation: number;
  /** The call is not made, and the request is not answered. */
  lostCreation: number;
  /** The request is not answered, and the call is made a minute or two later. */
  lateCreation: number;
  refusal: number;
  /** People and their phones: 0 is everyone answers, 1 is hardly anyone. */
  trouble: number;
}

/** The telephone network as the engine sees it: legs that ring, are answered, talk and end. */
export class SimulatedNetwork implements Dialler {
  readonly legs: Leg[] = [];
  readonly #host: NetworkHost;

  constructor(host: NetworkHost) {
    this.#host = host;
  }

  async ring(call: OperatorCall): Promise<Submission> {
    const { chance, faults } = this.#host;
    if (chance.happens(faults.refusal)) {
      const kind = chance.oneOf(['retry', 'wait'] as const);
      return { kind: 'refused', class: kind, code: kind === 'retry' ? 20429 : 10004 };
    }
    if (chance.happens(faults.lostCreation)) return { kind: 'unknown' };
    if (chance.happens(faults.lateCreation)) {
      this.#host.plan(chance.between(46, 120) * second, async () => void this.#place(call));
      return { kind: 'unknown' };
    }
    const leg = this.#place(call);
    if (chance.happens(faults.silentCreation)) return { kind: 'unknown' };
    return { kind: 'created', sid: leg.sid };
  }

  #place(call: OperatorCall): Leg {
    const leg = this.#create(call.attempt, call.to);
    this.#ringOperator(leg, call.ringSeconds);
    return leg;
  }

  async leg(sid: string): Promise<LegNews | undefined> {
    const leg = this.legs.find((it) => it.sid === sid);
    return leg && newsOf(leg);
  }

  async legsTo(address: string, since: Instant): Promise<LegNews[]> {
    const legs = this.legs.filter((it) => it.to === address && !it.parent && it.createdAt >= since);
    return legs.map(newsOf);
  }

  async childrenOf(sid: string): Promise<LegNews[]> {
    return this.legs.filter((it) => it.parent?.sid === sid).map(newsOf);
  }

  async tellWithdrawn(sid: string, attempt: AttemptId): Promise<void> {
    const leg = this.legs.find((it) => it.sid === sid);
    if (leg === undefined || leg.endedAt !== undefined) return;
    this.#host.plan(50, () => this.#ask(leg, { attempt, callSid: sid, to: 'withdrawn' }));
  }

  async hangUp(sid: string): Promise<void> {
    const leg = this.legs.find((it) => it.sid === sid);
    if (leg !== undefined) this.#end(leg, leg.answeredAt === undefined ? 'canceled' : 'completed');
  }

  liveLegs(): Leg[] {
    return this.legs.filter((it) => it.endedAt === undefined);
  }

  #create(attempt: AttemptId, to: string, parent?: Leg): Leg {
    const sid = `CA${String(this.legs.length + 1).padStart(32, '0')}`;
    const leg: Leg = { sid, attempt, to, createdAt: this.#host.now() };
    if (parent !== undefined) leg.parent = parent;
    this.legs.push(leg);
    return leg;
  }

  #ringOperator(leg: Leg, ringSeconds: number): void {
    const { chance, faults } = this.#host;
    this.#host.plan(100, async () => this.#tell(leg, 'ringing'));
    if (chance.happens(faults.trouble / 2)) {
      const end = chance.oneOf(['busy', 'no-answer', 'failed'] as const);
      const after = end === 'no-answer' ? ringSeconds * second : chance.between(200, 3000);
      return this.#host.plan(after, async () => this.#end(leg, end));
    }
    this.#host.plan(chance.between(300, 4000), () => this.#operatorAnswers(leg));
  }

  async #operatorAnswers(leg: Leg): Promise<void> {
    if (leg.endedAt !== undefined) return;
    leg.answeredAt = this.#host.now();
    await this.#ask(leg, { attempt: leg.attempt, callSid: leg.sid, to: 'greet' });
  }

  async #ask(leg: Leg, webhook: VoiceWebhook): Promise<void> {
    if (leg.endedAt !== undefined && webhook.to !== 'after') return;
    const step = await this.#host.voice(webhook);
    if (leg.endedAt !== undefined) return;
    if (step === undefined) return this.#end(leg, 'completed');
    this.#do(leg, step);
  }

  #do(leg: Leg, step: VoiceStep): void {
    const { chance, faults } = this.#host;
    const webhook = { attempt: leg.attempt, callSid: leg.sid };
    switch (step.kind) {
      case 'ask-key': {
        const presses = !chance.happens(faults.trouble / 4);
        const digits = chance.happens(faults.trouble / 8) ? '2' : '1';
        return this.#host.plan(presses ? 800 : 9000, async () => {
          if (presses) await this.#ask(leg, { ...webhook, to: 'ready', digits });
          else this.#end(leg, 'completed');
        });
      }
      case 'wait':
        if (chance.happens(faults.trouble / 8)) {
          return this.#host.plan(500, async () => this.#end(leg, 'completed'));
        }
        return this.#host.plan(step.seconds * second + 30, () =>
          this.#ask(leg, { ...webhook, to: 'dial' }),
        );
      case 'dial':
        return this.#dial(leg, step);
      default:
        this.#host.plan(300, async () => this.#end(leg, 'completed'));
    }
  }

  #dial(operator: Leg, step: VoiceStep & { kind: 'dial' }): void {
    const { chance, faults } = this.#host;
    const leg = this.#create(operator.attempt, step.customer, operator);
    this.#host.customerLegCreated(leg);
    this.#host.plan(100, async () => this.#tell(leg, 'ringing'));
    if (chance.happens(faults.trouble / 2)) return this.#customerFails(leg, step.ringSeconds);
    if (chance.happens(faults.trouble / 8)) {
      return this.#host.plan(1500, async () => this.#end(operator, 'completed'));
    }
    this.#host.plan(chance.between(300, 6000), () => this.#customerAnswers(leg));
  }

  #customerFails(leg: Leg, ringSeconds: number): void {
    const { chance } = this.#host;
    const end = chance.oneOf(['busy', 'no-answer', 'failed'] as const);
    const after = end === 'no-answer' ? ringSeconds * second : chance.between(200, 3000);
    this.#host.plan(after, async () => this.#end(leg, end));
  }

  async #customerAnswers(leg: Leg): Promise<void> {
    if (leg.endedAt !== undefined) return;
    const { chance } = this.#host;
    leg.answeredAt = this.#host.now();
    this.#tell(leg, 'answered');
    const first = chance.happens(0.5) ? leg : (leg.parent as Leg);
    this.#host.plan(chance.between(2, 120) * second, async () => this.#end(first, 'completed'));
  }

  /** A parent takes its child along; a child hands its parent on to what follows the dial. */
  #end(leg: Leg, as: LegEnd): void {
    if (leg.endedAt !== undefined) return;
    leg.endedAt = this.#host.now();
    leg.endedAs = as;
    const { parent } = leg;
    const child = this.legs.find((it) => it.parent === leg && it.endedAt === undefined);
    if (child !== undefined) this.#end(child, child.answeredAt ? 'completed' : 'canceled');
    this.#tell(leg, as);
    if (parent === undefined) return;
    const end = dialEndOf(leg, parent.endedAt !== undefined);
    const after = { attempt: leg.attempt, callSid: parent.sid, to: 'after', end } as const;
    this.#host.plan(20, () => this.#ask(parent, after));
  }

  #tell(leg: Leg, state: LegEvent['state']): void {
    if (leg.endedAt !== undefined && leg.endedAs !== state) return;
    const side = leg.parent === undefined ? 'operator' : 'customer';
    const event: LegEvent = { leg: side, sid: leg.sid, state, seconds: talkSeconds(leg) };
    if (leg.parent !== undefined) event.parentSid = leg.parent.sid;
    this.#host.callback(leg.attempt, event);
  }
}

function talkSeconds({ answeredAt, endedAt }: Leg): number {
  if (answeredAt === undefined || endedAt === undefined) return 0;
  return Math.round((endedAt - answeredAt) / second);
}

function dialEndOf(leg: Leg, operatorGone: boolean): DialEnd {
  const as = leg.endedAs === 'canceled' ? 'no-answer' : (leg.endedAs ?? 'failed');
  const bridged = leg.answeredAt !== undefined;
  return { as, bridged, sid: leg.sid, seconds: talkSeconds(leg), operatorGone };
}

function newsOf(leg: Leg): LegNews {
  const { sid, createdAt, answeredAt, endedAt, endedAs } = leg;
  if (endedAt !== undefined && endedAs !== undefined) {
    return { sid, createdAt, state: { endedAs, seconds: talkSeconds(leg), endedAt } };
  }
  return { sid, createdAt, state: answeredAt === undefined ? 'ringing' : 'answered' };
}
