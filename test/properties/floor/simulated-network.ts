import type { AttemptId } from '../../../lambdas/domain/attempt/attempt.ts';
import type { LegEnd } from '../../../lambdas/domain/attempt/facts.ts';
import { type Instant, second } from '../../../lambdas/domain/basics/instant.ts';
import type { DialEnd, LegEvent, VoiceStep } from '../../../lambdas/domain/phone/voice-step.ts';
import type { Conferences } from '../../../lambdas/ports/calls/conferences.ts';
import type {
  Dialler,
  LegNews,
  OperatorCall,
  Submission,
} from '../../../lambdas/ports/calls/dialler.ts';
import type { CallTarget } from '../../../lambdas/use-cases/own-calls/attach-call.ts';
import {
  dialEndOf,
  type Leg,
  type NetworkHost,
  newsOf,
  talkSeconds,
  type VoiceWebhook,
  webhookOf,
} from './network-host.ts';

/** The telephone network as the engine sees it: legs that ring, are answered, talk and end. */
export class SimulatedNetwork implements Dialler {
  readonly #host: NetworkHost;
  readonly #legs = new Map<string, Leg>();
  readonly #live = new Set<Leg>();
  readonly #children = new Map<Leg, Leg[]>();
  readonly #to = new Map<string, Leg[]>();
  readonly #liveAt = new Map<string, Leg[]>();

  constructor(host: NetworkHost) {
    this.#host = host;
  }

  async ring(call: OperatorCall): Promise<Submission> {
    const { chance, faults } = this.#host;
    if (this.#host.lineOf(call.to) === 'refused') {
      return { kind: 'refused', class: 'number', code: 13224 };
    }
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
    const leg = this.#create({ kind: 'operator', attempt: call.attempt, to: call.to });
    this.#ringOperator(leg, call.ringSeconds);
    return leg;
  }

  /** An operator calls from their own phone. */
  callOut(from: string, target: CallTarget): void {
    const leg = this.#create({ kind: 'own', to: from });
    leg.answeredAt = this.#host.now();
    this.#host.plan(20, () => this.#ask(leg, { callSid: leg.sid, to: 'own', from, target }));
  }

  /** A customer calls us. */
  callIn(from: string): void {
    const leg = this.#create({ kind: 'caller', to: from });
    leg.answeredAt = this.#host.now();
    this.#host.plan(20, () => this.#ask(leg, { callSid: leg.sid, to: 'inbound', from }));
  }

  async leg(sid: string): Promise<LegNews | undefined> {
    const leg = this.#legs.get(sid);
    return leg && newsOf(leg);
  }

  async legsTo(address: string, since: Instant): Promise<LegNews[]> {
    const legs = this.#to.get(address) ?? [];
    return legs.filter((it) => !it.parent && it.createdAt >= since).map(newsOf);
  }

