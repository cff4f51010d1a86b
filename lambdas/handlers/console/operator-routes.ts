import { Hono } from 'hono';
import { operatorId } from '../../domain/task.ts';
import type { Directory } from '../../ports/directory.ts';
import type { ConsoleEnv } from './console-env.ts';
import { badRequest, readBody } from './replies.ts';
import { operatorBody, sentenceOf } from './schemas.ts';
import { onlySupervisors } from './task-routes.ts';

export function operatorRoutes({ directory }: { directory: Directory }): Hono<ConsoleEnv> {
  const routes = new Hono<ConsoleEnv>();
  routes.use(onlySupervisors);
  routes.get('/', async (c) => c.json(await directory.operators()));
  routes.put('/:operator', async (c) => {
    const id = operatorId.safeParse(c.req.param('operator'));
    if (!id.success) return badRequest(c, sentenceOf(id.error));
    const read = await readBody(c, operatorBody);
    if ('reply' in read) return read.reply;
    const operator = { ...read.body, id: id.data };
    await directory.putOperator(operator);
    return c.json(operator);
  });
  return routes;
}
