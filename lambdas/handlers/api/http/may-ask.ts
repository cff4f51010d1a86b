import type { Directory } from '../../../ports/people/directory.ts';
import { type Caller, maySee, type Staffed, supervises } from './api-user.ts';
import { refusalWords } from './refusal-words.ts';
import { forbidden } from './replies.ts';
import type { Declaration, Refused } from './route.ts';
import { scopeOfRoute } from './scope-of-route.ts';

/** Why the caller may not ask this at all, as the route's declaration says; undefined where they may. */
export function mayNotAsk(caller: Caller, declaration: Declaration): Refused | undefined {
  if (!isOpenTo(caller, declaration)) return forbidden(refusalWords.notAllowed);
  if (caller.role === 'viewer' && !isReading(declaration)) {
    return forbidden(refusalWords.viewersOnlyLook);
  }
  const scope = scopeOfRoute(declaration);
  const isInScope = caller.scopes?.some((it) => it === scope || it === 'admin') ?? true;
  return isInScope ? undefined : forbidden(refusalWords.notInScope(scope));
}

function isOpenTo({ role }: Caller, { who }: Declaration): boolean {
  if (role === 'operator') return who === 'operators';
  return role !== 'lead' || who !== 'supervisors';
}

/** Whether it leaves everything as it was. */
export function isReading({ method, reads }: Declaration): boolean {
  return method === 'GET' || reads === true;
}

/** Of which tasks they may ask it: what is open to leads, a lead asks of the tasks that name them. */
export function sightOf(caller: Caller, { who }: Declaration): (task: Staffed) => boolean {
  const may = who === 'operators' ? maySee : supervises;
  return (task) => may(caller, task);
}

/** Bodies name tasks as themselves, and by rows of them. */
interface NamingTasks {
  task?: unknown;
  row?: { task?: unknown };
  rows?: readonly { task?: unknown }[];
}

/** Refuses a body that names a task that is not the caller's; of one that is not there, the route speaks. */
export async function strangeTask(
  directory: Pick<Directory, 'task'>,
  body: unknown,
  sees: (task: Staffed) => boolean,
): Promise<Refused | undefined> {
  for (const id of tasksNamedIn(body)) {
    const task = await directory.task(id);
    if (task !== undefined && !sees(task)) return forbidden(refusalWords.notYourTask(id));
  }
  return undefined;
}

export function tasksNamedIn(body: unknown): Set<string> {
  if (typeof body !== 'object' || body === null) return new Set();
  const { task, row, rows = [] } = body as NamingTasks;
  const listed = Array.isArray(rows) ? rows.map((it) => it?.task) : [];
  return new Set([task, row?.task, ...listed].filter((it) => typeof it === 'string'));
}
