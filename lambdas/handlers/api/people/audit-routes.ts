import type * as z from 'zod';
import { auditList, auditQuery } from '../../../contract/audit.ts';
import { toIso } from '../../../domain/basics/instant.ts';
import { readSpan, spanProblem } from '../../../domain/figures/report-span.ts';
import { seesAll } from '../../../domain/task/role.ts';
import type { AuditEntry } from '../../../domain/views/audit-entry.ts';
import { subjectOf } from '../../../domain/views/audit-subject.ts';
import type { SupervisorPorts } from '../http/api-env.ts';
import { badRequest, ok } from '../http/replies.ts';
import { type Reply, type Request, type Route, route } from '../http/route.ts';

type Query = z.output<typeof auditQuery>;

/** Who changed what. */
export function auditRoutes(ports: SupervisorPorts): Route[] {
  return [
    route(
      {
        method: 'POST',
        path: '/api/audit',
        summary: 'Who changed what through the pages or the API, the newest first, page by page',
        who: 'leads',
        reads: true,
        body: auditQuery,
        answer: auditList,
      },
      (request) => changes(ports, request),
    ),
  ];
}

const pageSize = 50;
/** Of one request, so that few are found in few pages. */
const mostLookedAt = 1000;

async function changes(
  { auditLog, directory }: SupervisorPorts,
  { body, caller, sees }: Request<Query>,
): Promise<Reply<z.input<typeof auditList>>> {
  const { from: first, to: last, timeZone } = body;
  const asked = { from: first, to: last, timeZone };
  const problem = spanProblem(asked);
  if (problem !== undefined) return badRequest(problem);
  const { days } = readSpan(asked);
  const from = days[0]?.from ?? 0;
  const until = days.at(-1)?.to ?? 0;
  const led = seesAll(caller.role) ? undefined : (await directory.tasks()).filter(sees);
  const ids = led?.map(({ id }) => id);
  const isWanted = (entry: AuditEntry) => isAsked(entry, body) && isOfTasks(entry, ids);
  const entries: AuditEntry[] = [];
  let { cursor } = body;
  for (let looked = 0; looked < mostLookedAt; looked += pageSize) {
    const page = await auditLog.page({ from, until }, { limit: pageSize, cursor });
    entries.push(...page.entries.filter(isWanted));
    cursor = page.cursor;
    if (cursor === undefined || entries.length >= pageSize) break;
  }
  return ok({ entries: entries.map(show), ...(cursor !== undefined && { cursor }) });
}

function isAsked({ by, act, tasks }: AuditEntry, query: Query): boolean {
  if (query.by !== undefined && by !== query.by) return false;
  if (query.about !== undefined && subjectOf(act) !== query.about) return false;
  return query.task === undefined || tasks.includes(query.task);
}

/** What a lead may know of: changes of their tasks, and of no others beside. */
function isOfTasks({ tasks }: AuditEntry, ids: readonly string[] | undefined): boolean {
  if (ids === undefined) return true;
  return tasks.length > 0 && tasks.every((id) => ids.includes(id));
}

function show({
  at,
  on,
  tasks,
  rows,
  ...entry
}: AuditEntry): z.input<typeof auditList>['entries'][0] {
  return {
    ...entry,
    at: toIso(at),
    on: { ...on },
    tasks: [...tasks],
    ...(rows && { rows: [...rows] }),
  };
}