  async childrenOf(sid: string): Promise<LegNews[]> {
    const leg = this.#legs.get(sid);
    return ((leg && this.#children.get(leg)) ?? []).map(newsOf);
  }

  async tellWithdrawn(sid: string, attempt: AttemptId): Promise<void> {
    const leg = this.#legs.get(sid);
    if (leg === undefined || leg.endedAt !== undefined) return;
    this.#host.plan(50, () => this.#ask(leg, { attempt, callSid: sid, to: 'withdrawn' }));
  }

  /** What is said to it takes no time here. */
  leaveMessage(sid: string): Promise<void> {
    return this.hangUp(sid);
  }

  /** The customer leaves the Dial, whose action the operator's leg goes on at. */
  async confer(sid: string, attempt: AttemptId): Promise<void> {
    const leg = this.#legs.get(sid);
    if (leg === undefined || leg.endedAt !== undefined) return;
    const isFirst = !leg.hasLeftDial;
    leg.hasLeftDial = true;
    this.#leaveConference(leg);
    this.#host.plan(30, () => this.#ask(leg, { attempt, callSid: sid, to: 'conference' }));
    if (!isFirst || leg.parent === undefined || leg.parent.endedAt !== undefined) return;
    const end = { ...conferenceEnd(leg.parent), bridged: true, sid };
    const after = { attempt, callSid: leg.parent.sid, to: 'after', end } as const;
    this.#host.plan(20, () => this.#ask(leg.parent as Leg, after));
  }

  async leaveConference(sid: string, attempt: AttemptId): Promise<void> {
    const leg = this.#legs.get(sid);
    if (leg === undefined || leg.endedAt !== undefined) return;
    this.#leaveConference(leg);
    const left = { attempt, callSid: sid, to: 'left', end: conferenceEnd(leg) } as const;
    this.#host.plan(30, () => this.#ask(leg, left));
  }

  /** One has begun when both are in it. */
  conferences(): Conferences {
    const isIn = async (_: AttemptId, sid: string) => {
      const leg = this.#legs.get(sid);
      return leg?.isInConference === true && leg.parent?.isInConference === true;
    };
    return { hold: isIn, resume: isIn };
  }

  async hangUp(sid: string): Promise<void> {
    const leg = this.#legs.get(sid);
    if (leg !== undefined) this.#end(leg, leg.answeredAt === undefined ? 'canceled' : 'completed');
  }

  liveLegs(): Leg[] {
    return [...this.#live];
  }

  /** Live legs at this phone. */
  liveAt(to: string): Leg[] {
    return this.#liveAt.get(to) ?? [];
  }

  get created(): number {
    return this.#legs.size;
  }

  #create(given: Pick<Leg, 'kind' | 'attempt' | 'to' | 'parent'>): Leg {
    const sid = `CA${String(this.#legs.size + 1).padStart(32, '0')}`;
    const leg: Leg = { sid, createdAt: this.#host.now(), ...given };
    this.#legs.set(sid, leg);
    this.#live.add(leg);
    listIn(this.#to, leg.to).push(leg);
    listIn(this.#liveAt, leg.to).push(leg);
    if (leg.parent !== undefined) listIn(this.#children, leg.parent).push(leg);
    this.#host.legCreated(leg);
    return leg;
  }

  #ringOperator(leg: Leg, ringSeconds: number): void {
    const { chance, faults } = this.#host;
    this.#host.plan(100, async () => this.#tell(leg, 'ringing'));
    const line = this.#host.lineOf(leg.to);
    const isBad = line === 'silent' || line === 'dead';
    if (isBad || (line !== 'prompt' && chance.happens(faults.trouble / 2))) {
      const usual = chance.oneOf(['busy', 'no-answer', 'failed'] as const);
      const end = isBad ? badEnds[line] : usual;
      const after = end === 'no-answer' ? ringSeconds * second : chance.between(200, 3000);
      return this.#host.plan(after, async () => this.#end(leg, end));
    }
    this.#host.plan(chance.between(300, 4000), () => this.#operatorAnswers(leg));
  }

  async #operatorAnswers(leg: Leg): Promise<void> {
    if (leg.endedAt !== undefined) return;
    leg.answeredAt = this.#host.now();
    const to = leg.parent === undefined ? 'greet' : 'whisper';
    await this.#ask(leg, { ...webhookOf(leg), to });
  }

  async #ask(leg: Leg, webhook: VoiceWebhook): Promise<void> {
    const isEnd = ['after', 'left', 'after-call-in'].includes(webhook.to);
    if (leg.endedAt !== undefined && !isEnd) return;
    const routed = await this.#host.voice(webhook);
    if (routed?.attempt !== undefined) leg.attempt = routed.attempt;
    if (leg.endedAt !== undefined) return;
    if (routed === undefined) return this.#end(leg, 'completed');
    this.#do(leg, routed.step);
  }

  #do(leg: Leg, step: VoiceStep): void {
    switch (step.kind) {
      case 'ask-key':
        return this.#pressOne(leg, 'ready');
      case 'ask-key-for-caller':
        return this.#pressOne(leg, 'join');
      case 'let-through':
        return this.#join(leg);
      case 'wait':
        return this.#wait(leg, step.seconds);
      case 'dial':
        return this.#dial(leg, step);
      case 'dial-operator':
        return this.#host.plan(3000, async () => this.#dialOperator(leg, step));
      case 'confer':
        leg.isInConference = true;
        return;
      case 'offer-callback':
        return this.#orderCallback(leg, step);
      default:
        this.#host.plan(300, async () => this.#end(leg, 'completed'));
    }
  }

  #pressOne(leg: Leg, to: 'ready' | 'join'): void {
    const { chance, faults } = this.#host;
    const trouble = this.#host.lineOf(leg.to) === 'prompt' ? 0 : faults.trouble;
    const presses = !chance.happens(trouble / 4);
    const digits = chance.happens(trouble / 8) ? '2' : '1';
    this.#host.plan(presses ? 800 : 9000, async () => {
      if (presses) await this.#ask(leg, { ...webhookOf(leg), to, digits });
      else this.#end(leg, 'completed');
    });
  }

  #wait(leg: Leg, seconds: number): void {
    const { chance, faults } = this.#host;
    const trouble = this.#host.lineOf(leg.to) === 'prompt' ? 0 : faults.trouble;
    if (chance.happens(trouble / 8)) {
      return this.#host.plan(500, async () => this.#end(leg, 'completed'));
    }
    this.#host.plan(seconds * second + 30, () => this.#ask(leg, { ...webhookOf(leg), to: 'dial' }));
  }

  #dialOperator(caller: Leg, step: VoiceStep & { kind: 'dial-operator' }): void {
    if (caller.endedAt !== undefined) return;
    const { attempt } = webhookOf(caller);
    const leg = this.#create({ kind: 'operator', attempt, to: step.address, parent: caller });
    this.#ringOperator(leg, step.ringSeconds);
    const { chance, faults } = this.#host;
    if (!chance.happens(faults.trouble / 8)) return;
    this.#host.plan(1500, async () => this.#end(caller, 'completed'));
  }

  #join(leg: Leg): void {
    leg.joinedAt = this.#host.now();
    this.#talk(leg);
  }

  #orderCallback(leg: Leg, { row, at, tries }: VoiceStep & { kind: 'offer-callback' }): void {
    const { chance } = this.#host;
    const digits = chance.oneOf(['1', '2', '7', '']);
    this.#host.plan(chance.between(3000, 20_000), async () => {
      const order = { row, from: leg.to, digits, offeredAt: at, tries };
      if (digits === '') this.#end(leg, 'completed');
      else await this.#ask(leg, { callSid: leg.sid, to: 'order', order });
    });
  }

  #dial(operator: Leg, step: VoiceStep & { kind: 'dial' }): void {
    const { chance, faults } = this.#host;
    const { attempt } = webhookOf(operator);
    const leg = this.#create({ kind: 'customer', attempt, to: step.customer, parent: operator });
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
    leg.answeredAt = this.#host.now();
    this.#tell(leg, 'answered');
    this.#talk(leg);
  }

  #talk(leg: Leg): void {
    const { chance } = this.#host;
    this.#host.talkBegan(leg);
    const first = chance.happens(0.5) ? leg : (leg.parent as Leg);
    this.#host.plan(chance.between(2, 120) * second, async () => this.#end(first, 'completed'));
  }

  /** A parent takes its child along; a child hands its parent on to what follows the dial. */
  #end(leg: Leg, as: LegEnd): void {
    if (leg.endedAt !== undefined) return;
    leg.endedAt = this.#host.now();
    leg.endedAs = as;
    this.#live.delete(leg);
    const others = this.liveAt(leg.to).filter((it) => it !== leg);
    this.#liveAt.set(leg.to, others);
    this.#host.legEnded(leg);
    const { parent } = leg;
    const child = this.#children.get(leg)?.find(({ endedAt }) => endedAt === undefined);
    if (child !== undefined && !child.hasLeftDial)
      this.#end(child, child.answeredAt ? 'completed' : 'canceled');
    if (leg.isInConference && leg.kind !== 'customer') this.#conferenceOver(leg);
    this.#leaveConference(leg);
    this.#tell(leg, as);
    if (parent === undefined || leg.hasLeftDial) return;
    const end = dialEndOf(leg, parent.endedAt !== undefined);
    const to = parent.kind === 'caller' ? 'after-call-in' : 'after';
    const after = { attempt: webhookOf(leg).attempt, callSid: parent.sid, to, end } as const;
    this.#host.plan(20, () => this.#ask(parent, after));
  }

  /** Who goes ends it for the other: a customer's leg is through then, an operator's goes on at its action. */
  #leaveConference(leg: Leg): void {
    if (!leg.isInConference) return;
    leg.isInConference = false;
    const others = [leg.parent, ...(this.#children.get(leg) ?? [])];
    for (const other of others.filter((it) => it?.isInConference))
      this.#conferenceOver(other as Leg);
  }

  #conferenceOver(leg: Leg): void {
    leg.isInConference = false;
    if (leg.kind === 'customer') {
      return this.#host.plan(10, async () => this.#end(leg, 'completed'));
    }
    const left = { ...webhookOf(leg), to: 'left', end: conferenceEnd(leg) } as const;
    this.#host.plan(20, () => this.#ask(leg, left));
  }

  #tell(leg: Leg, state: LegEvent['state']): void {
    if (leg.endedAt !== undefined && leg.endedAs !== state) return;
    const isCaller = leg.kind === 'own' || leg.kind === 'caller';
    const side = isCaller ? 'caller' : (leg.kind as 'operator' | 'customer');
    const event: LegEvent = { leg: side, sid: leg.sid, state, seconds: talkSeconds(leg) };
    if (leg.parent !== undefined) event.parentSid = leg.parent.sid;
    this.#host.callback(leg.attempt, event);
  }
}

function conferenceEnd(operator: Leg): DialEnd {
  const callerGone = operator.endedAt !== undefined;
  return { as: 'completed', bridged: false, seconds: 0, callerGone };
}

const badEnds = { silent: 'no-answer', dead: 'failed' } as const;

function listIn<Key, Item>(lists: Map<Key, Item[]>, key: Key): Item[] {
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  return list;
}
