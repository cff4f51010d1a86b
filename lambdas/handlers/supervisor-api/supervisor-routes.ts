import { callListRoutes } from '../api/calls/call-list-routes.ts';
import type { SupervisorPorts } from '../api/http/api-env.ts';
import { inPages } from '../api/http/in-pages.ts';
import type { Route } from '../api/http/route.ts';
import { auditRoutes } from '../api/people/audit-routes.ts';
import { boardRoutes } from '../api/people/board-routes.ts';
import { ownCalendarRoutes, taskCalendarRoutes } from '../api/people/calendar-link-routes.ts';
import { operatorMessageRoutes } from '../api/people/operator-message-routes.ts';
import { operatorRoutes } from '../api/people/operator-routes.ts';
import { pageErrorRoutes } from '../api/people/page-error-routes.ts';
import { customerRoutes } from '../api/rows/customer-routes.ts';
import { doNotCallRoutes } from '../api/rows/do-not-call-routes.ts';
import { evidenceRoutes } from '../api/rows/evidence-routes.ts';
import { importRoutes } from '../api/rows/import-routes.ts';
import { promiseRoutes } from '../api/rows/promise-routes.ts';
import { accountRoutes } from '../api/tasks/account-routes.ts';
import { scriptChangeRoutes } from '../api/tasks/script-change-routes.ts';
import { taskChangeRoutes } from '../api/tasks/task-change-routes.ts';

/** What supervisors alone ask, and what desks ask once in a while. The function `supervisor-api` answers it. */
export function supervisorRoutes(ports: SupervisorPorts): Route[] {
  const routes = [
    ...importRoutes(ports),
    ...taskChangeRoutes(ports),
    ...taskCalendarRoutes(ports),
    ...ownCalendarRoutes(ports),
    ...pageErrorRoutes(ports),
    ...accountRoutes(ports),
    ...operatorRoutes(ports),
    ...operatorMessageRoutes(ports),
    ...scriptChangeRoutes(ports),
    ...promiseRoutes(ports),
    ...customerRoutes(ports),
    ...callListRoutes(ports),
    ...doNotCallRoutes(ports),
    ...evidenceRoutes(ports),
    ...boardRoutes(ports),
    ...auditRoutes(ports),
  ];
  return routes.map((route) => inPages(ports, route));
}
