import type { Instant } from '../basics/instant.ts';
import type { Delay, OrderFields, RowKey } from '../row/row.ts';
import type { RecordingRule } from '../task/recording-rules.ts';
import type { Fact, Facts, RefusalClass, Settled, WithdrawalReason } from './facts.ts';
import type { Hold } from './hold.ts';
import { isNotReached, type Outcome, outcomes } from './outcomes.ts';
import type { Recording } from './recording.ts';

/**
 * One try at bringing an operator and a subscriber together.
 *
 *   claimed ─▶ submitting ─▶ operator ringing ─▶ operator answered ─▶ operator ready
 *      │            │               │                  │                  │
 *      │            ├▶ unknown ─────┤                  │      dialling customer ─▶ bridged
 *      ▼            ▼               ▼                  ▼                  ▼            ▼
 *   never sent   refused      operator ended      withdrawn         not reached     reached
 *
 * Where the operator calls by hand, from a browser or desk phone or by dialling in, their leg is
 * there at the claim and they are ready. Where a customer calls in (`inbound`), *their* leg is there at
 * the claim, the operator's hangs on it, and the permission to dial the customer is not asked for:
 *
 *   claimed ─▶ operator ringing ─▶ operator answered ─▶ operator ready, which is bridged ─▶ reached
 *                     └─────────────────────┴─▶ not taken: the next operator gets an attempt of their own
 *
 * An attempt is the fold of its facts. A fact is stored once under its kind and never changed, so
 * that Twilio's callbacks may come twice, late or in any order and mean the same. Every arrow may
 * be missing: an answer is known without its ringing, an end without its answer.
 */
export interface Attempt {
  id: AttemptId;
  row: RowKey;
  origin: Origin;
  /** The promised instant; for calls that nobody promised, when they were ordered. */
  dueAt: Instant;
  /** When the promise that it serves was made: one retry budget for each. */
  promisedAt: Instant;
  /** How much of that promise's budget was used when the row was claimed. */
  usedBefore?: number;
  /** The instant that a person promised, kept through all tries; absent where nobody promised a call. */
  promisedFor?: Instant;
  /** When an earlier attempt first dialled the customer for this promise. */
  firstDialledAt?: Instant;
  /** Whose doing it is that this try comes later than the promise. */
  delayedBy?: Delay;
  /** A promise was claimed, or taken over by a call that came before it. */
  servesPromise: boolean;
  /** When the promise that was taken over is due. */
  takenOverDueAt?: Instant;
  /** A promise too far ahead to be taken over: it stands again when the call ends. */
  laterDueAt?: Instant;
  /** How an earlier promise had ended: it still has when nothing comes of this call. */
  formerStatus?: FormerStatus;
  /** The order columns as they stood when the row was claimed. */
  order: OrderFields;
  /** By whose clock the gate let the customer be called when the row was claimed, and whose word that was. */
  permittedBy?: { zone: string; from: string };
  /** `tel` as the row gave it when it was claimed. */
  tel: string;
  /** The same in E.164: what is dialled. */
  customer: string;
  operator: OperatorLine;
  claimedAt: Instant;
  /** Whoever of the task is free may have the call: it names nobody, or nobody who can be reached. */
  isForAnybody?: boolean;
  /** Since when the row waited for an operator, if it did: it keeps its place when nothing comes of this. */
  waitingSince?: Instant;
  /** A page showed the operator's calls when the row was claimed: it is told when a phone rings. */
  isWatched?: boolean;
  /** What the task said about recording when the row was claimed; absent: nothing is recorded. */
  recording?: Exclude<RecordingRule, 'off'>;
  /** What is known of recordings; nothing else of the attempt depends on it. */
  recordings?: readonly Recording[];
  /** Whether the customer is on hold; nothing else of the attempt depends on it. */
  hold?: Hold;
  facts: Facts;
}

/** `task.Id.suffix`; the suffix sorts by time. Plain ASCII: it stands in every URL given to Twilio. */
export type AttemptId = string & { readonly brand: 'attempt id' };

export type Origin = 'callback' | 'manual' | 'inbound';

export type FormerStatus = 12 | 13;

/** Who is rung, where; `id` is absent for an address that nobody registered. */
export interface OperatorLine {
  id?: string;
  address: string;
}

export function attemptId(row: RowKey, suffix: string): AttemptId {
  return `${row.task}.${row.Id}.${suffix}` as AttemptId;
}

