import { orderMark } from '../../domain/order/order.ts';
import { dueAtOf, isInService } from '../../domain/row/row.ts';
import { readRowId } from '../../domain/row/row-id.ts';
import type { UnfollowedWrite } from '../../ports/calls/dial-queue.ts';
import type { StoredRow } from '../../ports/rows/rows.ts';
import { liveAttempt } from '../call/find-attempt.ts';
import { withdrawAttempt } from '../call/withdraw-attempt.ts';
import { armTimer } from './arm-timer.ts';
import { type FollowPorts, reasonOf, stillBarred } from './follow-row.ts';
import { inSequence } from './in-sequence.ts';
import { judgeAgain, judgeRow } from './judge-row.ts';

/**
 * Follows a row whose stream record could not be followed, as the row now stands. An order that is
 * still the one that was written counts from then; one that was written since, from now at the
 * latest. May come late and twice: what was taken meanwhile is left as it is.
 */
export async function judgeUnfollowed(ports: FollowPorts, write: UnfollowedWrite): Promise<void> {
  await withdrawIfLeft(ports, write);
  const found = await ports.rows.get(write.row);
  if (found === undefined) return;
  const row = write.wasBarred ? stillBarred(found) : found;
  const isTheWrite = orderMark(row.columns) === write.mark;
  const latest = isTheWrite ? write.written.latest : ports.clock.now();
  const isChanged = await inSequence(ports, write, (standing) => {
    const judge = standing === 'first' ? judgeRow : judgeAgain;
    return judge(ports, row, { ...write.written, latest });
  });
  if (!isChanged) await armAgain(ports, row);
}

/** The attempt is read first: while it was live the row said 11. */
async function withdrawIfLeft(ports: FollowPorts, { row: key }: UnfollowedWrite): Promise<void> {
  const Id = readRowId(key.Id);
  const attempt = Id && (await liveAttempt(ports, { task: key.task, Id }));
  if (!attempt) return;
  const row = await ports.rows.get(key);
  if (row !== undefined && isInService(row)) return;
  await withdrawAttempt(ports, attempt.id, reasonOf(row));
}

/** The order was taken, but its timer may not have been set. */
async function armAgain(ports: FollowPorts, row: StoredRow): Promise<void> {
  const dueAt = dueAtOf(row);
  const task = await ports.directory.task(row.key.task);
  if (dueAt !== undefined && task) await armTimer(ports, { row: row.key, dueAt }, task);
}
