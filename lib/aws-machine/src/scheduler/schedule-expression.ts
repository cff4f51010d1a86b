import { Temporal } from 'temporal-polyfill';
import { AwsError } from '../base/aws-error.ts';

export type ScheduleExpression =
  | { kind: 'once'; at: number }
  | { kind: 'every'; milliseconds: number };

const units: Record<string, number> = {
  minute: 60_000,
  hour: 3_600_000,
  day: 86_400_000,
};

/**
 * Parses `at(yyyy-mm-ddThh:mm:ss)`, whole seconds without a zone, and `rate(n minutes)`. Cron
 * expressions are refused: nothing here uses them.
 */
export function parseExpression(expression: string, timeZone: string): ScheduleExpression {
  assertTimeZone(timeZone);
  const once = /^at\((\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})\)$/.exec(expression)?.[1];
  if (once) return { kind: 'once', at: instant(once, timeZone, expression) };
  const [, count, unit, plural] = /^rate\((\d+) (minute|hour|day)(s?)\)$/.exec(expression) ?? [];
  const number = Number(count);
  const length = units[unit ?? ''];
  if (!length || number < 1 || (number === 1) === (plural === 's')) throw invalid(expression);
  return { kind: 'every', milliseconds: number * length };
}

function assertTimeZone(timeZone: string): void {
  try {
    new Intl.DateTimeFormat('en', { timeZone });
  } catch {
    throw new AwsError('ValidationException', `Invalid Schedule Expression Timezone ${timeZone}.`);
  }
}

function instant(local: string, timeZone: string, expression: string): number {
  try {
    const dateTime = Temporal.PlainDateTime.from(local, { overflow: 'reject' });
    return dateTime.toZonedDateTime(timeZone).epochMilliseconds;
  } catch {
    throw invalid(expression);
  }
}

function invalid(expression: string): AwsError {
  return new AwsError('ValidationException', `Invalid Schedule Expression ${expression}.`);
}
