import * as z from 'zod';
import { attemptView, type PastAttempt, pastAttempt } from '../../../contract/calls.ts';
import { rowList } from '../../../contract/rows.ts';
import { toIso } from '../../../domain/basics/instant.ts';
import { customerName } from '../../../domain/row/customer-name.ts';
import { attemptViewOf } from '../../../domain/views/attempt-view.ts';
import {
  callsToday,
  callsToShow,
  type OwnCall,
  type Whose,
} from '../../../use-cases/own-calls/list-own-calls.ts';
import { promisesFor } from '../../../use-cases/promises/list-promises.ts';
import { showPast } from '../answers/show-attempts.ts';
import { showRows } from '../answers/show-rows.ts';
import { enterOperator } from '../http/access.ts';
import type { DeskPorts } from '../http/api-env.ts';
import type { Caller } from '../http/api-user.ts';
import { ok } from '../http/replies.ts';
import { type Route, routeWithin } from '../http/route.ts';

/** A desk shows no more. */
const shownPromises = 50;

/** What an operator's desk lists of their own calls. */
export function myCallRoutes(ports: DeskPorts): Route[] {
  const asOperator = enterOperator(ports.directory);
  const tasksOf = async (caller: Caller) =>
    (await ports.directory.tasks()).filter((task) => task.operators.includes(caller.operator));
  return [
    routeWithin(
      asOperator,
      {
        method: 'GET',
        path: '/api/me/promises',
        summary: 'Calls promised for you, or for anybody of your tasks; the earliest first',
        who: 'operators',
        answer: rowList,
      },
      async ({ caller, language }, operator) => {
        const tasks = await tasksOf(caller);
        const rows = await promisesFor(ports, { operator, tasks, limit: shownPromises });
        const now = toIso(ports.clock.now());
        return ok({ rows: await showRows(ports, rows, language), now });
      },
    ),
    routeWithin(
      asOperator,
      {
        method: 'GET',
        path: '/api/me/calls',
        summary: 'Your call of this moment, and the last one whose form is not sent',
        who: 'operators',
        answer: z.object({ calls: z.array(attemptView) }).meta({ id: 'MyCalls' }),
      },
      async ({ caller }, operator) => {
        const tasks = await tasksOf(caller);
        const calls = await callsToShow(ports, { operator, tasks });
        return ok({ calls: calls.map(attemptViewOf) });
      },
    ),
    routeWithin(
      asOperator,
      {
        method: 'GET',
        path: '/api/me/history',
        summary: 'Your calls of today, the newest first',
        who: 'operators',
        answer: z.object({ attempts: z.array(pastAttempt) }).meta({ id: 'MyHistory' }),
      },
      async ({ caller }, operator) => {
        const tasks = await tasksOf(caller);
        const calls = await callsToday(ports, { operator, tasks });
        return ok({ attempts: await withNames(ports, calls, { operator, tasks }) });
      },
    ),
  ];
}

async function withNames(
  { rows }: Pick<DeskPorts, 'rows'>,
  calls: readonly OwnCall[],
  { operator, tasks }: Whose,
): Promise<PastAttempt[]> {
  return Promise.all(
    calls.map(async (call) => {
      const row = await rows.get(call.attempt.row);
      const task = tasks.find(({ id }) => id === call.attempt.row.task);
      const name = row && task && customerName(task, row.columns);
      return { ...showPast(call, [operator]), name };
    }),
  );
}
