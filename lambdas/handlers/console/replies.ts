import type { Context } from 'hono';
import type { z } from 'zod';
import { sentenceOf } from './schemas.ts';

/** The body as the schema has it, or the reply that says what is wrong with it. */
export async function readBody<Schema extends z.ZodType>(
  c: Context,
  schema: Schema,
): Promise<{ body: z.output<Schema> } | { reply: Response }> {
  const given = await c.req.json().catch(() => undefined);
  if (given === undefined) return { reply: badRequest(c, 'the body must be JSON') };
  const parsed = schema.safeParse(given);
  if (parsed.success) return { body: parsed.data };
  return { reply: badRequest(c, sentenceOf(parsed.error)) };
}

export function badRequest(c: Context, error: string): Response {
  return c.json({ error }, 400);
}

export function notFound(c: Context, error: string): Response {
  return c.json({ error }, 404);
}

export function forbidden(c: Context, error: string): Response {
  return c.json({ error }, 403);
}
