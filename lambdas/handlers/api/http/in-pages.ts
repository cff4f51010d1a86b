import * as z from 'zod';
import type { CursorKey } from '../../../ports/records/cursor-key.ts';
import { badRequest } from './replies.ts';
import type { Reply, Route } from './route.ts';
import { type ListQuestion, openCursor, sealCursor } from './sealed-cursor.ts';

/**
 * Of a list that is read page by page, whose body brings the `cursor` that the page before answered: its
 * handler deals in places, whoever asks in sealed ones. Any other route stays as it is.
 */
export function inPages(ports: { cursorKey: CursorKey }, route: Route): Route {
  const { method, path, body: schema } = route.declaration;
  if (!(schema instanceof z.ZodObject && 'cursor' in schema.shape)) return route;
  return {
    ...route,
    handle: async (request, entered) => {
      const { cursor, ...filters } = request.body as { cursor?: string };
      const question: ListQuestion = [`${method} ${path}`, filters];
      const place = cursor && (await openCursor(ports.cursorKey, cursor, question));
      if (cursor !== undefined && !place) return badRequest(foreignCursor);
      const body = { ...filters, cursor: place };
      return sealed(ports.cursorKey, question, await route.handle({ ...request, body }, entered));
    },
  };
}

const foreignCursor = {
  en: 'this cursor is of no page of this list; ask without one for the first page',
  ru: 'этот курсор не от страницы этого списка; первая страница — без курсора',
};

async function sealed(keys: CursorKey, question: ListQuestion, reply: Reply): Promise<Reply> {
  const place = 'body' in reply ? (reply.body as { cursor?: string }).cursor : undefined;
  if (!('body' in reply) || place === undefined) return reply;
  const cursor = await sealCursor(keys, place, question);
  return { ...reply, body: { ...(reply.body as object), cursor } } as Reply;
}
