import type { RowView } from '../../../contract/rows.ts';
import { instantCell, type SavedColumn, type SavedValue } from '../../parts/saving/saved-table.ts';
import { statusName } from '../../words/row-words.ts';
import { taskTitle } from '../directory.ts';
import { rowFileWords } from './row-file-words.ts';

/** Columns that the file has by their own names before, or that say it again. */
const toldBefore = new Set([
  'task',
  'Id',
  'tel',
  'status',
  'date_call',
  'operator_number',
  'date_callback',
  'time_callback',
]);

/** Rows as a file: what is known of each, then the task's own columns. */
export function rowFileColumns(rows: readonly RowView[]): SavedColumn<RowView>[] {
  const words = rowFileWords();
  const own = [...new Set(rows.flatMap(({ columns }) => Object.keys(columns)))]
    .filter((name) => !toldBefore.has(name))
    .sort((a, b) => a.localeCompare(b));
  return [
    { label: words.task, value: ({ task }) => taskTitle(task) },
    { label: 'Id', value: ({ Id }) => Id },
    { label: words.name, value: ({ name }) => name },
    { label: words.tel, value: ({ tel }) => tel },
    {
      label: words.status,
      value: ({ status }) => (status === undefined ? undefined : statusName(status)),
    },
    { label: words.promisedFor, value: ({ promisedFor }) => instantCell(promisedFor) },
    { label: words.nextTry, value: ({ dueAt }) => instantCell(dueAt) },
    {
      label: words.operator,
      value: ({ operator }) => operator && (operator.name ?? operator.address),
    },
    { label: words.lastCall, value: ({ dateCall }) => dateCell(dateCall) },
    { label: words.problem, value: ({ problem }) => problem },
    ...own.map((name) => ({ label: name, value: ({ columns }: RowView) => cellOf(columns[name]) })),
  ];
}

/** Other software may have written anything there. */
function dateCell(text: string | undefined): SavedValue {
  return text === undefined || Number.isNaN(Date.parse(text)) ? text : new Date(text);
}

function cellOf(value: unknown): SavedValue {
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'string' || typeof value === 'number') return value;
  return JSON.stringify(value);
}
