import type * as z from 'zod';
import { customerList, customerQuery } from '../../../contract/customers.ts';
import { day, toIso } from '../../../domain/basics/instant.ts';
import { listCustomers } from '../../../use-cases/desk/list-customers.ts';
import { showRows } from '../answers/show-rows.ts';
import type { SupervisorPorts } from '../http/api-env.ts';
import { refusalWords } from '../http/refusal-words.ts';
import { badRequest, notFound, ok } from '../http/replies.ts';
import { type Reply, type Request, type Route, route } from '../http/route.ts';

/** All customers of a task. */
export function customerRoutes(ports: SupervisorPorts): Route[] {
  return [
    route(
      {
        method: 'POST',
        path: '/api/customers',
        summary: 'Rows of a task, page by page, by what they say and in what state they are',
        who: 'leads',
        reads: true,
        body: customerQuery,
        answer: customerList,
        refusals: { 404: { why: 'There is no such task' } },
      },
      (request) => customers(ports, request),
    ),
  ];
}

/** What was written earlier is not remembered by its day: who missed more reads all rows. */
const mostDaysBack = 31;

const tooLongAgo = {
  en: `updatedSince may be ${mostDaysBack} days ago at the most; read all rows without it`,
  ru: `updatedSince — не раньше ${mostDaysBack} дн. назад; без него читаются все строки`,
};

async function customers(
  ports: SupervisorPorts,
  { body, language }: Request<z.output<typeof customerQuery>>,
): Promise<Reply<z.input<typeof customerList>>> {
  const task = await ports.directory.task(body.task);
  if (task === undefined) return notFound(refusalWords.noTask(body.task));
  const now = ports.clock.now();
  const { order = 'ascending', updatedSince: since } = body;
  const updatedSince = since === undefined ? undefined : Date.parse(since);
  if (updatedSince !== undefined && updatedSince < now - mostDaysBack * day) {
    return badRequest(tooLongAgo);
  }
  const wish = { ...body, task, order, updatedSince };
  const { rows, looked, cursor } = await listCustomers(ports, wish);
  return ok({
    rows: await showRows(ports, rows, language),
    looked,
    ...(cursor !== undefined && { cursor }),
    now: toIso(now),
  });
}
