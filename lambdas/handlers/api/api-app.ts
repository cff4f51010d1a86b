import { Hono } from 'hono';
import { createMiddleware } from 'hono/factory';
import { callRoutes } from './calls/call-routes.ts';
import { formRoutes } from './calls/form-routes.ts';
import { myCallRoutes } from './calls/my-call-routes.ts';
import type { ConsoleEnv, ConsolePorts } from './http/api-env.ts';
import { callerOf, hasLeft } from './http/api-user.ts';
import { openApiOf } from './http/open-api.ts';
import { refusalWords } from './http/refusal-words.ts';
import type { Route } from './http/route.ts';
import { languageOf, serveRoute } from './http/serve-route.ts';
import { boardRoutes } from './people/board-routes.ts';
import { meRoutes } from './people/me-routes.ts';
import { operatorRoutes } from './people/operator-routes.ts';
import { importRoutes } from './rows/import-routes.ts';
import { promiseRoutes } from './rows/promise-routes.ts';
import { rowRoutes } from './rows/row-routes.ts';
import { rowStoryRoutes } from './rows/row-story-routes.ts';
import { searchRoutes } from './rows/search-routes.ts';
import { scriptRoutes } from './tasks/script-routes.ts';
import { taskRoutes } from './tasks/task-routes.ts';

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
export function apiApp(ports: ConsolePorts): Hono<ConsoleEnv> {
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
