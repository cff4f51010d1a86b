import type { PromisePreview } from '../../../contract/forms.ts';
import { type Instant, toIso } from '../../../domain/basics/instant.ts';
import { toLocalTime } from '../../../domain/basics/local-time.ts';
import type { PromiseVerdict } from '../../../domain/form/form-promise.ts';
import { zoneOf } from '../../../domain/row/row-zone.ts';
import type { Task } from '../../../domain/task/task.ts';
import type { StoredRow } from '../../../ports/rows/rows.ts';
import type { Room } from '../../../use-cases/promises/find-room.ts';
import { showClock } from './show-clock.ts';

type Timely = PromiseVerdict & { kind: 'taken' | 'barred-then' };

export function showPromise(
  verdict: Timely,
  { row, task, room }: { row: StoredRow; task: Task; room: Room },
): PromisePreview {
  const zone = zoneOf(row.columns, task);
  const then = clockOf(verdict.dueAt, zone);
  const clock = showClock(row.columns, task);
  const shown = { dueAt: toIso(verdict.dueAt), zone, clock, ...then, room: roomOf(room, zone) };
  if (verdict.kind === 'taken') return { ...shown, may: true };
  const { reason, nextAt } = verdict;
  return { ...shown, may: false, reason, ...nextOf(nextAt, zone) };
}

function roomOf({ from, promised, fits, nearest }: Room, zone: string): PromisePreview['room'] {
  const shown = { from: toIso(from), promised, fits };
  if (nearest === undefined) return shown;
  const { date, time } = clockOf(nearest, zone);
  return { ...shown, nearestAt: toIso(nearest), nearestDate: date, nearestTime: time };
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
