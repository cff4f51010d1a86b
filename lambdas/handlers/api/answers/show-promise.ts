import type { PromisePreview } from '../../../contract/forms.ts';
import { type Instant, toIso } from '../../../domain/basics/instant.ts';
import { toLocalTime } from '../../../domain/basics/local-time.ts';
import type { PromiseVerdict } from '../../../domain/form/form-promise.ts';
import { zoneOf } from '../../../domain/row/row-zone.ts';
import type { Task } from '../../../domain/task/task.ts';
import type { StoredRow } from '../../../ports/rows.ts';
import { showClock } from './show-clock.ts';

type Timely = PromiseVerdict & { kind: 'taken' | 'barred-then' };

export function showPromise(
  verdict: Timely,
  { row, task }: { row: StoredRow; task: Task },
): PromisePreview {
  const zone = zoneOf(row.columns, task);
  const then = clockOf(verdict.dueAt, zone);
  const clock = showClock(row.columns, task);
  const shown = { dueAt: toIso(verdict.dueAt), zone, clock, ...then };
  if (verdict.kind === 'taken') return { ...shown, may: true };
  const { reason, nextAt } = verdict;
  return { ...shown, may: false, reason, ...nextOf(nextAt, zone) };
}

function nextOf(nextAt: Instant | undefined, zone: string): Partial<PromisePreview> {
  if (nextAt === undefined) return {};
  const { date, time } = clockOf(nextAt, zone);
  return { nextAt: toIso(nextAt), nextDate: date, nextTime: time };
}

/** As forms write it: no seconds. */
function clockOf(at: Instant, zone: string): { date: string; time: string } {
  const { date, time } = toLocalTime(at, zone);
  return { date, time: time.slice(0, 5) };
}
