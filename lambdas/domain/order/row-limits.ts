import { type Columns, textOf } from '../row/row.ts';
import { isRowId } from '../row/row-id.ts';
import type { LimitedColumn, OrderProblem } from './order-problem.ts';

/** DynamoDB's limit for a row, names of columns included. */
const mostStored = 409_600;

/** Some room is left for the system's own columns. */
const mostBytes = 390_000;

/** The system's sentence, with its code and mark. */
const problemBytes = 2_000;

const mostColumns = 250;

/** In characters, however a value is written. */
const mostCharacters = {
  tel: 100,
  operator_number: 255,
  status: 100,
  callaftermin: 100,
  date_callback: 100,
  time_callback: 100,
  time_zone: 64,
} as const satisfies Record<LimitedColumn, number>;

/** Why the system cannot keep the row, whether or not it orders anything. */
export function limitProblem(columns: Columns): OrderProblem | undefined {
  if (Object.hasOwn(columns, 'Id') && !isRowId(columns.Id)) {
    return { code: 'impossible-id', got: textOf(columns.Id) ?? '' };
  }
  return sizeProblem(columns);
}

export function sizeProblem(columns: Columns): OrderProblem | undefined {
  const names = Object.keys(columns).filter((name) => !name.startsWith('_'));
  if (names.length > mostColumns) {
    return { code: 'too-many-columns', most: mostColumns, got: names.length };
  }
  const bytes = bytesOf(columns);
  return bytes > mostBytes ? { code: 'too-much', most: mostBytes, got: bytes } : undefined;
}

/** A column that no value of its kind could fill so far. */
export function lengthProblem(columns: Columns): OrderProblem | undefined {
  for (const [column, most] of Object.entries(mostCharacters) as [LimitedColumn, number][]) {
    const got = textOf(columns[column])?.length ?? 0;
    if (got > most) return { code: 'too-long', column, most, got };
  }
  return undefined;
}

/** Whether the row can take the sentence that says what is wrong with it. */
export function hasRoomForProblem(columns: Columns): boolean {
  return bytesOf(columns) + problemBytes <= mostStored;
}

/** A UTF-16 unit is at most three bytes of UTF-8. */
const mostBytesPerUnit = 3;

/** About what DynamoDB counts; exactly for texts, which alone grow large. */
function bytesOf(columns: Columns): number {
  const texts = Object.entries(columns).flatMap(([name, value]) => [name, textIn(value)]);
  const units = texts.reduce((sum, it) => sum + it.length, 0);
  if (units * mostBytesPerUnit <= mostBytes) return units;
  return new TextEncoder().encode(texts.join('')).length;
}

function textIn(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
}
