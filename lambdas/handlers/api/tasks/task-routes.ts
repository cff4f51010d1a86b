import * as z from 'zod';
import { operatorLock } from '../../domain/lock.ts';
import { type Task, taskId } from '../../domain/task.ts';
import { tellDirectory } from '../../use-cases/tell-desks.ts';
import { maySee } from './caller.ts';
import type { ConsolePorts } from './console-env.ts';
import { enterTask } from './entries.ts';
import { sentenceOf } from './issue-words.ts';
import { refusalWords } from './refusal-words.ts';
import { badRequest, ok } from './replies.ts';
import { type Route, route, routeWithin } from './route.ts';
import { taskBody, taskView } from './schemas.ts';
import { tellAfterwards } from './tell-afterwards.ts';

const path = '/api/tasks/{task}';

const pause = z.strictObject({ reason: z.string().trim().min(1).max(300) }).meta({ id: 'Pause' });

export function taskRoutes(ports: ConsolePorts): Route[] {
  const { directory } = ports;
  return [
    route(
      {
        method: 'GET',
        path: '/api/tasks',
        summary: 'The tasks that you may see',
        who: 'operators',
        answer: z.array(taskView),
      },
      async ({ caller }) => {
        const tasks = await directory.tasks();
        return ok(tasks.filter((task) => maySee(caller, task)));
      },
    ),
    routeWithin(
      enterTask(directory),
      { method: 'GET', path, summary: 'One task', who: 'operators', answer: taskView },
      async (_, task) => ok(task),
    ),
    putRoute(ports),
    routeWithin(
      enterTask(directory),
      {
        method: 'POST',
        path: `${path}/pause`,
        summary: 'Nothing is dialled for the task until it is resumed; the first reason is kept',
        who: 'supervisors',
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
        who: 'supervisors',
        answer: taskView,
      },
      async (_, task) => {
        await directory.resumeTask(task.id);
        return changed(ports, task);
      },
    ),
  ];
}

function putRoute(ports: ConsolePorts): Route {
  return route(
    {
      method: 'PUT',
      path,
      summary: 'Creates or replaces a task; one that is paused stays so until it is resumed',
      who: 'supervisors',
      body: taskBody,
      answer: taskView,
    },
    async ({ param, body }) => {
      const id = taskId.safeParse(param('task'));
      if (!id.success) return badRequest(sentenceOf(id.error));
      const { script } = body;
      if (script !== undefined && (await ports.scripts.get(script)) === undefined) {
        return badRequest(refusalWords.noScriptNamed(script));
      }
      const before = await ports.directory.task(id.data);
      const paused = body.paused ?? before?.paused;
      const task = { ...body, id: id.data, ...(paused !== undefined && { paused }) };
      await ports.directory.putTask(task);
      await offerToNewcomers(ports, before, task);
      await tellAfterwards(ports, tellDirectory(ports));
      return ok(task);
    },
  );
}

/** A call of the task that waits for an operator need not wait for its next try. */
async function offerToNewcomers(
  { dialQueue }: ConsolePorts,
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

async function changed(ports: ConsolePorts, task: Task) {
  await tellAfterwards(ports, tellDirectory(ports));
  return ok((await ports.directory.task(task.id)) ?? task);
}
