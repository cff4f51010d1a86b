import { type Context, Hono } from 'hono';
import type { Columns } from '../../domain/row.ts';
import { isPublic } from '../../domain/row-edit.ts';
import {
  type EditResult,
  editRow,
  insertRow,
  type RowWish,
  replaceRow,
} from '../../use-cases/edit-row.ts';
import type { ConsoleEnv, ConsolePorts } from './console-env.ts';
import { badRequest, notFound, readBody } from './replies.ts';
import { rowBody, rowId } from './schemas.ts';
import { enterTask } from './task-routes.ts';

type RowContext = Context<ConsoleEnv>;

/** `/api/tasks/{task}/subscribers`: the same rows that outside software writes. */
export function rowRoutes(ports: ConsolePorts): Hono<ConsoleEnv> {
  const routes = new Hono<ConsoleEnv>();
  routes.use('/:task/subscribers/*', enterTask(ports.directory));
  routes.post('/:task/subscribers', async (c) => {
    const read = await readBody(c, rowBody);
    if ('reply' in read) return read.reply;
    return replyTo(c, await insertRow(ports, { task: c.var.task, given: publicOf(read.body) }));
  });
  routes.get('/:task/subscribers/:Id', async (c) => {
    const Id = idOf(c);
    const row = Id && (await ports.rows.get({ task: c.var.task.id, Id }));
    return row ? c.json(row.columns) : noRow(c);
  });
  routes.put('/:task/subscribers/:Id', (c) => write(c, (wish) => replaceRow(ports, wish)));
  routes.patch('/:task/subscribers/:Id', (c) => write(c, (wish) => editRow(ports, wish)));
  routes.delete('/:task/subscribers/:Id', async (c) => {
    const Id = idOf(c);
    const isDeleted = Id !== undefined && (await ports.desk.delete({ task: c.var.task.id, Id }));
    return isDeleted ? c.body(null, 204) : noRow(c);
  });
  return routes;
}

async function write(
  c: RowContext,
  writeRow: (wish: RowWish) => Promise<EditResult>,
): Promise<Response> {
  const Id = idOf(c);
  if (Id === undefined) return badRequest(c, 'Id must be a whole number, 1–999999999999999');
  const read = await readBody(c, rowBody);
  if ('reply' in read) return read.reply;
  return replyTo(c, await writeRow({ task: c.var.task, Id, given: publicOf(read.body) }));
}

/** What was read may be sent back: keys and the system's own columns are left alone. */
function publicOf(body: Columns): Columns {
  return Object.fromEntries(Object.entries(body).filter(([name]) => isPublic(name)));
}

function replyTo(c: RowContext, result: EditResult): Response {
  switch (result.kind) {
    case 'created':
      c.header('location', `/api/tasks/${result.columns.task}/subscribers/${result.columns.Id}`);
      return c.json(result.columns, 201);
    case 'changed':
      return c.json(result.columns);
    case 'refused':
      return badRequest(c, result.problem);
    case 'no row':
      return noRow(c);
    case 'busy':
      return c.json({ error: 'others are writing this row; try again' }, 409);
    default:
      return result satisfies never;
  }
}

function idOf(c: RowContext): number | undefined {
  return rowId.safeParse(c.req.param('Id')).data;
}

function noRow(c: RowContext): Response {
  return notFound(c, `task ${c.var.task.id} has no row ${c.req.param('Id')}`);
}
