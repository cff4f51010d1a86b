import {
  type Attempt,
  budgetUsed,
  isAnswered,
  isOperatorGone,
  isOperatorMissed,
  isReached,
  responseOf,
  withFact,
} from '../../domain/attempt/attempt.ts';
import type { Fact, FactKind, Settled } from '../../domain/attempt/facts.ts';
import { operatorLock } from '../../domain/attempt/lock.ts';
import type { Outcome } from '../../domain/attempt/outcomes.ts';
import { isRecorded, recordedCall } from '../../domain/attempt/recorded-call.ts';
import { recordingTimeout } from '../../domain/attempt/recording.ts';
import { type Instant, second } from '../../domain/basics/instant.ts';
import { Status } from '../../domain/row/row.ts';
import { outcomeOf } from '../../domain/settlement/outcome-of.ts';
import { rowAfter, settle } from '../../domain/settlement/settlement.ts';
import { operatorFreeAt } from '../../domain/settlement/wrap-up.ts';
import type { Task } from '../../domain/task/task.ts';
import { historyLimit, type Settlement } from '../../ports/calls/attempts.ts';
import { longestDelaySeconds } from '../../ports/calls/dial-queue.ts';
import type { Ports } from '../../ports/ports.ts';
import type { Metric } from '../../ports/records/journal.ts';
import { noteFacts } from './find-attempt.ts';

export type SettlePorts = Pick<
  Ports,
  'rows' | 'attempts' | 'directory' | 'dialQueue' | 'clock' | 'journal'
>;

/**
 * Brings row and locks up to what the attempt's facts say. To be called after every fact; it may
 * be called at any time and does nothing when nothing is due.
 */
export async function settleAttempt(ports: SettlePorts, attempt: Attempt): Promise<void> {
  const task = await ports.directory.task(attempt.row.task);
  if (task === undefined) return;
  const outcome = outcomeOf(attempt);
  if (attempt.facts.settled === undefined) {
    if (outcome !== undefined) await settleNow(ports, attempt, { task, outcome, news: [] });
    else if (attempt.facts.messageLeft) await releaseIfGone(ports, attempt, task);
    return;
  }
  await correctIfReached(ports, attempt);
  await releaseIfGone(ports, attempt, task);
}

/** Facts that one webhook tells. They are one write, with the settlement where they settle it. */
export async function takeFacts(
  ports: SettlePorts,
  known: Attempt,
  facts: readonly Fact[],
): Promise<Attempt> {
  const news = facts.filter(({ kind }) => known.facts[kind] === undefined);
  const told = news.reduce(withFact, known);
  const outcome = known.facts.settled === undefined ? outcomeOf(told) : undefined;
  const task = outcome && (await ports.directory.task(known.row.task));
  if (outcome && task) return settleNow(ports, told, { task, outcome, news });
  const attempt = await noteFacts(ports, known, ...news);
  await settleAttempt(ports, attempt);
  return attempt;
}

interface Conclusion {
  task: Task;
  outcome: Outcome;
  /** What is known of it and not yet written. */
  news: readonly Fact[];
}

/** Returns the attempt as it then is. */
async function settleNow(
  ports: SettlePorts,
  attempt: Attempt,
  { task, outcome, news }: Conclusion,
): Promise<Attempt> {
  const at = ports.clock.now();
  const result = await resultOf(ports, attempt, { outcome, task, at });
  const response = responseOf(attempt, outcome);
  const freeAt = isOperatorGone(attempt) ? operatorFreeAt(attempt, task, at) : undefined;
  const isFirst = await ports.attempts.settle({
    attempt,
    at,
    ...result,
    facts: news,
    unless: contradicting(attempt, outcome),
    ...(freeAt !== undefined && { operatorFreeAt: freeAt }),
    ...(response !== undefined && { response }),
  });
  if (!isFirst) return again(ports, attempt, news);
  report(ports, attempt, outcome);
  await passOn(ports, attempt, result.settled);
  if (freeAt !== undefined) await announceFree(ports, attempt, freeAt);
  await askForRecording(ports, attempt);
  return withFact(attempt, { kind: 'settled', at, ...result.settled });
}

/** Word of a recording may be lost as any other: it is asked for when it should have come. */
async function askForRecording({ dialQueue }: SettlePorts, attempt: Attempt): Promise<void> {
  const call = recordedCall(attempt);
  if (call === undefined || !isRecorded(attempt) || !isAnswered(attempt)) return;
  const message = { kind: 'recordings', attempt: attempt.id, call, tries: 0 } as const;
  await dialQueue.send(message, recordingTimeout / second);
}

/** What would settle it otherwise, had it come in this moment. */
function contradicting(attempt: Attempt, outcome: Outcome): FactKind[] {
  const kinds = outcome === 'reached' ? (['operatorEnded'] as const) : decisive;
  return kinds.filter((kind) => attempt.facts[kind] === undefined);
}

const decisive = [
  'withdrawn',
  'operatorDeferred',
  'operatorReady',
  'dialling',
  'customerAnswered',
  'customerEnded',
  'customerRefused',
  'bridged',
] as const satisfies readonly FactKind[];

