import { gzipSync } from 'node:zlib';
import { createMiddleware } from 'hono/factory';
import type { ConsoleEnv } from './api-env.ts';

/** Shorter ones are sent before they would be compressed. API Gateway compresses nothing by itself. */
const longAnswer = 4096;

/** Long answers, for who accepts it: a list of rows is a tenth of its length. */
export const compressed = createMiddleware<ConsoleEnv>(async (c, next) => {
  await next();
  const isAccepted = /\bgzip\b(?!;\s*q=0(\.0+)?\s*(,|$))/.test(
    c.req.header('accept-encoding') ?? '',
  );
  const isJson = /^application\/(problem\+)?json/.test(c.res.headers.get('content-type') ?? '');
  if (!isAccepted || !isJson) return;
  const bytes = Buffer.from(await c.res.arrayBuffer());
  const { status } = c.res;
  const headers = new Headers(c.res.headers);
  const isLong = bytes.length >= longAnswer;
  if (isLong) headers.set('content-encoding', 'gzip');
  headers.append('vary', 'accept-encoding');
  c.res = new Response(isLong ? gzipSync(bytes) : bytes, { status, headers });
});
