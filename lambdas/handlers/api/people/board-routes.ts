import { board, figures, figuresQuery } from '../../../contract/board.ts';
import { toIso } from '../../../domain/basics/instant.ts';
import { attemptViewOf } from '../../../domain/views/attempt-view.ts';
import { reportOf } from '../../../domain/views/report.ts';
import { readSpan, spanProblem } from '../../../domain/views/report-span.ts';
import { watchBoard } from '../../../use-cases/desk/watch-board.ts';
import { openPromises } from '../../../use-cases/promises/list-overdue.ts';
import { showState } from '../answers/show-operator.ts';
import { showFigures } from '../answers/show-report.ts';
import type { SupervisorPorts } from '../http/api-env.ts';
import { refusalWords } from '../http/refusal-words.ts';
import { badRequest, notFound, ok } from '../http/replies.ts';
import { type Route, route } from '../http/route.ts';

export function boardRoutes(ports: SupervisorPorts): Route[] {
  return [
    route(
      {
        method: 'GET',
        path: '/api/board',
        summary: 'Who talks to whom, and what every operator does at this moment',
        who: 'supervisors',
        answer: board,
      },
      async () => {
        const { calls, operators, now } = await watchBoard(ports);
        return ok({
          calls: calls.map(attemptViewOf),
          operators: operators.map(showState),
          now: toIso(now),
        });
      },
    ),
    route(
      {
        method: 'POST',
        path: '/api/figures',
        summary: 'Outcomes and lateness of up to 31 days',
        who: 'supervisors',
        body: figuresQuery,
        answer: figures,
        refusals: { 404: { why: 'There is no such task' } },
      },
      async ({ body }) => {
        const problem = spanProblem(body);
        if (problem !== undefined) return badRequest(problem);
        const span = readSpan(body);
        const tasks = await ports.directory.tasks();
        const wanted = tasks.filter(({ id }) => body.task === undefined || id === body.task);
        if (wanted.length === 0 && body.task !== undefined) {
          return notFound(refusalWords.noTask(body.task));
        }
        const { views } = ports;
        const [outcomes, unkept, open] = await Promise.all([
          Promise.all(wanted.map(({ id }) => views.outcomes(id, span.daysOfUtc))),
          Promise.all(wanted.map(({ id }) => views.unkept(id, span.daysOfUtc))),
          openPromises(ports, wanted),
        ]);
        return ok(showFigures(reportOf(outcomes.flat(), span, [...open, ...unkept.flat()])));
      },
    ),
  ];
}