/** The parts of an attempt id, or undefined for a text that is none. */
export function parseAttemptId(
  text: string,
): { id: AttemptId; row: RowKey; suffix: string } | undefined {
  const found = /^([A-Za-z0-9_-]{1,32})\.([1-9]\d{0,15})\.([a-z0-9-]{1,40})$/.exec(text);
  if (!found) return undefined;
  const row = { task: found[1] as string, Id: Number(found[2]) };
  return { id: text as AttemptId, row, suffix: found[3] as string };
}

/** Refused for the operator's number, as far as anybody can tell: another operator's may do. */
function isNumberRefused(refusal: RefusalClass | undefined): boolean {
  return refusal === 'number' || refusal === 'permission' || refusal === 'unlisted';
}

/** The attempt with one more fact; one of a kind that it has already changes nothing. */
export function withFact(attempt: Attempt, fact: Fact): Attempt {
  if (attempt.facts[fact.kind] !== undefined) return attempt;
  const { kind, ...detail } = fact;
  return { ...attempt, facts: { ...attempt.facts, [kind]: detail } };
}

/**
 * Reached means bridged, or a customer's leg that was answered by other than a machine. Who
 * called in is reached when both were joined: that an operator was let through is no proof, since
 * the caller may hang up in that moment.
 */
export function isReached(attempt: Attempt): boolean {
  return attempt.facts.voicemail === undefined && isAnswered(attempt);
}

/** Whether somebody was joined with the operator, be it a machine. */
export function isAnswered({ facts, origin }: Attempt): boolean {
  if (origin === 'inbound') return facts.bridged !== undefined;
  return (
    facts.bridged !== undefined ||
    facts.customerAnswered !== undefined ||
    facts.customerEnded?.as === 'completed' ||
    (facts.customerEnded?.seconds ?? 0) > 0
  );
}

/** What became of it, with what was learned after it was settled. */
export function lastOutcome({ facts }: Pick<Attempt, 'facts'>): Outcome | undefined {
  const { settled, corrected, voicemail } = facts;
  if (settled === undefined) return undefined;
  if (voicemail !== undefined) return voicemail.instead?.outcome ?? settled.outcome;
  return corrected ? 'reached' : settled.outcome;
}

/** Whether the customer was dialled and not reached: what the retry budget counts. */
export function usesBudget(attempt: Attempt): boolean {
  const outcome = lastOutcome(attempt);
  return outcome !== undefined && isNotReached(outcome) && !isReached(attempt);
}

/** The operator's phone brought nobody to the call: it goes to the next one where anybody will do. */
export function isOperatorMissed(
  { facts }: Attempt,
  settled: Pick<Settled, 'outcome'> | undefined = facts.settled,
): boolean {
  if (settled?.outcome === 'refused') return isNumberRefused(facts.submissionRefused?.class);
  return settled !== undefined && broughtNobody(settled.outcome);
}

function broughtNobody(outcome: Outcome): boolean {
  return outcomes[outcome].side === 'operator' && outcome !== 'operator-deferred';
}

/** Whether the operator answered, or let it ring; undefined where the call says nothing about that. */
export function responseOf(attempt: Attempt, outcome: Outcome): 'answered' | 'missed' | undefined {
  if (attempt.facts.operatorReady !== undefined) return 'answered';
  const isMissed = broughtNobody(outcome) && outcome !== 'operator-busy';
  return isMissed && attempt.origin !== 'manual' ? 'missed' : undefined;
}

/** Whether it still holds the customer's number. */
export function isLive({ facts }: Attempt): boolean {
  return facts.settled === undefined;
}

/** Whether the operator's leg is known to be over, or never to have been. */
export function isOperatorGone({ facts }: Attempt): boolean {
  return (
    facts.operatorEnded !== undefined ||
    facts.neverSent !== undefined ||
    facts.submissionRefused !== undefined
  );
}

export function isCustomerGone({ facts }: Attempt): boolean {
  return facts.customerEnded !== undefined || facts.customerAbsent !== undefined;
}

/** Why the customer shall not be dialled any more, for the operator to hear. */
export function calledOffBecause({ facts }: Attempt): WithdrawalReason | undefined {
  return facts.operatorDeferred ? 'not-now' : facts.withdrawn?.reason;
}

/**
 * Attempts so far for the promise, in which the customer was dialled and not reached.
 *
 * @param history the newest attempts, newest first: the oldest of them tells how many were before it
 */
export function budgetUsed(history: readonly Attempt[], promisedAt: Instant): number {
  const known = history.filter((it) => it.promisedAt === promisedAt);
  return (known.at(-1)?.usedBefore ?? 0) + known.filter(usesBudget).length;
}
