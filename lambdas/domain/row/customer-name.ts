import type { Task } from '../task/task.ts';
import { type Columns, textOf } from './row.ts';

/** What people call the row: the task's whisper with its columns filled in; undefined when nothing of it is known. */
export function customerName(task: Pick<Task, 'whisper'>, columns: Columns): string | undefined {
  const filled = task.whisper.replace(/\{([^{}]+)\}/g, (_, name) => textOf(columns[name]) ?? '');
  return textOf(filled.replace(/\s+/g, ' '));
}
