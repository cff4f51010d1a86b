import type * as z from 'zod';
import { board, figures, figuresQuery } from '../../../contract/board.ts';
import { toIso } from '../../../domain/basics/instant.ts';
import { type CountedDay, reportOf } from '../../../domain/figures/report.ts';
import {
  type AskedDays,
  readSpan,
  spanBefore,
  spanProblem,
} from '../../../domain/figures/report-span.ts';
import { attemptViewOf } from '../../../domain/views/attempt-view.ts';
import { watchBoard } from '../../../use-cases/desk/watch-board.ts';
import { openPromises } from '../../../use-cases/promises/list-overdue.ts';
import { countDays } from '../../../use-cases/views/count-days.ts';
import { showState } from '../answers/show-operator.ts';
import { showFigures } from '../answers/show-report.ts';
import { staffSeenBy } from '../http/access.ts';
import type { SupervisorPorts } from '../http/api-env.ts';
import { refusalWords } from '../http/refusal-words.ts';
import { badRequest, notFound, ok } from '../http/replies.ts';
import { type Reply, type Request, type Route, route } from '../http/route.ts';

export function boardRoutes(ports: SupervisorPorts): Route[] {
  return [
    route(
      {
        method: 'GET',
        path: '/api/board',
        summary: 'Who talks to whom, and what every operator does at this moment',
        who: 'leads',
        answer: board,
      },
      async ({ caller, sees }) => {
        const tasks = (await ports.directory.tasks()).filter(sees);
        const { calls, operators, now } = await watchBoard(ports);
        const isStaff = await staffSeenBy(ports, { caller, sees });
        const theirs = calls.filter(({ row }) => tasks.some(({ id }) => id === row.task));
        return ok({
          calls: theirs.map(attemptViewOf),
          operators: operators.filter(({ id }) => isStaff(id)).map(showState),
          now: toIso(now),
        });
      },
    ),
    route(
      {
        method: 'POST',
        path: '/api/figures',
        summary: 'Outcomes, lateness and answers of up to 366 days, by hour, day, week or month',
        who: 'leads',
        reads: true,
        body: figuresQuery,
        answer: figures,
        refusals: { 404: { why: 'There is no such task' } },
      },
      (request) => figuresOf(ports, request),
    ),
  ];
}

async function figuresOf(
  ports: SupervisorPorts,
  { body, sees }: Request<z.output<typeof figuresQuery>>,
): Promise<Reply<z.input<typeof figures>>> {
  const problem = spanProblem(body);
  if (problem !== undefined) return badRequest(problem);
  const all = (await ports.directory.tasks()).filter(sees);
  const wanted = all.filter(({ id }) => body.task === undefined || id === body.task);
  if (wanted.length === 0 && body.task !== undefined) {
    return notFound(refusalWords.noTask(body.task));
  }
  const tasks = wanted.map(({ id }) => id);
  const span = readSpan(body);
  const open = await openPromises(ports, wanted);
  const withAnswers = body.withAnswers === true;
  const { days, left } = await countDays(ports, { tasks, span, withAnswers, open });
  const before = body.withBefore === true ? await countBefore(ports, { asked: body, tasks }) : [];
  return ok(
    showFigures(reportOf(days, span.by), {
      ...(before.length > 0 && { before: reportOf(before, 'day').totals }),
      daysLeft: left,
    }),
  );
}

/** Nothing, as long as not all of it is counted. */
async function countBefore(
  ports: SupervisorPorts,
  { asked, tasks }: { asked: AskedDays; tasks: readonly string[] },
): Promise<CountedDay[]> {
  const span = spanBefore(asked, ports.clock.now());
  const { days, left } = await countDays(ports, { tasks, span, withAnswers: false });
  return left === 0 ? days : [];
}
