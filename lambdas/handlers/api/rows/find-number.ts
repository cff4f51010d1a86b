import type { RowKey } from '../../../contract/instant.ts';
import type { Task } from '../../../domain/task/task.ts';
import type { Ports } from '../../../ports/ports.ts';
import { readNumber } from '../../../use-cases/numbers/read-number.ts';
import { numberOf } from '../../../use-cases/numbers/rows-of-number.ts';
import { refusalWords } from '../http/refusal-words.ts';
import { badRequest, notFound } from '../http/replies.ts';
import type { Refused } from '../http/route.ts';

export interface WhoseNumber {
  tel?: string | undefined;
  row?: RowKey | undefined;
  /** In whose country `tel` is dialled so; else where all tasks are. */
  task?: string | undefined;
}

/** The number that is meant, in E.164. */
export async function findNumber(
  ports: Pick<Ports, 'directory' | 'rows'>,
  { tel, row: key, task: id }: WhoseNumber,
): Promise<string | Refused> {
  const tasks = await tasksNamed(ports, id);
  if (tasks.length === 0 && id !== undefined) return notFound(refusalWords.noTask(id));
  if (key === undefined) return readNumber(tel ?? '', tasks) ?? badRequest(refusalWords.notANumber);
  const task = await ports.directory.task(key.task);
  const row = task && (await ports.rows.get(key));
  if (!task || !row) return notFound(refusalWords.noRow(key.task, String(key.Id)));
  return numberOf(row, task) ?? badRequest(refusalWords.notANumber);
}

/** The task of this name, or all. */
export async function tasksNamed(
  { directory }: Pick<Ports, 'directory'>,
  id: string | undefined,
): Promise<Task[]> {
  const tasks = await directory.tasks();
  return id === undefined ? tasks : tasks.filter((task) => task.id === id);
}
