import type * as z from 'zod';
import { callList, callQuery, formList, formQuery } from '../../../contract/customers.ts';
import { parseAttemptId } from '../../../domain/attempt/attempt.ts';
import { readSpan, spanProblem } from '../../../domain/figures/report-span.ts';
import { customerName } from '../../../domain/row/customer-name.ts';
import type { Task } from '../../../domain/task/task.ts';
import type { CallSpan } from '../../../use-cases/desk/calls-of-span.ts';
import { listCalls } from '../../../use-cases/desk/list-calls.ts';
import { type ListedForm, listForms } from '../../../use-cases/desk/list-forms.ts';
import { showPast } from '../answers/show-attempts.ts';
import { showForm } from '../answers/show-form.ts';
import type { SupervisorPorts } from '../http/api-env.ts';
import { refusalWords } from '../http/refusal-words.ts';
import { badRequest, notFound, ok } from '../http/replies.ts';
import { type Refused, type Reply, type Request, type Route, route } from '../http/route.ts';

const refusals = { 404: { why: 'There is no such task' } };

/** All calls of some days, and all forms. */
export function callListRoutes(ports: SupervisorPorts): Route[] {
  return [
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
        refusals,
      },
      (request) => calls(ports, request),
    ),
    route(
      {
        method: 'POST',
        path: '/api/forms/search',
        summary: 'Sent forms of the calls of some days, the newest call first, page by page',
        who: 'leads',
        reads: true,
        body: formQuery,
        answer: formList,
        refusals,
      },
      (request) => forms(ports, request),
    ),
  ];
}

async function calls(
  ports: SupervisorPorts,
  { body, sees }: Request<z.output<typeof callQuery>>,
): Promise<Reply<z.input<typeof callList>>> {
  const asked = await spanOf(ports, body, sees);
  if ('status' in asked) return asked;
  const { span, tasks } = asked;
  const operators = await ports.directory.operators();
  const { found, ...next } = await listCalls(ports, { ...span, outcome: body.outcome });
  const shown = found.map(({ attempt, form, row }) => {
    const task = tasks.find(({ id }) => id === attempt.row.task);
    const name = task && row && customerName(task, row.columns);
    return { ...showPast({ attempt, form }, operators), ...(name !== undefined && { name }) };
  });
  return ok({ calls: shown, ...next });
}

async function forms(
  ports: SupervisorPorts,
  { body, sees }: Request<z.output<typeof formQuery>>,
): Promise<Reply<z.input<typeof formList>>> {
  const asked = await spanOf(ports, body, sees);
  if ('status' in asked) return asked;
  const { found, ...next } = await listForms(ports, { ...asked.span, script: body.script });
  return ok({ forms: found.map(showListed), ...next });
}

function showListed({ form, call }: ListedForm): z.input<typeof formList>['forms'][number] {
  const { run: _, revision: __, draftAt: ___, ...shown } = showForm(form);
  const { task, operator, attempt } = call;
  const Id = Number(parseAttemptId(attempt)?.row.Id);
  return { ...shown, task, Id, operator: operator.id ?? operator.address };
}

type AskedSpan = Pick<
  z.output<typeof callQuery>,
  'task' | 'from' | 'to' | 'timeZone' | 'operator' | 'updatedSince' | 'cursor'
>;

async function spanOf(
  { directory }: SupervisorPorts,
  asked: AskedSpan,
  sees: Request['sees'],
): Promise<Refused | { span: CallSpan & { updatedSince?: number }; tasks: Task[] }> {
  const problem = spanProblem(asked);
  if (problem !== undefined) return badRequest(problem);
  const { task, operator, cursor, updatedSince } = asked;
  const seen = (await directory.tasks()).filter(sees);
  const tasks = seen.filter(({ id }) => task === undefined || id === task);
  if (tasks.length === 0 && task !== undefined) return notFound(refusalWords.noTask(task));
  const ids = tasks.map(({ id }) => id);
  const { days } = readSpan(asked);
  const since = updatedSince === undefined ? {} : { updatedSince: Date.parse(updatedSince) };
  return { span: { tasks: ids, days, operator, cursor, ...since }, tasks };
}
