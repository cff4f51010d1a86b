import type { RowView } from '../../../contract/rows.ts';

/** They are shown elsewhere, in words. */
const shownElsewhere = new Set([
  'task',
  'Id',
  'status',
  'callaftermin',
  'date_callback',
  'time_callback',
  'date_call',
]);

/** The row's columns that people and other software keep in it. */
export function ownColumns({ columns }: RowView): [name: string, value: string][] {
  return Object.entries(columns).flatMap(([name, value]) =>
    shownElsewhere.has(name) ? [] : [[name, valueText(value)]],
  );
}

/** Other software may keep lists and maps in a row. */
function valueText(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
