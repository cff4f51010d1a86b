import type * as z from 'zod';
import {
  doNotCallBatch,
  doNotCallChange,
  doNotCallList,
  doNotCallQuery,
  doNotCallReceptions,
  doNotCallWish,
  liftWish,
} from '../../../contract/do-not-call.ts';
import { seesAll } from '../../../domain/task/role.ts';
import type { DoNotCallList } from '../../../ports/limits/do-not-call.ts';
import { barNumber, liftNumber } from '../../../use-cases/numbers/bar-number.ts';
import { readNumber } from '../../../use-cases/numbers/read-number.ts';
import { showListed } from '../answers/show-do-not-call.ts';
import type { SupervisorPorts } from '../http/api-env.ts';
import { refusalWords } from '../http/refusal-words.ts';
import { forbidden, notFound, ok } from '../http/replies.ts';
import { type Request, type Route, route } from '../http/route.ts';
import { findNumber, tasksNamed } from './find-number.ts';

const path = '/api/do-not-call';
const refusals = { 404: { why: 'There is no such task, or row' } };

/** The do-not-call list: what supervisors, and software in their name, do with it. */
export function doNotCallRoutes(ports: SupervisorPorts): Route[] {
  return [listRoute(ports), addRoute(ports), liftRoute(ports), importRoute(ports)];
}

function addRoute(ports: SupervisorPorts): Route {
  return route(
    {
      method: 'POST',
      path,
      summary: 'Puts a number on the do-not-call list, for a task or for all; its rows go to 14',
      who: 'leads',
      body: doNotCallWish,
      answer: doNotCallChange,
      refusals,
    },
    async ({ body: { tel, row, ...said }, caller }) => {
      if (isForAllTasks(said) && !seesAll(caller.role))
        return forbidden(refusalWords.notForAllTasks);
      const number = await findNumber(ports, { tel, row, task: said.task });
      if (typeof number !== 'string') return number;
      return ok(await barNumber(ports, { ...said, number, by: caller.operator, door: 'list' }));
    },
  );
}

function liftRoute(ports: SupervisorPorts): Route {
  return route(
    {
      method: 'POST',
      path: `${path}/lift`,
      summary: 'Lifts what was said of a number, for a task or for all, and frees its rows from 14',
      who: 'leads',
      body: liftWish,
      answer: doNotCallChange,
      refusals,
    },
    async ({ body: { tel, row, ...said }, caller }) => {
      if (isForAllTasks(said) && !seesAll(caller.role))
        return forbidden(refusalWords.notForAllTasks);
      const number = await findNumber(ports, { tel, row, task: said.task });
      if (typeof number !== 'string') return number;
      return ok(await liftNumber(ports, { ...said, number, by: caller.operator, door: 'list' }));
    },
  );
}

function importRoute(ports: SupervisorPorts): Route {
  return route(
    {
      method: 'POST',
      path: `${path}/import`,
      summary:
        'Puts some lines of a file of numbers on the list; a line that comes again changes nothing',
      who: 'supervisors',
      body: doNotCallBatch,
      answer: doNotCallReceptions,
      refusals,
    },
    async ({ body: { numbers, ...said }, caller }) => {
      const tasks = await tasksNamed(ports, said.task);
      if (tasks.length === 0 && said.task !== undefined)
        return notFound(refusalWords.noTask(said.task));
      const receptions: ('added' | 'known' | 'refused')[] = [];
      for (const text of numbers) {
        const number = readNumber(text, tasks);
        const wish = { ...said, by: caller.operator, door: 'import' } as const;
        const change = number && (await barNumber(ports, { ...wish, number }));
        receptions.push(change ? (change.isNew ? 'added' : 'known') : 'refused');
      }
      return ok({ receptions });
    },
  );
}

/** What holds for all tasks is not for a lead to say. */
function isForAllTasks({ task }: { task?: string | undefined }): boolean {
  return task === undefined;
}

const pageSize = 50;

function listRoute(ports: SupervisorPorts): Route {
  return route(
    {
      method: 'POST',
      path: `${path}/search`,
      summary: 'The numbers of which somebody said that they may not be called, page by page',
      who: 'supervisors',
      reads: true,
      body: doNotCallQuery,
      answer: doNotCallList,
    },
    async (request) => {
      const { records, cursor } = await search(ports, request);
      return ok({ numbers: records.map(showListed), ...(cursor !== undefined && { cursor }) });
    },
  );
}

/** A whole number is looked up; of a part of one, every page is looked through as it is asked for. */
async function search(
  { doNotCall, directory }: SupervisorPorts,
  { body: { text = '', cursor } }: Request<z.output<typeof doNotCallQuery>>,
): Promise<DoNotCallList> {
  const number = readNumber(text, await directory.tasks());
  const found = number && (await doNotCall.find(number));
  if (found && !found.isErased) return { records: [found] };
  const digits = text.replace(/\D/g, '') || undefined;
  return doNotCall.list({ digits, cursor, limit: digits === undefined ? pageSize : mostLookedAt });
}

/** Of a search, so that few are found in few pages. */
const mostLookedAt = 1000;
