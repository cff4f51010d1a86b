import type * as z from 'zod';
import { callList, callQuery, customerList, customerQuery } from '../../../contract/customers.ts';
import { toIso } from '../../../domain/basics/instant.ts';
import { readSpan, spanProblem } from '../../../domain/figures/report-span.ts';
import { customerName } from '../../../domain/row/customer-name.ts';
import { listCalls } from '../../../use-cases/desk/list-calls.ts';
import { listCustomers } from '../../../use-cases/desk/list-customers.ts';
import { showPast } from '../answers/show-attempts.ts';
import { showRows } from '../answers/show-rows.ts';
import type { SupervisorPorts } from '../http/api-env.ts';
import { refusalWords } from '../http/refusal-words.ts';
import { badRequest, notFound, ok } from '../http/replies.ts';
import { type Reply, type Request, type Route, route } from '../http/route.ts';

/** All customers of a task, and all calls. */
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
    route(
      {
        method: 'POST',
        path: '/api/calls/search',
        summary:
          'Calls of some days with what their forms answered, the newest first, page by page',
        who: 'leads',
        reads: true,
        body: callQuery,
        answer: callList,
        refusals: { 404: { why: 'There is no such task' } },
      },
      (request) => calls(ports, request),
    ),
  ];
}

/** A place that somebody made up is the beginning. */
const places = {
  ascending: /^\d{1,20}$/,
  descending: /^\d{1,20}$/,
  due: /^\d{4}-[\d:.T-]{15,20}Z \d{16}$/,
};

async function customers(
  ports: SupervisorPorts,
  { body, language }: Request<z.output<typeof customerQuery>>,
): Promise<Reply<z.input<typeof customerList>>> {
  const task = await ports.directory.task(body.task);
  if (task === undefined) return notFound(refusalWords.noTask(body.task));
  const { order = 'ascending', cursor: after = '' } = body;
  const cursor = places[order].test(after) ? after : undefined;
  const wish = { ...body, task, cursor, order };
  const { rows, looked, cursor: next } = await listCustomers(ports, wish);
  return ok({
    rows: await showRows(ports, rows, language),
    looked,
    ...(next !== undefined && { cursor: next }),
    now: toIso(ports.clock.now()),
  });
}

async function calls(
  ports: SupervisorPorts,
  { body, sees }: Request<z.output<typeof callQuery>>,
): Promise<Reply<z.input<typeof callList>>> {
  const problem = spanProblem(body);
  if (problem !== undefined) return badRequest(problem);
  const all = (await ports.directory.tasks()).filter(sees);
  const wanted = all.filter(({ id }) => body.task === undefined || id === body.task);
  if (wanted.length === 0 && body.task !== undefined) {
    return notFound(refusalWords.noTask(body.task));
  }
  const { operator, outcome, cursor } = body;
  const tasks = wanted.map(({ id }) => id);
  const { days } = readSpan(body);
  const operators = await ports.directory.operators();
  const found = await listCalls(ports, { tasks, days, operator, outcome, cursor });
  const shown = found.calls.map(({ attempt, form, row }) => {
    const task = wanted.find(({ id }) => id === attempt.row.task);
    const name = task && row && customerName(task, row.columns);
    return { ...showPast({ attempt, form }, operators), ...(name !== undefined && { name }) };
  });
  return ok({ calls: shown, ...(found.cursor !== undefined && { cursor: found.cursor }) });
}
