import type * as z from 'zod';
import { nextRow, rowList, searchWish } from '../../../contract/rows.ts';
import { toIso } from '../../../domain/basics/instant.ts';
import { findNextRow } from '../../../use-cases/callback/find-next-row.ts';
import { searchRows } from '../../../use-cases/desk/search-rows.ts';
import { historyOf } from '../answers/show-attempts.ts';
import { showRows } from '../answers/show-rows.ts';
import { enterTask } from '../http/access.ts';
import type { DeskPorts } from '../http/api-env.ts';
import { refusalWords } from '../http/refusal-words.ts';
import { notFound, nothing, ok } from '../http/replies.ts';
import { type Reply, type Request, type Route, route, routeWithin } from '../http/route.ts';

/** Who finds more has to type another word. */
const mostFound = 50;

const shownHistory = 20;

export function searchRoutes(ports: DeskPorts): Route[] {
  return [
    route(
      {
        method: 'POST',
        path: '/api/search',
        summary: 'Rows of your tasks by a name, a number, an order or an Id',
        who: 'operators',
        reads: true,
        body: searchWish,
        answer: rowList,
        refusals: { 404: { why: 'There is no such task' } },
      },
      (request) => search(ports, request),
    ),
    routeWithin(
      enterTask(ports.directory),
      {
        method: 'POST',
        path: '/api/tasks/{task}/next',
        summary: 'A row that was never called, kept for you a while; 204 when there is none',
        who: 'operators',
        audited: false,
        answer: nextRow,
      },
      async ({ language }, task) => {
        const row = await findNextRow(ports, task);
        if (row === undefined) return nothing;
        const [shown] = await showRows(ports, [row], language);
        if (shown === undefined) return nothing;
        return ok({ row: shown, history: await historyOf(ports, row.key, shownHistory) });
      },
    ),
  ];
}

async function search(
  ports: DeskPorts,
  { sees, body, language }: Request<z.output<typeof searchWish>>,
): Promise<Reply<z.input<typeof rowList>>> {
  const all = await ports.directory.tasks();
  const wanted = all.filter(({ id }) => body.task === undefined || id === body.task);
  if (wanted.length === 0 && body.task !== undefined) {
    return notFound(refusalWords.noTask(body.task));
  }
  const tasks = wanted.filter(sees);
  const { text } = body;
  const found = await Promise.all(
    tasks.map((task) => searchRows(ports, { task, text, limit: mostFound })),
  );
  const rows = await showRows(ports, found.flat().slice(0, mostFound), language);
  return ok({ rows, now: toIso(ports.clock.now()) });
}
