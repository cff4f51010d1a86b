import { board, figures, figuresQuery } from '../../contract/board.ts';
import { attemptViewOf } from '../../domain/attempt-view.ts';
import { readSpan, spanProblem } from '../../domain/figure-span.ts';
import { figuresOf } from '../../domain/figures.ts';
import { toIso } from '../../domain/instant.ts';
import { watchBoard } from '../../use-cases/watch-board.ts';
import type { ConsolePorts } from './console-env.ts';
import { refusalWords } from './refusal-words.ts';
import { badRequest, notFound, ok } from './replies.ts';
import { type Route, route } from './route.ts';
import { showFigures } from './show-figures.ts';
import { showState } from './show-operator.ts';

export function boardRoutes(ports: ConsolePorts): Route[] {
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
        const records = await Promise.all(
          wanted.map(({ id }) => ports.views.outcomes(id, span.daysOfUtc)),
        );
        return ok(showFigures(figuresOf(records.flat(), span)));
      },
    ),
  ];
}