/** The next operator is rung in the same breath; the stream would tell a second later. */
async function passOn(
  { dialQueue }: SettlePorts,
  attempt: Attempt,
  settled: Settled,
): Promise<void> {
  const { row, isForAnybody } = attempt;
  const { nextDueAt: dueAt } = settled;
  if (!isForAnybody || dueAt === undefined || !isOperatorMissed(attempt, settled)) return;
  await dialQueue.send({ kind: 'call', row, dueAt }, 0);
}

/** What follows from an outcome for the attempt and its row. */
export async function resultOf(
  { attempts, rows }: Pick<SettlePorts, 'attempts' | 'rows'>,
  attempt: Attempt,
  { outcome, task, at }: { outcome: Outcome; task: Task; at: Instant },
): Promise<Pick<Settlement, 'settled' | 'change'>> {
  const history = await attempts.history(attempt.row, historyLimit);
  const others = history.filter((it) => it.id !== attempt.id);
  const used = budgetUsed(others, attempt.promisedAt);
  const settled = settle(attempt, outcome, { task, at, budgetUsed: used });
  const row = await rows.get(attempt.row);
  return row ? { settled, change: rowAfter(attempt, settled, { ...row, task }) } : { settled };
}

/** Somebody else told more of it in this moment, or settled it; what this caller knows is not lost. */
async function again(
  ports: SettlePorts,
  attempt: Attempt,
  news: readonly Fact[],
): Promise<Attempt> {
  const now = await ports.attempts.get(attempt.id);
  return now === undefined ? attempt : takeFacts(ports, now, news);
}

/** What Twilio refused was counted by the class of its refusal. */
const metricOf: Record<Outcome, Metric | undefined> = {
  reached: 'CustomerReached',
  'customer-busy': 'CustomerBusy',
  'customer-no-answer': 'CustomerSilent',
  'customer-failed': 'CustomerUnreachable',
  'customer-declined': 'CustomerBusy',
  'no-such-number': 'NoSuchNumber',
  'operator-hung-up': 'CustomerAbandoned',
  voicemail: 'CustomerSilent',
  'operator-busy': 'OperatorNotReached',
  'operator-no-answer': 'OperatorNotReached',
  'operator-not-ready': 'OperatorNotReached',
  'operator-failed': 'OperatorUnreachable',
  'operator-deferred': 'OperatorDeferred',
  'caller-gone': 'CallerGone',
  'no-customer-leg': 'CustomerLegMissing',
  withdrawn: 'AttemptWithdrawn',
  'never-sent': 'NeverSent',
  refused: undefined,
};

function report({ journal }: SettlePorts, attempt: Attempt, outcome: Outcome): void {
  const metric = metricOf[outcome];
  if (metric !== undefined) journal.count(metric);
  journal.note('attempt settled', { attempt: attempt.id, outcome });
}

/** Late proof that the customer was reached: the retry that was booked for them is taken back. */
async function correctIfReached(ports: SettlePorts, attempt: Attempt): Promise<void> {
  const { settled, corrected } = attempt.facts;
  const isWrong = settled !== undefined && settled.outcome !== 'reached' && isReached(attempt);
  if (!isWrong || corrected !== undefined) return;
  const finish = {
    kind: 'finish',
    status: attempt.servesPromise ? Status.callbackSucceeded : undefined,
  } as const;
  const fact = { kind: 'corrected', at: ports.clock.now() } as const;
  if (!(await ports.attempts.correct({ attempt, fact, change: finish }))) return;
  await askForRecording(ports, attempt);
  ports.journal.count('CustomerReached');
  ports.journal.note('attempt corrected', { attempt: attempt.id });
}

/** The operator's leg outlived the customer's part, or left it to a message: their lock is freed when it has ended. */
async function releaseIfGone(ports: SettlePorts, attempt: Attempt, task: Task): Promise<void> {
  if (!isOperatorGone(attempt) || attempt.facts.operatorReleased !== undefined) return;
  await release(ports, attempt, task, []);
}

/** The operator's leg ends when all else is settled: that and what follows is one write. */
export async function endOperator(
  ports: SettlePorts,
  known: Attempt,
  facts: readonly Fact[],
): Promise<void> {
  const task = await ports.directory.task(known.row.task);
  if (task !== undefined) await release(ports, facts.reduce(withFact, known), task, facts);
}

async function release(
  ports: SettlePorts,
  attempt: Attempt,
  task: Task,
  facts: readonly Fact[],
): Promise<void> {
  const at = ports.clock.now();
  const freeAt = operatorFreeAt(attempt, task, at);
  await ports.attempts.release(attempt, { freeAt, at, facts });
  await announceFree(ports, attempt, freeAt);
}

/** When the wrap-up is over, the operator is given the call that waits longest. */
async function announceFree(
  { dialQueue, clock }: SettlePorts,
  attempt: Attempt,
  freeAt: Instant,
): Promise<void> {
  const seconds = Math.max(0, Math.ceil((freeAt - clock.now()) / second));
  const operator = operatorLock(attempt.operator);
  await dialQueue.send({ kind: 'offer', operator }, Math.min(seconds, longestDelaySeconds));
}
