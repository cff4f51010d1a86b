import type { OrderProblem } from '../../domain/order/order-problem.ts';
import type { RowChange } from '../../domain/order/row-change.ts';
import { isDoNotCall, orderFieldsOf, Status, statusOf } from '../../domain/row/row.ts';
import type { Ports } from '../../ports/ports.ts';
import type { StoredRow } from '../../ports/rows/rows.ts';

/** What makes the row say that its number may not be called; the problem, where somebody ordered a call. */
export function barring({ columns }: StoredRow, problem?: OrderProblem): RowChange {
  const { time_zone: timeZone } = orderFieldsOf(columns);
  return { kind: 'bar', timeZone, problem };
}

/** How often a row is written that others write at the same time. */
const mostTries = 5;

/** Sets the row to 14, whatever it says; false when it says so already. One that is gone needs nothing. */
export function barRow(ports: Pick<Ports, 'rows'>, row: StoredRow): Promise<boolean> {
  const isBarred = (it: StoredRow) => statusOf(it) === Status.doNotCall;
  return changeRow(ports, row, (it) => (isBarred(it) ? undefined : barring(it)));
}

/** Takes the row from 14, as a person does who removes its status. */
export function freeRow(ports: Pick<Ports, 'rows'>, row: StoredRow): Promise<boolean> {
  return changeRow(ports, row, (it) => (isDoNotCall(it) ? freeing : undefined));
}

const freeing: RowChange = { kind: 'finish', status: undefined };

async function changeRow(
  { rows }: Pick<Ports, 'rows'>,
  row: StoredRow,
  changeOf: (row: StoredRow) => RowChange | undefined,
): Promise<boolean> {
  let current: StoredRow | undefined = row;
  for (let tries = 0; tries < mostTries && current !== undefined; tries++) {
    const change = changeOf(current);
    if (change === undefined) return false;
    if (await rows.change(current, change)) return true;
    current = await rows.get(row.key);
  }
  return false;
}
