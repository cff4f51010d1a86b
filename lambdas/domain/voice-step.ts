import type { LegEnd } from './attempt.ts';
import type { Task } from './task.ts';

/** What a phone hears next. The spoken words are the telephone edge's: it knows the language. */
export type VoiceStep =
  /** Says who is next and waits for a key: 1 for ready. `who` is undefined when the row names nobody. */
  | { kind: 'ask-key'; who: string | undefined; tongue: Tongue }
  /** Silence of whole seconds, then the flow asks again. */
  | { kind: 'wait'; seconds: number }
  | { kind: 'dial'; customer: string; callerId: string; ringSeconds: number }
  /** Says one sentence and hangs up. */
  | { kind: 'tell'; message: Message; tongue: Tongue }
  | { kind: 'hang-up' };

export type Message =
  | 'no-key'
  | 'moved'
  | 'cancelled'
  | 'gone'
  | 'not-now'
  | 'may-not-be-called'
  | 'customer-busy'
  | 'customer-no-answer'
  | 'customer-failed'
  | 'trouble';

/** A task's spoken language, with its voice where one is set. */
export interface Tongue {
  language: 'en' | 'ru';
  voice?: string;
}

export function tongueOf({ language, voice }: Pick<Task, 'language' | 'voice'>): Tongue {
  return voice === undefined ? { language } : { language, voice };
}

/** News of one leg, as the telephone network tells it. */
export interface LegEvent {
  leg: 'operator' | 'customer';
  sid: string;
  /** The leg that dialled this one; absent on an operator's. */
  parentSid?: string;
  state: 'initiated' | 'ringing' | 'answered' | LegEnd;
  /** How long it lasted from its answer, 0 while unknown. */
  seconds: number;
}

/** How a dial ended, as the operator's leg goes on. */
export interface DialEnd {
  as: LegEnd;
  bridged: boolean;
  /** The customer's leg, if there was one. */
  sid?: string;
  seconds: number;
  /** The operator hung up first: his leg is over. */
  operatorGone: boolean;
}
