import {
  type Attempt,
  type AttemptId,
  lastOutcome,
  type OperatorLine,
  type Origin,
} from '../attempt/attempt.ts';
import type { Facts, LegEnd } from '../attempt/facts.ts';
import type { Outcome } from '../attempt/outcomes.ts';
import type { Recording, RecordingState } from '../attempt/recording.ts';
import { type Instant, toIso } from '../basics/instant.ts';
import { type ZoneSource, zoneSources } from '../gate/zones/customer-zones.ts';
import type { RecordingRule } from '../task/recording-rules.ts';
import { type FactView, factsOf } from './fact-view.ts';

/** An attempt as desks see it: plain data, instants in ISO. One with more facts is newer. */
export interface AttemptView {
  id: AttemptId;
  task: string;
  Id: number;
  origin: Origin;
  operator: OperatorLine;
  customer: string;
  dueAt: string;
  promisedFor?: string;
  claimedAt: string;
  state: CallState;
  legs: { operator: LegView; customer: LegView };
  bridgedAt?: string;
  outcome?: Outcome;
  nextDueAt?: string;
  operatorFreeAt?: string;
  /** By whose clock the gate let the customer be called. */
  permittedBy?: { zone: string; from: ZoneSource };
  /** What the task said about recording when the row was claimed; absent: nothing is recorded. */
  recording?: Exclude<RecordingRule, 'off'>;
  /** The first that was made stands first. */
  recordings?: RecordingView[];
  /** Whether the customer is on hold, since when. */
  hold?: { isOn: boolean; at: string };
  facts: FactView[];
}

export interface RecordingView {
  sid: string;
  state: RecordingState;
  at: string;
  startedAt?: string;
  seconds?: number;
}

/**
 * connecting: the first leg is being made · ringing: the operator's phone, or they have not pressed 1
 * yet · waiting: they are ready, the promised second is not yet · dialling: the customer's phone
 * rings · talking · over: nobody can talk any more, the outcome may still be open
 */
export type CallState = 'connecting' | 'ringing' | 'waiting' | 'dialling' | 'talking' | 'over';

export interface LegView {
  state: 'none' | 'calling' | 'ringing' | 'answered' | 'ready' | 'ended';
  /** Since when it is in this state. */
  at?: string;
  endedAs?: LegEnd;
}

export function attemptViewOf(attempt: Attempt): AttemptView {
  const { id, row, origin, operator, customer, dueAt, promisedFor, claimedAt } = attempt;
  const bridgedAt = talkingSince(attempt);
  return {
    id,
    task: row.task,
    Id: row.Id,
    origin,
    operator,
    customer,
    dueAt: toIso(dueAt),
    ...(promisedFor !== undefined && { promisedFor: toIso(promisedFor) }),
    claimedAt: toIso(claimedAt),
    state: stateOf(attempt),
    legs: { operator: operatorLeg(attempt), customer: customerLeg(attempt) },
    ...(bridgedAt !== undefined && { bridgedAt: toIso(bridgedAt) }),
    ...resultOf(attempt.facts),
    ...permissionOf(attempt),
    ...recordingsOf(attempt),
    ...holdOf(attempt),
    facts: factsOf(attempt.facts),
  };
}

function holdOf({ hold }: Attempt): Pick<AttemptView, 'hold'> {
  return hold === undefined ? {} : { hold: { isOn: hold.isOn, at: toIso(hold.at) } };
}

function recordingsOf({ recording, recordings }: Attempt): Partial<AttemptView> {
  return {
    ...(recording && { recording }),
    ...(recordings && { recordings: recordings.map(recordingView) }),
  };
}

function recordingView({ sid, state, at, startedAt, seconds }: Recording): RecordingView {
  return {
    sid,
    state,
    at: toIso(at),
    ...(startedAt !== undefined && { startedAt: toIso(startedAt) }),
    ...(seconds !== undefined && { seconds }),
  };
}

