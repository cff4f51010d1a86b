import { Hono } from 'hono';
import { createMiddleware } from 'hono/factory';
import { taskId } from '../../domain/task.ts';
import type { Directory } from '../../ports/directory.ts';
import { maySee } from './caller.ts';
import type { ConsoleEnv } from './console-env.ts';
import { badRequest, forbidden, notFound, readBody } from './replies.ts';
import { sentenceOf, taskBody } from './schemas.ts';

export function taskRoutes({ directory }: { directory: Directory }): Hono<ConsoleEnv> {
  const routes = new Hono<ConsoleEnv>();
  routes.get('/', async (c) => {
    const tasks = await directory.tasks();
    return c.json(tasks.filter((task) => maySee(c.var.caller, task)));
  });
  routes.get('/:task', enterTask(directory), (c) => c.json(c.var.task));
  routes.put('/:task', onlySupervisors, async (c) => {
    const id = taskId.safeParse(c.req.param('task'));
    if (!id.success) return badRequest(c, sentenceOf(id.error));
    const read = await readBody(c, taskBody);
    if ('reply' in read) return read.reply;
    const task = { ...read.body, id: id.data };
    await directory.putTask(task);
    return c.json(task);
  });
  return routes;
}

/** Lets those in who may see the task that the path names. */
export function enterTask(directory: Directory) {
  return createMiddleware<ConsoleEnv>(async (c, next) => {
    const id = c.req.param('task') ?? '';
    const task = await directory.task(id);
    if (task === undefined) return notFound(c, `there is no task ${id}`);
    if (!maySee(c.var.caller, task))
      return forbidden(c, `task ${id} does not list you as an operator`);
    c.set('task', task);
    return next();
  });
}

export const onlySupervisors = createMiddleware<ConsoleEnv>(async (c, next) => {
  if (c.var.caller.role === 'supervisor') return next();
  return forbidden(c, 'only supervisors may do that');
});
