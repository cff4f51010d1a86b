import { apologyWish, bulkResult } from '../../../contract/rows.ts';
import { editProblemText } from '../../../domain/order/edit-problem.ts';
import { apologise } from '../../../use-cases/promises/apologise.ts';
import type { DeskPorts } from '../http/api-env.ts';
import { ok } from '../http/replies.ts';
import { type Route, route } from '../http/route.ts';

/** Beside the calls: what sends something to a telephone is answered by the function that may. */
export function apologyRoutes(ports: DeskPorts): Route[] {
  return [
    route(
      {
        method: 'POST',
        path: '/api/promises/apologise',
        summary:
          'Sends the customers of missed calls the task’s text (`apologyText`), once a promise; who may never be called gets none',
        who: 'leads',
        body: apologyWish,
        answer: bulkResult,
      },
      async ({ body, language }) => {
        const results = await apologise(ports, body.rows);
        return ok({
          results: results.map(({ key, problem }) => ({
            ...key,
            ...(problem !== undefined && { problem: editProblemText(problem, language) }),
          })),
        });
      },
    ),
  ];
}
