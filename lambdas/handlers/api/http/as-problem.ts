import { STATUS_CODES } from 'node:http';
import { createMiddleware } from 'hono/factory';
import type { ConsoleEnv } from './api-env.ts';

const problemType = 'application/problem+json';

/**
 * What is refused, in the form of RFC 9457 for software, and for whoever asks for it by `Accept`: the sentence
 * is in `detail`, and in `error` as for the pages.
 */
export const asProblem = createMiddleware<ConsoleEnv>(async (c, next) => {
  await next();
  const isWished = c.req.header('accept')?.includes(problemType) ?? false;
  const isOfSoftware = c.get('caller')?.scopes !== undefined;
  if (c.res.status < 400 || !(isWished || isOfSoftware)) return;
  const body = (await c.res.json()) as { error?: string };
  const { status } = c.res;
  const problem = { type: 'about:blank', title: STATUS_CODES[status], status, detail: body.error };
  const headers = new Headers(c.res.headers);
  headers.set('content-type', problemType);
  headers.delete('content-length');
  c.res = new Response(JSON.stringify({ ...problem, ...body }), { status, headers });
});
