import {
  type Attempt,
  type AttemptId,
  lastOutcome,
  type OperatorLine,
  type Origin,
} from '../attempt/attempt.ts';
import type { FactKind, Facts, LegEnd } from '../attempt/facts.ts';
import type { Outcome } from '../attempt/outcomes.ts';
import type { Recording, RecordingState } from '../attempt/recording.ts';
import { type Instant, toIso } from '../basics/instant.ts';
import { type ZoneSource, zoneSources } from '../gate/zones/customer-zones.ts';
import type { RecordingRule } from '../task/recording-rules.ts';

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

export type FactView = { kind: FactKind; at: string } & Record<string, unknown>;

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
    facts: factsOf(attempt.facts),
  };
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
  const { settled, operatorEnded, customerEnded, neverSent, submissionRefused } = facts;
  return [settled, operatorEnded, customerEnded, neverSent, submissionRefused].some(Boolean);
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

/** In the order of time; facts of one instant in the order in which they may follow each other. */
function factsOf(facts: Facts): FactView[] {
  const known = Object.entries(flat(facts)) as [FactKind, { at: Instant }][];
  const sorted = known.sort(([a, { at }], [b, other]) => at - other.at || rank(a) - rank(b));
  return sorted.map(([kind, fact]) => factView(kind, fact));
}

/** What follows from a voicemail that was noted late is shown as details of its own. */
function flat({ voicemail, ...facts }: Facts): object {
  if (voicemail === undefined) return facts;
  const { instead, ...noted } = voicemail;
  return { ...facts, voicemail: { ...instead, ...noted } };
}

/** All kinds, each before those that may follow it in the same instant. */
export const factKinds = [
  'submitting',
  'operatorCreated',
  'operatorRang',
  'operatorAnswered',
  'operatorReady',
  'dialling',
  'customerCreated',
  'customerRang',
  'customerAnswered',
  'bridged',
  'notJoined',
  'submissionRefused',
  'submissionUnknown',
  'neverSent',
  'operatorDeferred',
  'withdrawn',
  'customerAbsent',
  'callerHungUp',
  'customerRefused',
  'customerEnded',
  'operatorEnded',
  'settled',
  'corrected',
  'voicemail',
  'messageLeft',
  'formSent',
  'operatorReleased',
] as const satisfies readonly FactKind[];

function rank(kind: FactKind): number {
  return factKinds.indexOf(kind);
}

/** Details whose names end in `At` are instants. */
function factView(kind: FactKind, fact: { at: Instant }): FactView {
  return { kind, ...shownDetails(fact) };
}

function shownDetails(details: object): { at: string } {
  const shown = Object.entries(details).map(([name, value]) => [
    name,
    isInstant(name) && typeof value === 'number' ? toIso(value) : value,
  ]);
  return Object.fromEntries(shown);
}

function isInstant(name: string): boolean {
  return name === 'at' || name.endsWith('At');
}
