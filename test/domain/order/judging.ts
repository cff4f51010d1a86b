import {
  judgeOrder,
  type OrderVerdict,
  type WriteWindow,
} from '../../../lambdas/domain/order/order.ts';
import { orderProblemText } from '../../../lambdas/domain/order/order-problem.ts';
import type { Columns, OrderFields, OwnColumns } from '../../../lambdas/domain/row/row.ts';
import type { Task } from '../../../lambdas/domain/task/task.ts';
import { instant } from '../../support/sample-attempt.ts';
import { sampleTask } from '../../support/sample-task.ts';

export interface Judging {
  own?: OwnColumns;
  /** ISO; noon on Monday 23 November 2026 unless the test says otherwise. */
  writtenAt?: string;
  written?: WriteWindow;
  task?: Task | undefined;
}

/** How a row that says 10 is judged, with these columns and what the system knows of it. */
export function judge(columns: Columns, given: Judging = {}): OrderVerdict {
  const at = instant(given.writtenAt ?? '2026-11-23T12:00:00Z');
  return judgeOrder({
    columns: { task: 'demo', Id: 17, tel: '+442079460017', status: 10, ...columns },
    own: given.own ?? {},
    task: 'task' in given ? given.task : sampleTask(),
    written: given.written ?? { earliest: at, latest: at },
  });
}

/** When the order is due, as ISO text; any other verdict as it is. */
export function dueOf(columns: Columns, given?: Judging): string | OrderVerdict {
  const verdict = judge(columns, given);
  return verdict.kind === 'taken' ? new Date(verdict.dueAt).toISOString() : verdict;
}

/** The sentence with which the order is refused; any other verdict as it is. */
export function problemOf(columns: Columns, given?: Judging): string | OrderVerdict {
  const verdict = judge(columns, given);
  return verdict.kind === 'refused' ? orderProblemText(verdict.problem, 'en') : verdict;
}

/** What the system knows of an order that it took for 15:00 of the same day. */
export function takenFor3pm(more: OrderFields = {}): OwnColumns {
  const order = { status: '10', date_callback: '2026-11-23', time_callback: '15:00:00', ...more };
  const promisedAt = instant('2026-11-23T09:00:00Z');
  return { order, dueAt: instant('2026-11-23T15:00:00Z'), promisedAt };
}
