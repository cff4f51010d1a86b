import { dueAtOf, type Row } from '../row/row.ts';
import { ownerOf } from './index-entries.ts';

/**
 * Whose lists of promised calls a write touched: canonical addresses, or `anybody`. Supervisors'
 * lists are touched too whenever this is not undefined, be it empty.
 */
export function listsChanged(
  before: Row | undefined,
  after: Row | undefined,
  country: string,
): string[] | undefined {
  const was = shownOf(before, country);
  const is = shownOf(after, country);
  if (JSON.stringify(was) === JSON.stringify(is)) return undefined;
  const owners = [was.owner, is.owner].filter((it) => it !== undefined);
  return [...new Set(owners)];
}

/** What the lists show of a row beyond its own columns. */
function shownOf(row: Row | undefined, country: string) {
  const dueAt = dueAtOf(row);
  return {
    ...(row !== undefined && dueAt !== undefined && { dueAt, owner: ownerOf(row, country) }),
    problem: row?.own.problem,
    waitingSince: row?.own.waitingSince,
  };
}
