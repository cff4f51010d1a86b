import type * as z from 'zod';
import { columns } from '../../../contract/instant.ts';
import { inEachLanguage } from '../../../domain/basics/localized.ts';
import {
  type EditProblem,
  editProblemText,
  isReserved,
} from '../../../domain/order/edit-problem.ts';
import { reservedProblem } from '../../../domain/order/reserved-edit.ts';
import { type Columns, isPublic } from '../../../domain/row/row.ts';
import type { Task } from '../../../domain/task/task.ts';
import type { StoredRow } from '../../../ports/rows/rows.ts';
import {
  type EditResult,
  editRow,
  insertRow,
  type RowWish,
  replaceRow,
} from '../../../use-cases/promises/edit-row.ts';
import { enterRow, enterTask, noRow } from '../http/access.ts';
import type { DeskPorts } from '../http/api-env.ts';
import { type Caller, operatorOf, supervises } from '../http/api-user.ts';
import { refusalWords } from '../http/refusal-words.ts';
import { badRequest, conflict, forbidden, nothing, ok } from '../http/replies.ts';
import {
  type Declaration,
  type Refused,
  type Reply,
  type Request,
  type Route,
  routeWithin,
} from '../http/route.ts';
import { rowBody, rowId } from '../http/schemas.ts';

const rowsPath = '/api/tasks/{task}/subscribers';
const rowPath = `${rowsPath}/{Id}`;

/** What was written, with the system's own columns where it was read. */
const row = columns.meta({ id: 'Columns' });
const refusals = { 409: { why: 'Others are writing the row' } };

/** The same rows that outside software writes. */
export function rowRoutes(ports: DeskPorts): Route[] {
  const inTask = enterTask(ports.directory);
  return [
    routeWithin(
      inTask,
      {
        method: 'POST',
        path: rowsPath,
        summary: 'Creates a row under the next free Id',
        who: 'operators',
        body: rowBody,
        answer: row,
        status: 201,
      },
      async ({ body, caller }, task) => {
        const given = publicOf(body);
        const problem = (await refusalFor(ports, caller, task))({}, given);
        if (problem !== undefined) return refuse(problem);
        return replyTo(await insertRow(ports, { task, given, by: caller.operator }), task);
      },
    ),
    routeWithin(
      enterRow(ports),
      {
        method: 'GET',
        path: rowPath,
        summary: 'One row, with the system’s own columns',
        who: 'operators',
        answer: row,
      },
      async (_, entered) => ok(entered.row.columns),
    ),
    writeRoute(ports, 'PUT', replaceRow),
    writeRoute(ports, 'PATCH', editRow),
    routeWithin(
      inTask,
      {
        method: 'DELETE',
        path: rowPath,
        summary: 'Deletes the row, and with it what it orders',
        who: 'leads',
      },
      async ({ param }, task) => {
        const Id = rowId.safeParse(param('Id')).data;
        const isDeleted = Id !== undefined && (await ports.rowEditor.delete({ task: task.id, Id }));
        return isDeleted ? nothing : noRow(task, param('Id'));
      },
    ),
  ];
}

const writes = {
  PUT: {
    summary: 'Makes the row hold these public columns and no others; creates it if need be',
    who: 'leads',
  },
  PATCH: {
    summary:
      'Sets these columns; null removes one. Operators leave status 14 and whom others are promised',
    who: 'operators',
  },
} as const;

function writeRoute(
  ports: DeskPorts,
  method: 'PUT' | 'PATCH',
  writeRow: (ports: DeskPorts, wish: RowWish) => Promise<EditResult>,
): Route {
  return routeWithin(
    enterTask(ports.directory),
    {
      method,
      path: rowPath,
      ...writes[method],
      body: rowBody,
      answer: row,
      refusals,
    } satisfies Declaration,
    async ({ param, body, caller }: Request<z.output<typeof rowBody>>, task) => {
      const Id = rowId.safeParse(param('Id')).data;
      if (Id === undefined) return badRequest(refusalWords.wrongId);
      const given = publicOf(body);
      const problemFor = await refusalFor(ports, caller, task);
      const refuse = ({ columns }: StoredRow) => problemFor(columns, given);
      const wish = { task, Id, given, refuse, by: caller.operator };
      return replyTo(await writeRow(ports, wish), task, Id);
    },
  );
}

type RefusalOf = (before: Columns, given: Columns) => EditProblem | undefined;

/** What an operator may not set, who supervises the task may. */
async function refusalFor(
  { directory }: DeskPorts,
  caller: Caller,
  task: Task,
): Promise<RefusalOf> {
  if (supervises(caller, task)) return () => undefined;
  const addresses = (await operatorOf(directory, caller))?.addresses ?? [];
  return (before, given) => reservedProblem({ before, given, addresses });
}

function refuse(problem: EditProblem): Refused {
  const error = inEachLanguage((it) => editProblemText(problem, it));
  return isReserved(problem) ? forbidden(error) : badRequest(error);
}

/** What was read may be sent back: keys and the system's own columns are left alone. */
function publicOf(body: Columns): Columns {
  return Object.fromEntries(Object.entries(body).filter(([name]) => isPublic(name)));
}

function replyTo(result: EditResult, task: Task, Id?: number): Reply<Record<string, unknown>> {
  switch (result.kind) {
    case 'created':
      return {
        status: 201,
        body: result.columns,
        location: `/api/tasks/${task.id}/subscribers/${result.columns.Id}`,
      };
    case 'changed':
      return ok(result.columns);
    case 'refused':
      return refuse(result.problem);
    case 'no row':
      return noRow(task, String(Id));
    case 'busy':
      return conflict(refusalWords.rowBusy);
    default:
      return result satisfies never;
  }
}
