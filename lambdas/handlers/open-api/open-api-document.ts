import { deskRoutes } from '../api/desk-routes.ts';
import type { ConsolePorts } from '../api/http/api-env.ts';
import type { Declaration } from '../api/http/route.ts';
import { supervisorRoutes } from '../supervisor-api/supervisor-routes.ts';
import { type OpenApi, openApiOf } from './describe-api.ts';

/** All that the API answers, whichever function does. */
export function declarations(): Declaration[] {
  // Nothing is answered here: what routes are is known without what they work with.
  const ports = {} as ConsolePorts;
  const routes = [...deskRoutes(ports), ...supervisorRoutes(ports)];
  return routes.map(({ declaration }) => declaration);
}

export function openApiDocument(): OpenApi {
  return openApiOf(declarations());
}