function permissionOf({ permittedBy }: Attempt): Pick<AttemptView, 'permittedBy'> {
  const from = zoneSources.find((it) => it === permittedBy?.from);
  return permittedBy && from ? { permittedBy: { zone: permittedBy.zone, from } } : {};
}

/** What became of it; late proof that the customer was reached takes the booked retry back. */
function resultOf(facts: Facts): Partial<AttemptView> {
  const { settled, corrected, voicemail, operatorReleased } = facts;
  const end = voicemail?.instead ?? (corrected ? undefined : settled);
  const nextDueAt = end?.nextDueAt;
  const outcome = lastOutcome({ facts });
  return {
    ...(outcome && { outcome }),
    ...(nextDueAt !== undefined && { nextDueAt: toIso(nextDueAt) }),
    ...(operatorReleased && { operatorFreeAt: toIso(operatorReleased.freeAt) }),
  };
}

/**
 * Since when they talk. `bridged` is told when the talk is over, so the answer of whoever joined
 * last stands for it: the customer's, or for a customer who called in and has not hung up before,
 * the operator's.
 */
export function talkingSince({ origin, facts }: Attempt): Instant | undefined {
  const letThrough = facts.callerHungUp || facts.notJoined ? undefined : facts.operatorReady;
  const joined = origin === 'inbound' ? letThrough : facts.customerAnswered;
  return (joined ?? facts.bridged)?.at;
}

function stateOf(attempt: Attempt): CallState {
  const { facts } = attempt;
  if (isOver(facts)) return 'over';
  if (talkingSince(attempt) !== undefined) return 'talking';
  if (attempt.origin === 'inbound') return 'ringing';
  if (facts.dialling) return 'dialling';
  if (facts.operatorReady) return 'waiting';
  const hasLeg = facts.operatorCreated ?? facts.operatorRang ?? facts.operatorAnswered;
  return hasLeg ? 'ringing' : 'connecting';
}

function isOver(facts: Facts): boolean {
  const { settled, operatorEnded, conferenceLeft, customerEnded } = facts;
  const { neverSent, submissionRefused } = facts;
  const ends = [settled, operatorEnded, conferenceLeft, customerEnded];
  return [...ends, neverSent, submissionRefused].some(Boolean);
}

function operatorLeg({ facts }: Attempt): LegView {
  if (facts.submissionRefused) return leg('ended', facts.submissionRefused, 'failed');
  return (
    ended(facts.operatorEnded) ??
    leg('ready', facts.operatorReady) ??
    leg('answered', facts.operatorAnswered) ??
    leg('ringing', facts.operatorRang) ??
    leg('calling', facts.operatorCreated ?? facts.submitting) ?? { state: 'none' }
  );
}

/** A customer who called in hears it ring until the operator has joined them. */
function customerLeg(attempt: Attempt): LegView {
  const { facts, origin } = attempt;
  const isCaller = origin === 'inbound';
  const joined = isCaller ? facts.operatorReady : undefined;
  return (
    ended(facts.customerEnded) ??
    leg('ended', facts.customerAbsent, 'failed') ??
    leg('answered', facts.customerAnswered ?? facts.bridged ?? joined) ??
    leg('ringing', facts.customerRang ?? (isCaller ? facts.customerCreated : undefined)) ??
    leg('calling', facts.customerCreated ?? facts.dialling) ?? { state: 'none' }
  );
}

function ended(fact: Facts['operatorEnded']): LegView | undefined {
  return fact && leg('ended', fact, fact.as);
}

function leg(state: LegView['state'], fact: { at: Instant }, endedAs?: LegEnd): LegView;
function leg(
  state: LegView['state'],
  fact: { at: Instant } | undefined,
  endedAs?: LegEnd,
): LegView | undefined;
function leg(
  state: LegView['state'],
  fact: { at: Instant } | undefined,
  endedAs?: LegEnd,
): LegView | undefined {
  return fact && { state, at: toIso(fact.at), ...(endedAs !== undefined && { endedAs }) };
}
