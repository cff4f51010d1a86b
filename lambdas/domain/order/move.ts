import { type Instant, minute } from '../basics/instant.ts';
import { toInstant, toLocalTime } from '../basics/local-time.ts';
import { type Columns, dueAtOf, type Row, Status } from '../row/row.ts';
import { zoneOf } from '../row/row-zone.ts';
import type { Task } from '../task/task.ts';

/** To when a call is moved: minutes from now, a moment on the customer's clock, or so much later than promised. */
export type Move = (
  | { callaftermin: number }
  | { date_callback?: string | undefined; time_callback: string }
  | { laterByMinutes: number }
) & {
  /** Over how many minutes several calls are spread. */
  spreadMinutes?: number | undefined;
};

/** Which of several it is, from 0. */
export interface Turn {
  at: number;
  of: number;
}

/** What is written into the row. */
export function movedColumns(
  move: Move,
  row: Row,
  { task, turn }: { task: Task; turn: Turn },
): Columns {
  const { spreadMinutes = 0 } = move;
  const later = Math.floor((turn.at * spreadMinutes) / turn.of);
  const status = Status.callAtPromise;
  if ('callaftermin' in move) return { status, callaftermin: move.callaftermin + later };
  const zone = zoneOf(row.columns, task);
  if ('laterByMinutes' in move) {
    const { promisedFor = dueAtOf(row) } = row.own;
    if (promisedFor === undefined) return { status };
    return columnsAt(promisedFor + (move.laterByMinutes + later) * minute, zone);
  }
  const { date_callback: date = null, time_callback: time } = move;
  const given = { status, callaftermin: null, date_callback: date, time_callback: time };
  if (later === 0 || date === null) return given;
  const at = instantOf(date, time, zone);
  return at === undefined ? given : columnsAt(at + later * minute, zone);
}

/** Whether it makes sense is judged with the order. */
function instantOf(date: string, time: string, zone: string): Instant | undefined {
  try {
    return toInstant({ date, time: time.length === 5 ? `${time}:00` : time }, zone);
  } catch {
    return undefined;
  }
}

function columnsAt(at: Instant, zone: string): Columns {
  const { date, time } = toLocalTime(at, zone);
  return {
    status: Status.callAtPromise,
    callaftermin: null,
    date_callback: date,
    time_callback: time,
  };
}
