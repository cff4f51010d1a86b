import { readOwn } from '../../../lambdas/domain/order/row-change.ts';
import type { Columns, Row } from '../../../lambdas/domain/row/row.ts';

/** Row 17 of demo with these columns, as it is read. */
export function readRow(given: Columns): Row {
  const columns = { task: 'demo', Id: 17, tel: '020 7946 0017', ...given };
  return { columns, own: readOwn(columns) };
}

const taken = (time: string) => ({
  status: '10',
  date_callback: '2026-11-23',
  time_callback: `${time}:00`,
});

/** Promised for that time of 23 November, and taken. */
export function promisedRow(time: string, given: Columns = {}): Row {
  const fields = taken(time);
  return readRow({
    ...fields,
    status: 10,
    _order: fields,
    _due_at: `2026-11-23T${time}:00.000Z`,
    _promised_at: '2026-11-23T09:00:00.000Z',
    ...given,
  });
}

/** In service since 10:29:45. */
export function servedRow(given: Columns = {}): Row {
  return readRow({
    ...taken('10:30'),
    status: 11,
    date_call: '2026-11-23T10:29:45.123Z',
    _order: { ...taken('10:30'), status: '11' },
    _attempt: 'demo.17.a1',
    ...given,
  });
}
