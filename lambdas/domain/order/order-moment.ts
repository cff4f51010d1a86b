import { isCalendarDate } from '../basics/local-time.ts';
import type { OrderFields } from '../row/row.ts';
import type { MomentColumn, OrderProblem } from './order-problem.ts';

/** The wall-clock moment that a row's columns name; a time without a date is its next occurrence. */
export interface Pair {
  date: string | undefined;
  /** `HH:mm:ss`, with a fraction where one was given. */
  time: string;
  /** It was given without seconds. */
  namesMinute: boolean;
}

export function readPair(fields: OrderFields): Pair | OrderProblem {
  const date = readMoment('date_callback', fields.date_callback);
  const time = readMoment('time_callback', fields.time_callback);
  if ('code' in date) return date;
  if ('code' in time) return time;
  const clock = time.clock ?? (date.clock?.time === midnight ? undefined : date.clock);
  const day = date.date ?? time.date;
  if (clock !== undefined) return { date: day, ...clock };
  if (day === undefined) return { code: 'no-moment' };
  return { code: 'no-time', date: fields.date_callback ?? day };
}

/** What a column tells; neither where it is empty. */
interface Moment {
  date?: string;
  clock?: Pick<Pair, 'time' | 'namesMinute'>;
}

const momentPattern =
  /^(?:(\d{4}-\d{2}-\d{2})(?:[T ]|$))?(?:(\d{1,2}):([0-5]\d)(?::([0-5]\d(?:[.,]\d{1,9})?))?)?$/;

const midnight = '00:00:00';

/**
 * The days zero of MySQL, .NET, SQL Server, Access and Excel: what a datetime carries as its date
 * that is only a time, or nothing at all.
 */
const daysZero: readonly (string | undefined)[] = [
  '0000-00-00',
  '0001-01-01',
  '1753-01-01',
  '1899-12-30',
  '1899-12-31',
  '1900-01-01',
];

/** Reads `YYYY-MM-DD`, `HH:mm[:ss]` or an SQL datetime, which is both. */
function readMoment(column: MomentColumn, given?: string): Moment | OrderProblem {
  if (given === undefined) return {};
  const [, date, hours, minutes, seconds] = momentPattern.exec(given) ?? [];
  if (Number(hours ?? 0) > 23) return { code: 'misread', column, got: given };
  const time = hours && `${hours.padStart(2, '0')}:${minutes}:${exact(seconds)}`;
  const clock = time === undefined ? {} : { clock: { time, namesMinute: seconds === undefined } };
  if (daysZero.includes(date)) return time === midnight ? {} : clock;
  if ((column === 'date_callback' ? date : hours) === undefined) {
    return { code: 'misread', column, got: given };
  }
  if (date === undefined) return clock;
  return isCalendarDate(date) ? { date, ...clock } : { code: 'no-such-day', column, got: given };
}

/** SQL writes a fraction of a second; it is dropped only where it is nothing. */
function exact(seconds = '00'): string {
  return seconds.replace(',', '.').replace(/\.0+$/, '');
}
