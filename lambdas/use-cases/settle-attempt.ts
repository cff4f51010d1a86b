import { type Attempt, budgetUsed, isOperatorGone, isReached } from '../domain/attempt.ts';
import { type Instant, second } from '../domain/instant.ts';
import { operatorLock } from '../domain/lock.ts';
import { Status } from '../domain/row.ts';
import { operatorFreeAt, outcomeOf, rowAfter, settle } from '../domain/settlement.ts';
import type { Task } from '../domain/task.ts';
import { longestDelaySeconds } from '../ports/dial-queue.ts';
import type { Ports } from '../ports/ports.ts';

export type SettlePorts = Pick<
  Ports,
  'rows' | 'attempts' | 'directory' | 'dialQueue' | 'clock' | 'journal'
>;

const historyLimit = 200;

/**
 * Brings row and locks up to what the attempt's facts say. To be called after every fact; it may
 * be called at any time and does nothing when nothing is due.
 */
export async function settleAttempt(ports: SettlePorts, attempt: Attempt): Promise<void> {
  const task = await ports.directory.task(attempt.row.task);
  if (task === undefined) return;
  if (attempt.facts.settled === undefined) return settleNow(ports, attempt, task);
  await correctIfReached(ports, attempt);
  await releaseIfGone(ports, attempt, task);
}

async function settleNow(ports: SettlePorts, attempt: Attempt, task: Task): Promise<void> {
  const outcome = outcomeOf(attempt);
  if (outcome === undefined) return;
  const at = ports.clock.now();
  const history = await ports.attempts.history(attempt.row, historyLimit);
  const others = history.filter((it) => it.id !== attempt.id);
  const used = budgetUsed(others, attempt.promisedAt);
  const settled = settle(attempt, outcome, { task, at, budgetUsed: used });
  const row = await ports.rows.get(attempt.row);
  const freeAt = isOperatorGone(attempt) ? operatorFreeAt(attempt, task, at) : undefined;
  const isFirst = await ports.attempts.settle({
    attempt,
    settled,
    at,
    ...(row && { change: rowAfter(attempt, settled, { columns: row.columns, task }) }),
    ...(freeAt !== undefined && { operatorFreeAt: freeAt }),
  });
  if (!isFirst) return again(ports, attempt);
  report(ports, attempt, outcome);
  if (freeAt !== undefined) await announceFree(ports, attempt, freeAt);
}

/** Somebody else settled it in this moment; what this caller knows beyond that is not lost. */
async function again(ports: SettlePorts, { id }: Attempt): Promise<void> {
  const attempt = await ports.attempts.get(id);
  if (attempt?.facts.settled !== undefined) await settleAttempt(ports, attempt);
}

function report({ journal }: SettlePorts, attempt: Attempt, outcome: string): void {
  if (outcome === 'reached') journal.count('CustomerReached');
  else if (outcome.startsWith('customer-')) journal.count('CustomerNotReached');
  else if (outcome === 'withdrawn') journal.count('AttemptWithdrawn');
  else if (outcome === 'never-sent') journal.count('NeverSent');
  journal.note('attempt settled', { attempt: attempt.id, outcome });
}

/** Late proof that the customer was reached: the retry that was booked for him is taken back. */
async function correctIfReached(ports: SettlePorts, attempt: Attempt): Promise<void> {
  const { settled, corrected } = attempt.facts;
  const isWrong = settled !== undefined && settled.outcome !== 'reached' && isReached(attempt);
  if (!isWrong || corrected !== undefined) return;
  const finish = {
    kind: 'finish',
    status: attempt.servesPromise ? Status.callbackSucceeded : undefined,
  } as const;
  if (!(await ports.attempts.correct(attempt, finish, ports.clock.now()))) return;
  ports.journal.count('CustomerReached');
  ports.journal.note('attempt corrected', { attempt: attempt.id });
}

/** The operator's leg outlived the customer's part: his lock is freed when it has ended too. */
async function releaseIfGone(ports: SettlePorts, attempt: Attempt, task: Task): Promise<void> {
  if (!isOperatorGone(attempt) || attempt.facts.operatorReleased !== undefined) return;
  const at = ports.clock.now();
  const freeAt = operatorFreeAt(attempt, task, at);
  await ports.attempts.release(attempt, freeAt, at);
  await announceFree(ports, attempt, freeAt);
}

/** When his wrap-up is over, the operator is given the call that waits longest. */
async function announceFree(
  { dialQueue, clock }: SettlePorts,
  attempt: Attempt,
  freeAt: Instant,
): Promise<void> {
  const seconds = Math.max(0, Math.ceil((freeAt - clock.now()) / second));
  const operator = operatorLock(attempt.operator);
  await dialQueue.send({ kind: 'offer', operator }, Math.min(seconds, longestDelaySeconds));
}
