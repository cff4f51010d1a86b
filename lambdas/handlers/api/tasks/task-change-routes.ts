import * as z from 'zod';
import { operatorLock } from '../../../domain/attempt/lock.ts';
import { completeTask } from '../../../domain/task/new-tasks.ts';
import { seesAll } from '../../../domain/task/role.ts';
import { type Task, taskId } from '../../../domain/task/task.ts';
import { tellDirectory } from '../../../use-cases/desk/notify-desks.ts';
import { enterTask } from '../http/access.ts';
import type { SupervisorPorts } from '../http/api-env.ts';
import { sentenceOf } from '../http/issue-words.ts';
import { tellAfterwards } from '../http/notify-afterwards.ts';
import { refusalWords } from '../http/refusal-words.ts';
import { badRequest, forbidden, ok } from '../http/replies.ts';
import { type Entry, type Refused, type Request, type Route, routeWithin } from '../http/route.ts';
import { taskView } from '../http/schemas.ts';
import { taskBody } from '../http/supervisor-schemas.ts';
import { scriptsSeenBy } from './stored-script.ts';

const path = '/api/tasks/{task}';

const pause = z.strictObject({ reason: z.string().trim().min(1).max(300) }).meta({ id: 'Pause' });

/** What supervisors do with tasks. */
export function taskChangeRoutes(ports: SupervisorPorts): Route[] {
  const { directory } = ports;
  return [
    putRoute(ports),
    routeWithin(
      enterTask(directory),
      {
        method: 'POST',
        path: `${path}/pause`,
        summary: 'Nothing is dialled for the task until it is resumed; the first reason is kept',
        who: 'leads',
        body: pause,
        answer: taskView,
      },
      async ({ body }, task) => {
        await directory.pauseTask(task.id, body.reason);
        return changed(ports, task);
      },
    ),
    routeWithin(
      enterTask(directory),
      {
        method: 'POST',
        path: `${path}/resume`,
        summary: 'Lets the task dial again',
        who: 'leads',
        answer: taskView,
      },
      async (_, task) => {
        await directory.resumeTask(task.id);
        return changed(ports, task);
      },
    ),
  ];
}

function putRoute(ports: SupervisorPorts): Route {
  return routeWithin(
    enterTaskToChange(ports),
    {
      method: 'PUT',
      path,
      summary: 'Creates or replaces a task; one that is paused stays so until it is resumed',
      who: 'leads',
      body: taskBody,
      answer: taskView,
    },
    async (request, before) => {
      const { body } = request;
      const id = taskId.safeParse(request.param('task'));
      if (!id.success) return badRequest(sentenceOf(id.error));
      const refused = await notTheLeads(ports, request, before);
      if (refused !== undefined) return refused;
      const { script } = body;
      if (script !== undefined && (await ports.scripts.get(script)) === undefined) {
        return badRequest(refusalWords.noScriptNamed(script));
      }
      const paused = body.paused ?? before?.paused;
      const given = { ...body, id: id.data, ...(paused !== undefined && { paused }) };
      const task = completeTask(given, before, ports.newTasks);
      await ports.directory.putTask(task);
      await offerToNewcomers(ports, before, task);
      if (before !== undefined && before.timeZone !== task.timeZone) {
        await ports.dialQueue.send({ kind: 'retime', task: task.id }, untilKnown);
      }
      await tellAfterwards(ports, tellDirectory(ports));
      return ok(task);
    },
  );
}

/** A lead changes the tasks that name them, and makes no new ones. */
function enterTaskToChange({ directory }: SupervisorPorts): Entry<Task | undefined> {
  return async ({ sees, param }) => {
    const task = await directory.task(param('task'));
    if (sees(task ?? { operators: [] })) return { entered: task };
    return { refused: forbidden(refusalWords.notYourTask(param('task'))) };
  };
}

/** Of their own task a lead leaves who leads it, and gives it no script of others' tasks. */
async function notTheLeads(
  ports: SupervisorPorts,
  request: Request<z.output<typeof taskBody>>,
  before: Task | undefined,
): Promise<Refused | undefined> {
  const { caller, body } = request;
  if (seesAll(caller.role)) return undefined;
  const leads = [body.leads, before?.leads].map((it = []) => it.toSorted().join());
  if (leads[0] !== leads[1]) return forbidden(refusalWords.onlyNamedLeads);
  const isSeen = await scriptsSeenBy(ports, request);
  const { script } = body;
  return script === undefined || isSeen(script) ? undefined : forbidden(refusalWords.notYourScript);
}

/** Functions remember a task for five seconds: by then all of them know its new zone. */
const untilKnown = 10;

/** A call of the task that waits for an operator need not wait for its next try. */
async function offerToNewcomers(
  { dialQueue }: SupervisorPorts,
  before: Task | undefined,
  task: Task,
): Promise<void> {
  if (before === undefined) return;
  const newcomers = task.operators.filter((id) => !before.operators.includes(id));
  const offers = newcomers.map((id) => ({
    kind: 'offer' as const,
    operator: operatorLock({ id, address: '' }),
  }));
  await Promise.all(offers.map((offer) => dialQueue.send(offer, 0)));
}

async function changed(ports: SupervisorPorts, task: Task) {
  await tellAfterwards(ports, tellDirectory(ports));
  return ok((await ports.directory.task(task.id)) ?? task);
}
