import { firstRecord } from './csv-records.ts';
import { type Delimiter, delimiters } from './delimiter.ts';
import { columnName } from './header.ts';

/**
 * The delimiter by which the header line falls into columns: one of them must be `tel`, and of
 * several delimiters that yield it the one with most columns is meant.
 */
export function findDelimiter(head: string): Delimiter {
  const names = Object.keys(delimiters) as Delimiter[];
  const scores = names.map((name) => ({ name, score: score(firstRecord(head, name)) }));
  return scores.reduce((best, it) => (it.score > best.score ? it : best)).name;
}

/** Outweighs any number of columns. */
const hasTel = 1_000_000;

function score(columns: readonly string[]): number {
  return columns.length + (columns.some((it) => columnName(it) === 'tel') ? hasTel : 0);
}
