import { callRoutes } from './calls/call-routes.ts';
import { formRoutes } from './calls/form-routes.ts';
import { myCallRoutes } from './calls/my-call-routes.ts';
import { soundRoutes } from './calls/sound-routes.ts';
import type { DeskPorts } from './http/api-env.ts';
import type { Route } from './http/route.ts';
import { meRoutes } from './people/me-routes.ts';
import { apologyRoutes } from './rows/apology-routes.ts';
import { rowRoutes } from './rows/row-routes.ts';
import { rowStoryRoutes } from './rows/row-story-routes.ts';
import { sayNoRoutes } from './rows/say-no-routes.ts';
import { searchRoutes } from './rows/search-routes.ts';
import { scriptRoutes } from './tasks/script-routes.ts';
import { taskRoutes } from './tasks/task-routes.ts';

/** What desks ask; supervisors may ask it too. The function `api` answers it. */
export function deskRoutes(ports: DeskPorts): Route[] {
  return [
    ...meRoutes(ports),
    ...myCallRoutes(ports),
    ...callRoutes(ports),
    ...soundRoutes(ports),
    ...formRoutes(ports),
    ...searchRoutes(ports),
    ...rowRoutes(ports),
    ...rowStoryRoutes(ports),
    ...sayNoRoutes(ports),
    ...apologyRoutes(ports),
    ...taskRoutes(ports),
    ...scriptRoutes(ports),
  ];
}
