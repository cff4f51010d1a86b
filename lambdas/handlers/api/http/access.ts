import { type Attempt, isLive, parseAttemptId } from '../../../domain/attempt/attempt.ts';
import { seesAll } from '../../../domain/task/role.ts';
import type { Operator, Task } from '../../../domain/task/task.ts';
import type { Attempts } from '../../../ports/calls/attempts.ts';
import type { Directory } from '../../../ports/people/directory.ts';
import type { Rows, StoredRow } from '../../../ports/rows/rows.ts';
import { isOwn, operatorOf, type Staffed, supervises } from './api-user.ts';
import { refusalWords } from './refusal-words.ts';
import { conflict, forbidden, notFound } from './replies.ts';
import type { Entry, Refused, Request } from './route.ts';
import { rowId } from './schemas.ts';

/** Lets those in who may see the task that the path names. */
export function enterTask(directory: Directory): Entry<Task> {
  return async ({ sees, param }) => {
    const id = param('task');
    const task = await directory.task(id);
    if (task === undefined) return { refused: notFound(refusalWords.noTask(id)) };
    if (sees(task)) return { entered: task };
    return { refused: forbidden(refusalWords.notYourTask(id)) };
  };
}

export interface RowOfTask {
  task: Task;
  row: StoredRow;
}

export function enterRow(ports: { directory: Directory; rows: Rows }): Entry<RowOfTask> {
  const enter = enterTask(ports.directory);
  return async (request) => {
    const entry = await enter(request);
    if ('refused' in entry) return entry;
    const task = entry.entered;
    const Id = rowId.safeParse(request.param('Id')).data;
    const row = Id === undefined ? undefined : await ports.rows.get({ task: task.id, Id });
    if (row === undefined) return { refused: noRow(task, request.param('Id')) };
    return { entered: { task, row } };
  };
}

export function noRow(task: Task, Id: string): Refused {
  return notFound(refusalWords.noRow(task.id, Id));
}

/**
 * Lets the call's operator in, and who supervises its task. Who is in no list of its task any more keeps the call
 * that is on, and no earlier one: its card and form show what was written since.
 */
export function enterAttempt(ports: {
  attempts: Pick<Attempts, 'get'>;
  directory: Pick<Directory, 'task'>;
}): Entry<Attempt> {
  return async ({ caller, sees, param }) => {
    const id = parseAttemptId(param('attempt'))?.id;
    const attempt = id && (await ports.attempts.get(id));
    if (attempt === undefined) return { refused: notFound(refusalWords.noCall) };
    if (isOwn(caller, attempt) && isLive(attempt)) return { entered: attempt };
    const task = (await ports.directory.task(attempt.row.task)) ?? nobodysTask;
    if (supervises(caller, task)) return { entered: attempt };
    if (!isOwn(caller, attempt)) return { refused: forbidden(refusalWords.notYourCall) };
    if (task === nobodysTask || sees(task)) return { entered: attempt };
    return { refused: forbidden(refusalWords.notYourTask(attempt.row.task)) };
  };
}

/** One that is gone. */
const nobodysTask: Staffed = { operators: [] };

/** Whose operators somebody sees: all, or those of the tasks that they lead. */
export async function staffSeenBy(
  { directory }: { directory: Pick<Directory, 'tasks'> },
  { caller, sees }: Pick<Request, 'caller' | 'sees'>,
): Promise<(operator: string) => boolean> {
  if (seesAll(caller.role)) return () => true;
  const led = (await directory.tasks()).filter(sees);
  const staff = new Set(led.flatMap(({ operators, leads = [] }) => [...operators, ...leads]));
  return (operator) => staff.has(operator);
}

/** Lets those in who are registered as operators, whatever their role. */
export function enterOperator(directory: Directory): Entry<Operator> {
  return async ({ caller }) => {
    const operator = await operatorOf(directory, caller);
    if (operator !== undefined) return { entered: operator };
    return { refused: conflict(refusalWords.notRegistered) };
  };
}
