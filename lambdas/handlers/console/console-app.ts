import { Hono } from 'hono';
import { createMiddleware } from 'hono/factory';
import { callerOf } from './caller.ts';
import type { ConsoleEnv, ConsolePorts } from './console-env.ts';
import { openApi } from './open-api.ts';
import { operatorRoutes } from './operator-routes.ts';
import { rowRoutes } from './row-routes.ts';
import { taskRoutes } from './task-routes.ts';

/** What people do with tasks, operators and rows. API Gateway has verified their token. */
export function consoleApp(ports: ConsolePorts): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>();
  app.use(identify);
  app.get('/api/openapi.json', (c) => c.json(openApi));
  app.route('/api/tasks', taskRoutes(ports));
  app.route('/api/tasks', rowRoutes(ports));
  app.route('/api/operators', operatorRoutes(ports));
  app.notFound((c) => c.json({ error: `there is no ${c.req.method} ${c.req.path}` }, 404));
  app.onError((error, c) => {
    ports.journal.failed(error, { method: c.req.method, route: c.req.routePath });
    return c.json({ error: 'something went wrong here; try again' }, 500);
  });
  return app;
}

const identify = createMiddleware<ConsoleEnv>(async (c, next) => {
  const caller = callerOf(c.env.event.requestContext.authorizer.jwt.claims);
  if (caller === undefined) return c.json({ error: 'the token is of nobody who works here' }, 403);
  c.set('caller', caller);
  return next();
});
