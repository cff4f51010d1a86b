import { signal } from '@preact/signals';
import type { RowView } from '../../../contract/rows.ts';
import { keep, readKept } from '../../browser/remembered.ts';

/** The task's own columns that are shown, by task: this browser remembers them. */
const chosen = signal<Readonly<Record<string, readonly string[]>>>({});

const keyOf = (task: string) => `callback-center:customer-columns:${task}`;

export function chosenColumns(task: string): readonly string[] {
  return chosen.value[task] ?? read(task);
}

export function toggleColumn(task: string, name: string): void {
  const before = chosenColumns(task);
  const after = before.includes(name) ? before.filter((it) => it !== name) : [...before, name];
  chosen.value = { ...chosen.value, [task]: after };
  keep(keyOf(task), JSON.stringify(after));
}

function read(task: string): readonly string[] {
  try {
    const kept: unknown = JSON.parse(readKept(keyOf(task)) ?? '[]');
    return Array.isArray(kept) ? kept.filter((it) => typeof it === 'string') : [];
  } catch {
    return [];
  }
}

/** Told in columns of their own. */
const shownAnyway = new Set([
  'task',
  'Id',
  'tel',
  'status',
  'callaftermin',
  'date_callback',
  'time_callback',
  'operator_number',
  'date_call',
]);

/** Which columns the rows have. */
export function columnsIn(rows: readonly RowView[]): string[] {
  const names = new Set(rows.flatMap(({ columns }) => Object.keys(columns)));
  return [...names].filter((it) => !shownAnyway.has(it)).sort((a, b) => a.localeCompare(b));
}
