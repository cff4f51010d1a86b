import type { Task } from '../../lambdas/domain/task/task.ts';
import type { Directory } from '../../lambdas/ports/people/directory.ts';
import { UserMistake } from './user-mistake.ts';

/** The task that `--task` names. */
export async function findTask(directory: Directory, id: string | undefined): Promise<Task> {
  if (id === undefined) throw new UserMistake('Which task? Name it with --task.');
  const task = await directory.task(id);
  if (task !== undefined) return task;
  const known = (await directory.tasks()).map((it) => it.id);
  const hint = known.length > 0 ? `There is ${known.join(', ')}.` : 'There is none yet.';
  throw new UserMistake(`There is no task ${id}. ${hint}`);
}
