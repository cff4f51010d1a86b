import type { Column, ColumnMap } from '../../../table-files/header.ts';
import { suggestColumns } from '../../../table-files/suggest-columns.ts';
import { keep, readKept } from '../../browser/remembered.ts';

/** What was chosen for a file with these columns before, else what their names suggest. */
export function mappingFor(header: readonly string[]): ColumnMap {
  const kept = readKept(keyOf(header));
  return kept === undefined ? suggestColumns(header) : new Map(JSON.parse(kept));
}

/** For the next file with the same columns. */
export function rememberMapping(columns: readonly Column[], mapping: ColumnMap): void {
  keep(keyOf(columns.map(({ source }) => source)), JSON.stringify([...mapping]));
}

function keyOf(header: readonly string[]): string {
  return `callback-center:columns:${JSON.stringify(header)}`;
}
