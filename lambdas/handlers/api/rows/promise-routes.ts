import type * as z from 'zod';
import {
  bulkResult,
  cancelWish,
  moveWish,
  promiseQuery,
  reassignWish,
  rowList,
} from '../../../contract/rows.ts';
import { toIso } from '../../../domain/basics/instant.ts';
import type { Language } from '../../../domain/basics/language.ts';
import { editProblemText } from '../../../domain/order/edit-problem.ts';
import { type Move, movedColumns } from '../../../domain/order/move.ts';
import { lineOf } from '../../../domain/task/operator-line.ts';
import {
  beingCalled,
  type ChangedPromise,
  changePromises,
  notPromised,
  type PromiseChange,
} from '../../../use-cases/promises/change-promises.ts';
import { listPromises } from '../../../use-cases/promises/list-promises.ts';
import { showRows } from '../answers/show-rows.ts';
import type { SupervisorPorts } from '../http/api-env.ts';
import { refusalWords } from '../http/refusal-words.ts';
import { badRequest, notFound, ok } from '../http/replies.ts';
import { type Reply, type Request, type Route, route } from '../http/route.ts';

/** What supervisors do with promised calls, one or many. */
export function promiseRoutes(ports: SupervisorPorts): Route[] {
  return [
    route(
      {
        method: 'POST',
        path: '/api/promises',
        summary:
          'Promised calls: of today, overdue, orphaned (owner away or deactivated), in trouble, to come, of one operator',
        who: 'leads',
        reads: true,
        body: promiseQuery,
        answer: rowList,
        refusals: { 404: { why: 'There is no such task, or operator' } },
      },
      (request) => list(ports, request),
    ),
    moveRoute(ports),
    orderRoute(ports),
    reassignRoute(ports),
    route(
      {
        method: 'POST',
        path: '/api/promises/cancel',
        summary: 'Cancels promised calls',
        who: 'leads',
        body: cancelWish,
        answer: bulkResult,
      },
      (request) => change(ports, request, () => ({ status: null })),
    ),
  ];
}

function moveRoute(ports: SupervisorPorts): Route {
  return route(
    {
      method: 'POST',
      path: '/api/promises/move',
      summary:
        'Moves promised calls: to minutes from now, a time on each customer’s clock, or later than promised; spread if wished',
      who: 'leads',
      body: moveWish,
      answer: bulkResult,
    },
    (request) => move(ports, request, notPromised),
  );
}

function orderRoute(ports: SupervisorPorts): Route {
  return route(
    {
      method: 'POST',
      path: '/api/promises/order',
      summary: 'Orders calls to rows, promised or not: as they are moved',
      who: 'leads',
      body: moveWish,
      answer: bulkResult,
    },
    (request) => move(ports, request, beingCalled),
  );
}

async function move(
  ports: SupervisorPorts,
  request: Request<z.output<typeof moveWish>>,
  refuse: PromiseChange['refuse'],
): Promise<Reply<z.input<typeof bulkResult>>> {
  const wish = readMove(request.body);
  if (wish === undefined) return badRequest(refusalWords.noMoment);
  return change(ports, request, (row, context) => movedColumns(wish, row, context), refuse);
}

function readMove(body: z.output<typeof moveWish>): Move | undefined {
  const { callaftermin, date_callback, time_callback, laterByMinutes, spreadMinutes } = body;
  if (laterByMinutes !== undefined) return { laterByMinutes, spreadMinutes };
  if (callaftermin !== undefined) return { callaftermin, spreadMinutes };
  return time_callback === undefined ? undefined : { date_callback, time_callback, spreadMinutes };
}

function reassignRoute(ports: SupervisorPorts): Route {
  return route(
    {
      method: 'POST',
      path: '/api/promises/reassign',
      summary: 'Gives promised calls to another operator, or to any',
      who: 'leads',
      body: reassignWish,
      answer: bulkResult,
    },
    async (request) => {
      const { operator: id } = request.body;
      if (id === null) return change(ports, request, () => ({ operator_number: null }));
      const operators = await ports.directory.operators();
      const operator = operators.find((it) => it.id === id && it.gone !== true);
      if (operator === undefined) return badRequest(refusalWords.noOperator(id));
      return change(ports, request, () => ({ operator_number: lineOf(operator) }));
    },
  );
}

async function list(
  ports: SupervisorPorts,
  { body, sees, language }: Request<z.output<typeof promiseQuery>>,
): Promise<Reply<z.input<typeof rowList>>> {
  const all = (await ports.directory.tasks()).filter(sees);
  const tasks = all.filter(({ id }) => body.task === undefined || id === body.task);
  if (tasks.length === 0 && body.task !== undefined) {
    return notFound(refusalWords.noTask(body.task));
  }
  const { operator: id, ...question } = body;
  const operator = id === undefined ? undefined : await ports.directory.operator(id);
  if (id !== undefined && operator === undefined) return notFound(refusalWords.noOperator(id));
  const { rows, cursor } = await listPromises(ports, { ...question, tasks, operator });
  return ok({ rows: await showRows(ports, rows, language), cursor, now: toIso(ports.clock.now()) });
}

async function change(
  ports: SupervisorPorts,
  { body: { rows }, caller, language }: Request<z.output<typeof cancelWish>>,
  given: PromiseChange['given'],
  refuse: PromiseChange['refuse'] = notPromised,
): Promise<Reply<z.input<typeof bulkResult>>> {
  const results = await changePromises(ports, { rows, given, refuse, by: caller.operator });
  return ok({ results: results.map((it) => showChanged(it, language)) });
}

function showChanged({ key, dueAt, problem }: ChangedPromise, language: Language) {
  return {
    ...key,
    ...(dueAt !== undefined && { dueAt: toIso(dueAt) }),
    ...(problem !== undefined && { problem: editProblemText(problem, language) }),
  };
}
