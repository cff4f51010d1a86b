import { toE164 } from '../basics/phone-number.ts';
import { type Row, textOf } from '../row/row.ts';
import type { Cells } from './import-line.ts';
import { numberOfLine } from './same-numbers.ts';

/** What a line that is taken does: it makes a row, or changes one, perhaps into another customer's. */
export const lineEffects = ['new', 'changed', 'another-number'] as const;
export type LineEffect = (typeof lineEffects)[number];

/** `row`: of the line's Id, as it stands. */
export function effectOf(cells: Cells, row: Row | undefined, country: string): LineEffect {
  if (row === undefined) return 'new';
  const before = toE164(textOf(row.columns.tel) ?? '', country);
  const after = numberOfLine(cells, country);
  return before !== undefined && after !== undefined && before !== after
    ? 'another-number'
    : 'changed';
}
