import type { Task } from '../task/task.ts';
import { type Columns, textOf } from './row.ts';

/**
 * What people call the row: the task's pattern with its columns filled in, or where it has none, what
 * stands in the columns that tables call names. Undefined when nothing of it is known.
 */
export function customerName(task: Pick<Task, 'whisper'>, columns: Columns): string | undefined {
  if (task.whisper.trim() === '') return usualName(columns);
  const filled = task.whisper.replace(/\{([^{}]+)\}/g, (_, name) => textOf(columns[name]) ?? '');
  return textOf(filled.replace(/\s+/g, ' '));
}

/** What tables call the columns with a customer's name, in small letters. */
const names = {
  whole: ['name', 'full name', 'customer', 'customer name', 'client', 'contact', 'фио', 'клиент'],
  first: ['first name', 'given name', 'имя'],
  last: ['last name', 'surname', 'family name', 'фамилия'],
};

function usualName(columns: Columns): string | undefined {
  const found = new Map(Object.entries(columns).map(([name, value]) => [plain(name), value]));
  const oneOf = (among: readonly string[]) =>
    among.map((name) => textOf(found.get(name))).find((it) => it !== undefined);
  const parts = [oneOf(names.first), oneOf(names.last)].filter((it) => it !== undefined);
  return parts.length > 0 ? parts.join(' ') : oneOf(names.whole);
}

/** `First_Name`, `firstName` and `first name` are one. */
function plain(column: string): string {
  const apart = column.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2');
  return apart
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ')
    .trim();
}
