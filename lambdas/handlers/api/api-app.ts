import { Hono } from 'hono';
import { createMiddleware } from 'hono/factory';
import { boardRoutes } from './board-routes.ts';
import { callRoutes } from './call-routes.ts';
import { callerOf, hasLeft } from './caller.ts';
import type { ConsoleEnv, ConsolePorts } from './console-env.ts';
import { formRoutes } from './form-routes.ts';
import { importRoutes } from './import-routes.ts';
import { meRoutes } from './me-routes.ts';
import { myCallRoutes } from './my-call-routes.ts';
import { openApiOf } from './open-api.ts';
import { operatorRoutes } from './operator-routes.ts';
import { promiseRoutes } from './promise-routes.ts';
import { refusalWords } from './refusal-words.ts';
import type { Route } from './route.ts';
import { rowRoutes } from './row-routes.ts';
import { rowStoryRoutes } from './row-story-routes.ts';
import { scriptRoutes } from './script-routes.ts';
import { searchRoutes } from './search-routes.ts';
import { languageOf, serveRoute } from './serve-route.ts';
import { taskRoutes } from './task-routes.ts';

/** All that the console's API answers. */
export function consoleRoutes(ports: ConsolePorts): Route[] {
  return [
    ...meRoutes(ports),
    ...myCallRoutes(ports),
    ...callRoutes(ports),
    ...formRoutes(ports),
    ...searchRoutes(ports),
    ...rowRoutes(ports),
    ...rowStoryRoutes(ports),
    ...importRoutes(ports),
    ...taskRoutes(ports),
    ...operatorRoutes(ports),
    ...scriptRoutes(ports),
    ...promiseRoutes(ports),
    ...boardRoutes(ports),
  ];
}

/** What people do with calls, rows, tasks and operators. API Gateway has verified their token. */
export function consoleApp(ports: ConsolePorts): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>();
  app.use(identify(ports));
  const routes = consoleRoutes(ports);
  app.get('/api/openapi.json', (c) =>
    c.json(openApiOf(routes.map(({ declaration }) => declaration))),
  );
  for (const route of routes) {
    const { method, path } = route.declaration;
    app.on(method, path.replaceAll(/\{(\w+)\}/g, ':$1'), (c) => serveRoute(c, route));
  }
  app.notFound((c) => c.json({ error: `there is no ${c.req.method} ${c.req.path}` }, 404));
  app.onError((error, c) => {
    ports.journal.failed(error, { method: c.req.method, route: c.req.routePath });
    return c.json({ error: refusalWords.failed[languageOf(c)] }, 500);
  });
  return app;
}

function identify({ directory }: Pick<ConsolePorts, 'directory'>) {
  return createMiddleware<ConsoleEnv>(async (c, next) => {
    const caller = callerOf(c.env.event.requestContext.authorizer.jwt.claims);
    if (caller === undefined || (await hasLeft(directory, caller)))
      return c.json({ error: refusalWords.nobody[languageOf(c)] }, 403);
    c.set('caller', caller);
    return next();
  });
}
