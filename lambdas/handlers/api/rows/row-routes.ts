import type * as z from 'zod';
import { columns } from '../../../contract/instant.ts';
import { inEachLanguage } from '../../../domain/basics/localized.ts';
import { editProblemText } from '../../../domain/order/edit-problem.ts';
import { type Columns, isPublic } from '../../../domain/row/row.ts';
import type { Task } from '../../../domain/task/task.ts';
import {
  type EditResult,
  editRow,
  insertRow,
  type RowWish,
  replaceRow,
} from '../../../use-cases/promises/edit-row.ts';
import { enterRow, enterTask, noRow } from '../http/access.ts';
import type { DeskPorts } from '../http/api-env.ts';
import { refusalWords } from '../http/refusal-words.ts';
import { badRequest, conflict, nothing, ok } from '../http/replies.ts';
import {
  type Declaration,
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
      async ({ body }, task) =>
        replyTo(await insertRow(ports, { task, given: publicOf(body) }), task),
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
        who: 'operators',
      },
      async ({ param }, task) => {
        const Id = rowId.safeParse(param('Id')).data;
        const isDeleted = Id !== undefined && (await ports.rowEditor.delete({ task: task.id, Id }));
        return isDeleted ? nothing : noRow(task, param('Id'));
      },
    ),
  ];
}

const summaries = {
  PUT: 'Makes the row hold these public columns and no others; creates it if need be',
  PATCH: 'Sets these columns; null removes one',
};

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
      summary: summaries[method],
      who: 'operators',
      body: rowBody,
      answer: row,
      refusals,
    } satisfies Declaration,
    async ({ param, body }: Request<z.output<typeof rowBody>>, task) => {
      const Id = rowId.safeParse(param('Id')).data;
      if (Id === undefined) return badRequest(refusalWords.wrongId);
      return replyTo(await writeRow(ports, { task, Id, given: publicOf(body) }), task, Id);
    },
  );
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
      return badRequest(inEachLanguage((it) => editProblemText(result.problem, it)));
    case 'no row':
      return noRow(task, String(Id));
    case 'busy':
      return conflict(refusalWords.rowBusy);
    default:
      return result satisfies never;
  }
}
