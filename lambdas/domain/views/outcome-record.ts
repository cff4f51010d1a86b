import {
  type Attempt,
  type AttemptId,
  lastOutcome,
  type OperatorLine,
  type Origin,
} from '../attempt/attempt.ts';
import { ringAtOf } from '../attempt/dial-timing.ts';
import type { Outcome } from '../attempt/outcomes.ts';
import { type Instant, second } from '../basics/instant.ts';
import type { Delay } from '../row/row.ts';
import { punctualityOf } from '../settlement/promise-course.ts';
import type { Task } from '../task/task.ts';
import { talkingSince } from './attempt-view.ts';

/** What a settled attempt adds to the figures. */
export interface OutcomeRecord {
  attempt: AttemptId;
  task: string;
  origin: Origin;
  operator: OperatorLine;
  outcome: Outcome;
  settledAt: Instant;
  talkSeconds: number;
  /** How late the operator's call was sent, in milliseconds; absent where nothing set its moment. */
  operatorLateMs?: number;
  /** From the promised second until the customer's phone was first dialled, in milliseconds. */
  customerLateMs?: number;
  /** The promise has come and gone, and the customer was never dialled for it. */
  neverDialled?: true;
  /** Whose doing it is that the customer was dialled late or never. */
  delayedBy?: Delay;
}

/** Undefined while the attempt is open. */
export function outcomeRecordOf(
  attempt: Attempt,
  task: Pick<Task, 'ringAheadSeconds'> | undefined,
): OutcomeRecord | undefined {
  const { settled } = attempt.facts;
  if (settled === undefined) return undefined;
  const operatorLateMs = task && operatorLateness(attempt, task);
  return {
    attempt: attempt.id,
    task: attempt.row.task,
    origin: attempt.origin,
    operator: attempt.operator,
    outcome: lastOutcome(attempt) ?? settled.outcome,
    settledAt: settled.at,
    talkSeconds: talkSeconds(attempt),
    ...(operatorLateMs !== undefined && { operatorLateMs }),
    ...promiseFigures(attempt, task),
  };
}

function promiseFigures(
  attempt: Attempt,
  task: Pick<Task, 'ringAheadSeconds'> | undefined,
): Pick<OutcomeRecord, 'customerLateMs' | 'neverDialled' | 'delayedBy'> {
  const kept = punctualityOf(attempt, task);
  if (kept === undefined) return {};
  const { lateMs, delayedBy } = kept;
  return {
    ...(lateMs === undefined ? { neverDialled: true } : { customerLateMs: lateMs }),
    ...(delayedBy !== undefined && { delayedBy }),
  };
}

/** The network's own count where it is told; else from when they were joined to the first end. */
function talkSeconds(attempt: Attempt): number {
  const { customerEnded, operatorEnded, settled } = attempt.facts;
  const since = talkingSince(attempt);
  if (attempt.origin !== 'inbound' && customerEnded?.seconds) return customerEnded.seconds;
  if (since === undefined) return 0;
  const ends = [customerEnded, operatorEnded].flatMap((it) => (it ? [it.at] : []));
  const end = ends.length > 0 ? Math.min(...ends) : (settled?.at ?? since);
  return Math.max(0, Math.round((end - since) / second));
}

/** As `submit-call` times it; that it is about to be sent is written some 50 ms before it is sent. */
function operatorLateness(
  { origin, dueAt, promisedAt, facts }: Attempt,
  task: Pick<Task, 'ringAheadSeconds'>,
): number | undefined {
  if (origin !== 'callback' || facts.submitting === undefined) return undefined;
  return Math.max(0, facts.submitting.at - Math.max(ringAtOf(dueAt, task), promisedAt));
}
