import { parse } from 'csv-parse/sync';
import { columnName } from './header.ts';

export const delimiters = { comma: ',', semicolon: ';', tab: '\t' } as const;
export type Delimiter = keyof typeof delimiters;

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

function firstRecord(head: string, delimiter: Delimiter): string[] {
  const form = { ...csvForm(delimiter), skip_records_with_empty_values: true, to: 1 };
  try {
    return parse(head, form)[0] ?? [];
  } catch {
    return []; // by this delimiter a quote stays open
  }
}

/** How table files are written, as csv-parse's options. Quotes inside unquoted cells are letters. */
export function csvForm(delimiter: Delimiter) {
  return {
    delimiter: delimiters[delimiter],
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_quotes: true,
    relax_column_count: true,
  };
}
