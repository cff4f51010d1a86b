import * as z from 'zod';
import { accountSchema } from '../../../domain/task/task.ts';
import { tellDirectory } from '../../../use-cases/desk/notify-desks.ts';
import type { SupervisorPorts } from '../http/api-env.ts';
import { tellAfterwards } from '../http/notify-afterwards.ts';
import { ok } from '../http/replies.ts';
import { type Route, route } from '../http/route.ts';

const path = '/api/account';
const accountBody = z.strictObject(accountSchema.shape).meta({ id: 'AccountBody' });
const accountView = accountSchema.meta({ id: 'Account' });

/** What holds for all tasks. */
export function accountRoutes(ports: SupervisorPorts): Route[] {
  const { directory } = ports;
  return [
    route(
      {
        method: 'GET',
        path,
        summary: 'What holds for all tasks: calls per second, countries, when to try again',
        who: 'leads',
        answer: accountView,
      },
      async () => ok(await directory.account()),
    ),
    route(
      {
        method: 'PUT',
        path,
        summary: 'Replaces what holds for all tasks; it counts within five seconds',
        who: 'supervisors',
        body: accountBody,
        answer: accountView,
      },
      async ({ body }) => {
        await directory.putAccount(body);
        await tellAfterwards(ports, tellDirectory(ports));
        return ok(body);
      },
    ),
  ];
}
