import type { AttemptId } from '../attempt/attempt.ts';
import type { LegEnd, LineRefusal } from '../attempt/facts.ts';
import type { Instant } from '../basics/instant.ts';
import type { Language } from '../basics/language.ts';
import type { CallRefusal } from '../gate/call-refusal.ts';
import type { Permitted } from '../gate/permitted.ts';
import type { RowKey } from '../row/row.ts';
import type { FieldProblem } from '../script/fields/field-problem.ts';
import type { SpokenField } from '../script/fields/keypad.ts';
import type { SpokenValue } from '../script/fields/spoken-value.ts';
import type { Task } from '../task/task.ts';
import type { KeypadPlace } from './keypad-place.ts';

/** What a phone hears next. The spoken words are the voice adapter's: it knows the language. */
export type VoiceStep =
  /** Says who is next and waits for a key: 1 for ready. `who` is undefined when the row names nobody. */
  | { kind: 'ask-key'; who: string | undefined; tongue: SpokenLanguage }
  /** The same to an operator's phone that rings for a customer who called in and waits. */
  | { kind: 'ask-key-for-caller'; who: string | undefined; tongue: SpokenLanguage }
  /** The operator's phone is joined with the caller's. */
  | { kind: 'let-through' }
  /** Who calls from an operator's number keys their PIN; `tries` were wrong. */
  /** Wrong PINs were keyed before: the line is held first. */
  | { kind: 'ask-pin'; tries: number; waitSeconds: number; tongue: SpokenLanguage }
  /** Then the number that they want to call; `tries` were none. */
  | { kind: 'ask-number'; tries: number; tongue: SpokenLanguage }
  /** Silence of whole seconds, then the flow asks again. */
  | { kind: 'wait'; seconds: number }
  | {
      kind: 'dial';
      customer: Permitted;
      callerId: string;
      ringSeconds: number;
      /** News is wanted when their phone rings. */
      isWatched: boolean;
      /** News is wanted when a machine answers. */
      detectsMachines: boolean;
      /** The talk is recorded; with a notice the customer hears so before they are joined. */
      recording?: 'on' | 'notice';
    }
  /** Joins a customer who called in with an operator; until then they hear ringing. */
  | {
      kind: 'dial-operator';
      address: Permitted;
      callerId: string;
      ringSeconds: number;
      /** A page shows the call: the ringing is told. */
      isWatched: boolean;
      isRecorded?: boolean;
      /** The caller hears first that it is; not again where another operator is rung for them. */
      notice?: RecordingNotice;
    }
  /** The customer hears that the talk is recorded, and is joined. */
  | ({ kind: 'say-notice' } & RecordingNotice)
  /** Nobody is free: says when they will be called, where that is promised, and takes an order. */
  | {
      kind: 'offer-callback';
      row: RowKey;
      promised: SpokenMoment | 'soon' | undefined;
      /** Now: an order is taken if nothing was promised since. */
      at: Instant;
      tries: number;
      tongue: SpokenLanguage;
    }
  /** What they ordered; no moment means as soon as somebody is free. */
  | { kind: 'confirm-callback'; moment: SpokenMoment | undefined; tongue: SpokenLanguage }
  /** The customer is gone: goes on to the script on the telephone's keys. */
  | { kind: 'begin-script' }
  /** One question of the script, after the texts that stand before it. */
  | {
      kind: 'ask-question';
      place: KeypadPlace;
      before: string[];
      remark?: Remark;
      question: SpokenQuestion;
      tongue: SpokenLanguage;
    }
  /** What was keyed, to be confirmed. */
  | { kind: 'read-back'; place: KeypadPlace; value: SpokenValue; tongue: SpokenLanguage }
  /** The form is sent, perhaps with a promise: says so and hangs up. */
  | { kind: 'form-sent'; before: string[]; promised?: PromisedMoment; tongue: SpokenLanguage }
  /** The customer's leg, where a machine answered it: leaves a message and hangs up. */
  | ({ kind: 'leave-message' } & VoicemailMessage)
  /** Joins the attempt's conference; the customer waits with music until the operator is in it. */
  | { kind: 'confer'; room: AttemptId; as: 'operator' | 'customer'; music?: string | undefined }
  /** Says one sentence and hangs up. */
  | { kind: 'tell'; message: Message; tongue: SpokenLanguage }
  | { kind: 'hang-up' };

