import type { AttemptId } from '../../lambdas/domain/attempt/attempt.ts';
import type { LegEnd } from '../../lambdas/domain/attempt/facts.ts';
import type { DialEnd, LegEvent, VoiceStep } from '../../lambdas/domain/phone/voice-step.ts';
import type { Ports } from '../../lambdas/ports/ports.ts';
import { type AfterDialPorts, afterDial } from '../../lambdas/use-cases/call/after-dial.ts';
import { dialCustomer } from '../../lambdas/use-cases/call/dial-customer.ts';
import {
  greetOperator,
  readyOperator,
  tellWithdrawn,
} from '../../lambdas/use-cases/call/greet-operator.ts';
import { recordLegEvent } from '../../lambdas/use-cases/call/record-leg-event.ts';
import {
  answerByKeypad,
  beginByKeypad,
  type KeypadPorts,
} from '../../lambdas/use-cases/form/ask-by-keypad.ts';
import type { ScriptedDialler, ScriptedLeg } from './scripted-dialler.ts';

type CallPorts = Ports & AfterDialPorts & KeypadPorts;

/**
 * An operator's call and the customer's that hangs on it. What happens to a leg and what the
 * system is told of it are two things: a callback may be lost.
 */
export class OperatorCall {
  readonly attempt: AttemptId;
  readonly operator: ScriptedLeg;
  #customer: ScriptedLeg | undefined;
  readonly #ports: CallPorts;
  readonly #dialler: ScriptedDialler;

  constructor(
    ports: CallPorts,
    call: { attempt: AttemptId; operator: ScriptedLeg; dialler: ScriptedDialler },
  ) {
    this.#ports = ports;
    this.attempt = call.attempt;
    this.operator = call.operator;
    this.#dialler = call.dialler;
  }

  /** The customer's leg; it rings from the first time that anybody speaks of it. */
  get customer(): ScriptedLeg {
    this.#customer ??= this.#dialler.add({ to: '+442079460017', parent: this.operator.sid });
    return this.#customer;
  }

  answers(): Promise<VoiceStep> {
    this.operator.state = 'answered';
    return greetOperator(this.#ports, this.#webhook);
  }

  presses(digits: string): Promise<VoiceStep> {
    return readyOperator(this.#ports, { ...this.#webhook, digits });
  }

  /** The silence that the operator heard is over. */
  comesBack(): Promise<VoiceStep> {
    return dialCustomer(this.#ports, this.#webhook);
  }

  /** The call was sent to the part of the flow that says why it is off. */
  isTold(): Promise<VoiceStep> {
    return tellWithdrawn(this.#ports, this.#webhook);
  }

  /** `<Dial>` is over. */
  dialEnds(end: Partial<DialEnd>): Promise<VoiceStep> {
    const plain = { as: 'no-answer', bridged: false, seconds: 0, callerGone: false } as const;
    const dialEnd = { ...plain, sid: this.customer.sid, ...end };
    return afterDial(this.#ports, { ...this.#webhook, end: dialEnd });
  }

  /** Their phone asks for the script. */
  beginsScript(): Promise<VoiceStep> {
    return beginByKeypad(this.#ports, this.#webhook);
  }

  /** Keys where the script asked, or silence; again, when Twilio repeats its request. */
  keys(asked: VoiceStep, keys: string): Promise<VoiceStep> {
    if (!('place' in asked)) throw new Error(`nothing is asked by ${asked.kind}`);
    return answerByKeypad(this.#ports, { ...this.#webhook, place: asked.place, keys });
  }

  /** The leg came to this, and the callback about it arrives. */
  operatorIs(state: LegEvent['state']): Promise<void> {
    this.end(this.operator, state);
    const event: LegEvent = { leg: 'operator', sid: this.operator.sid, state, seconds: 0 };
    return recordLegEvent(this.#ports, { attempt: this.attempt, event });
  }

  customerIs(state: LegEvent['state'], seconds = 0): Promise<void> {
    this.end(this.customer, state, seconds);
    const { sid, parent = '' } = this.customer;
    const event: LegEvent = { leg: 'customer', sid, parentSid: parent, state, seconds };
    return recordLegEvent(this.#ports, { attempt: this.attempt, event });
  }

  /** The leg came to this, and the callback about it is lost. */
  end(leg: ScriptedLeg, state: LegEvent['state'], seconds = 0): void {
    if (state === 'answered') leg.state = 'answered';
    if (isEnd(state)) leg.state = { endedAs: state, seconds, endedAt: this.#ports.clock.now() };
  }

  get #webhook() {
    return { attempt: this.attempt, callSid: this.operator.sid };
  }
}

function isEnd(state: LegEvent['state']): state is LegEnd {
  return state !== 'initiated' && state !== 'ringing' && state !== 'answered';
}
