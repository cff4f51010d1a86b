import type { AttemptId } from '../../lambdas/domain/attempt/attempt.ts';
import type { DialEnd, LegEvent, VoiceStep } from '../../lambdas/domain/phone/voice-step.ts';
import { afterDial } from '../../lambdas/use-cases/call/after-dial.ts';
import {
  recordCallerEvent,
  recordLegEvent,
} from '../../lambdas/use-cases/call/record-leg-event.ts';
import { enterNumber, enterPin } from '../../lambdas/use-cases/inbound/admit-operator.ts';
import { afterCallIn } from '../../lambdas/use-cases/inbound/after-call-in.ts';
import { answerInboundCall } from '../../lambdas/use-cases/inbound/answer-inbound-call.ts';
import { greetForCaller, joinCaller } from '../../lambdas/use-cases/inbound/greet-for-caller.ts';
import type { Routed } from '../../lambdas/use-cases/own-calls/route-outbound-call.ts';
import { orderCallback } from '../../lambdas/use-cases/promises/order-callback.ts';
import type { CallCentre } from './call-centre.ts';
import type { ScriptedLeg } from './scripted-dialler.ts';

/** A call that somebody makes to us, and the legs that hang on it. */
export class CallIn {
  readonly leg: ScriptedLeg;
  readonly from: string;
  /** The attempt that the last answer was about. */
  attempt: AttemptId | undefined;
  /** When they were asked whether they want to be called. */
  offeredAt: number | undefined;
  #child: ScriptedLeg | undefined;
  readonly #centre: CallCentre;

  constructor(centre: CallCentre, from: string) {
    this.#centre = centre;
    this.from = from;
    this.leg = centre.dialler.add({ to: '+442079460000' });
    this.leg.state = 'answered';
  }

  get sid(): string {
    return this.leg.sid;
  }

  /** The number is called, and Twilio asks what to do; perhaps again. */
  arrives(to = '+442079460000'): Promise<VoiceStep> {
    return this.take(answerInboundCall(this.#centre.ports, { sid: this.sid, from: this.from, to }));
  }

  async take(answer: Promise<Routed>): Promise<VoiceStep> {
    const { step, attempt } = await answer;
    this.attempt = attempt;
    if (step.kind === 'dial-operator') this.#child = undefined;
    if (step.kind === 'offer-callback') this.offeredAt = step.at;
    return step;
  }

  keysPin(digits: string, tries = 0): Promise<VoiceStep> {
    return enterPin(this.#centre.ports, { sid: this.sid, from: this.from, digits, tries });
  }

  keysNumber(digits: string, tries = 0): Promise<VoiceStep> {
    const { sid, from } = this;
    return this.take(enterNumber(this.#centre.ports, { sid, from, digits, tries }));
  }

  keysOrder(Id: number, digits: string, tries = 0): Promise<VoiceStep> {
    const row = { task: 'demo', Id };
    const offeredAt = this.offeredAt ?? this.#centre.world.clock.now();
    return orderCallback(this.#centre.ports, { row, from: this.from, digits, offeredAt, tries });
  }

  /** The leg that was dialled on this one; it rings from the first time that anybody speaks of it. */
  get child(): ScriptedLeg {
    this.#child ??= this.#centre.dialler.add({ to: 'somebody', parent: this.sid });
    return this.#child;
  }

  operatorAnswers(): Promise<VoiceStep> {
    this.child.state = 'answered';
    return greetForCaller(this.#centre.ports, this.#operatorWebhook);
  }

  operatorPresses(digits: string): Promise<VoiceStep> {
    return joinCaller(this.#centre.ports, { ...this.#operatorWebhook, digits });
  }

  operatorIs(state: LegEvent['state']): Promise<void> {
    const event: LegEvent = { leg: 'operator', sid: this.child.sid, state, seconds: 0 };
    return recordLegEvent(this.#centre.ports, { attempt: this.#id, event });
  }

  /** `<Dial>` to the operator is over. */
  dialEnds(end: Partial<DialEnd>): Promise<VoiceStep> {
    const callSid = this.sid;
    return this.take(
      afterCallIn(this.#centre.ports, { attempt: this.#id, callSid, end: this.#end(end) }),
    );
  }

  /** `<Dial>` of an operator's own call to their customer is over. */
  ownDialEnds(end: Partial<DialEnd>): Promise<VoiceStep> {
    const callSid = this.sid;
    return afterDial(this.#centre.ports, { attempt: this.#id, callSid, end: this.#end(end) });
  }

  customerIs(state: LegEvent['state'], seconds = 0): Promise<void> {
    const { sid } = this.child;
    const event: LegEvent = { leg: 'customer', sid, parentSid: this.sid, state, seconds };
    return recordLegEvent(this.#centre.ports, { attempt: this.#id, event });
  }

  /** Who called hangs up, and the callback about it arrives. */
  async hangsUp(): Promise<void> {
    this.end();
    const event: LegEvent = { leg: 'caller', sid: this.sid, state: 'completed', seconds: 30 };
    await recordCallerEvent(this.#centre.ports, event);
  }

  /** Who called hangs up, and the callback about it is lost. */
  end(): void {
    const ended = {
      endedAs: 'completed',
      seconds: 30,
      endedAt: this.#centre.world.clock.now(),
    } as const;
    this.leg.state = ended;
    if (this.#child !== undefined && typeof this.#child.state === 'string') {
      this.#child.state = {
        ...ended,
        endedAs: this.#child.state === 'answered' ? 'completed' : 'canceled',
      };
    }
  }

  #end(end: Partial<DialEnd>): DialEnd {
    const plain = { as: 'no-answer', bridged: false, seconds: 0, callerGone: false } as const;
    return { ...plain, sid: this.child.sid, ...end };
  }

  get #id(): AttemptId {
    if (this.attempt === undefined) throw new Error('the call serves no attempt');
    return this.attempt;
  }

  get #operatorWebhook() {
    return { attempt: this.#id, callSid: this.child.sid };
  }
}
