import { type Columns, textOf } from './row.ts';
import type { Task } from './task.ts';

/** What people call the row: the task's whisper with its columns filled in; undefined when nothing of it is known. */
export function nameOf(task: Pick<Task, 'whisper'>, columns: Columns): string | undefined {
  const filled = task.whisper.replace(/\{([^{}]+)\}/g, (_, name) => textOf(columns[name]) ?? '');
  return textOf(filled.replace(/\s+/g, ' '));
}