/** That the talk is recorded, in the task's words or, without any, in ours. */
export interface RecordingNotice {
  words: string | undefined;
  tongue: SpokenLanguage;
}

/** An instant as it is spoken: in the zone where the listener reads the clock. */
export interface SpokenMoment {
  at: Instant;
  zone: string;
  /** The day goes without saying. */
  isToday: boolean;
}

/** By the customer's clock. */
export interface PromisedMoment extends SpokenMoment {
  /** The customer's clock shows another time than the task's. */
  isElsewhere: boolean;
}

/** A question as somebody hears it who has only keys. */
export interface SpokenQuestion {
  type: SpokenField['type'];
  words: string;
  /** What one key each answers; empty where digits are keyed. */
  options: { key: string; label: string }[];
  maySkip: boolean;
}

/** Why a question comes again. */
export type Remark =
  | { kind: 'answer'; problem: FieldProblem }
  /** The customer may not be called then, but at `nextAt`. */
  | { kind: 'not-then'; promised: SpokenMoment; nextAt?: SpokenMoment }
  | { kind: 'past' }
  /** They may not be called at all. */
  | { kind: 'never' }
  /** The row cannot take the promise. */
  | { kind: 'not-possible' };

export type Message =
  | CallRefusal['reason']
  | InboundMessage
  | 'no-key'
  | 'moved'
  | 'cancelled'
  | 'gone'
  | 'not-now'
  | 'may-not-be-called'
  | 'customer-busy'
  | 'customer-no-answer'
  | 'customer-failed'
  /** The script's question was not answered: nothing of it counts. */
  | 'given-up'
  /** The row does not take the answers. */
  | 'not-kept'
  | 'trouble';

/** What a person who calls in may hear. */
export type InboundMessage =
  /** They want to be called no more, and will not be. */
  | 'no-more-calls'
  /** The number called belongs to no task. */
  | 'nobody-here'
  /** They do not show their number. */
  | 'show-number'
  /** A call to them is being made at this moment. */
  | 'calling-you'
  | 'nobody-free'
  /** They ordered nothing. */
  | 'no-order'
  | 'no-pin'
  | 'wrong-pin'
  | 'unknown-caller';

/** A task's spoken language, with its voice where one is set. */
export interface SpokenLanguage {
  language: Language;
  voice?: string;
}

export function spokenLanguageOf({
  language,
  voice,
}: Pick<Task, 'language' | 'voice'>): SpokenLanguage {
  return voice === undefined ? { language } : { language, voice };
}

/** What a machine hears that answered instead of the customer: a recorded sound, or words. */
export type VoicemailMessage = { sound: string } | { words: string; tongue: SpokenLanguage };

export function recordingNoticeOf(
  task: Pick<Task, 'language' | 'voice' | 'recordingNotice'>,
): RecordingNotice {
  return { words: task.recordingNotice?.[task.language], tongue: spokenLanguageOf(task) };
}

/** News of one leg, as the telephone network tells it. */
export interface LegEvent {
  /** `caller`: who called us, an operator or a customer. */
  leg: 'operator' | 'customer' | 'caller';
  sid: string;
  /** The leg that dialled this one; absent on an operator's. */
  parentSid?: string;
  state: 'initiated' | 'ringing' | 'answered' | LegEnd;
  /** How long it lasted from its answer, 0 while unknown. */
  seconds: number;
  /** Why it took no call, where the network says more than that it ended. */
  refused?: LineRefusal;
}

/** How a dial ended, as the leg that dialled goes on: the operator's, or that of who called in. */
export interface DialEnd {
  as: LegEnd;
  bridged: boolean;
  /** The leg that was dialled, if there was one. */
  sid?: string;
  seconds: number;
  refused?: LineRefusal;
  /** Who called hung up first: the leg that dialled is over. */
  callerGone: boolean;
}
