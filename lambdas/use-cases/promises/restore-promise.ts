import { dueAtOf, sameFields } from '../../domain/row/row.ts';
import type { Ports } from '../../ports/ports.ts';
import type { StoredRow } from '../../ports/rows/rows.ts';

/**
 * A writer who replaced the whole row dropped our columns, and left the order as it was: the promise is
 * the one that was made before, with its instant and its budget.
 *
 * @returns whether the row was changed
 */
export async function restorePromise(
  { rows }: Pick<Ports, 'rows'>,
  before: StoredRow,
  after: StoredRow,
): Promise<boolean> {
  const dueAt = dueAtOf(before);
  const { order, promisedAt, waitingSince, waitingFor } = before.own;
  if (dueAt === undefined || order === undefined || promisedAt === undefined) return false;
  const isKept = sameFields(order, after.own.order) && after.own.dueAt !== undefined;
  if (isKept || after.own.refused !== undefined) return false;
  const isWaiting = waitingSince !== undefined && waitingFor !== undefined;
  return rows.change(after, {
    kind: 'order',
    dueAt,
    fields: order,
    promisedAt,
    promisedFor: before.own.promisedFor,
    dialledAt: before.own.dialledAt,
    delayedBy: before.own.delayedBy,
    waiting: isWaiting ? { since: waitingSince, for: waitingFor } : undefined,
  });
}
