import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import type { Clock } from '../../../ports/clock.ts';
import type { AnsweredRequests, GivenAnswer } from '../../../ports/records/answered-requests.ts';
import { wantedLanguage } from '../../boundary/wanted-language.ts';
import type { ConsoleEnv } from './api-env.ts';
import { refusalWords } from './refusal-words.ts';

interface OncePorts {
  answeredRequests: AnsweredRequests;
  clock: Pick<Clock, 'now'>;
}

const longestKey = 200;

/**
 * A write that brings an `Idempotency-Key` is done once: whoever sends it again, because the answer was
 * lost, gets that answer. Keys are the caller's own, and remembered for a day.
 */
export function answerOnce(ports: OncePorts) {
  return createMiddleware<ConsoleEnv>(async (c, next) => {
    const given = c.req.header('idempotency-key');
    if (given === undefined || c.req.method === 'GET') return next();
    if (given.length < 1 || given.length > longestKey) return refuse(c, 400, 'wrongKey');
    const key = digest(c.var.caller.operator, given);
    const { method, path } = c.req;
    const request = digest(method, path, await c.req.text());
    const begun = await ports.answeredRequests.begin(key, request, ports.clock.now());
    if (begun.kind === 'answered') return again(begun.answer);
    if (begun.kind === 'running') return refuse(c, 409, 'keyRunning');
    if (begun.kind === 'other') return refuse(c, 422, 'keyTaken');
    await next();
    await keep(ports, key, c.res);
  });
}

/** What failed here may be sent again; what was refused stays refused. */
async function keep({ answeredRequests }: OncePorts, key: string, answer: Response): Promise<void> {
  if (answer.status >= 500) return answeredRequests.forget(key);
  const body = await answer.clone().text();
  const location = answer.headers.get('location') ?? undefined;
  await answeredRequests.finish(key, { status: answer.status, body, location });
}

function again({ status, body, location }: GivenAnswer): Response {
  const headers = {
    'idempotent-replayed': 'true',
    ...(body !== '' && { 'content-type': 'application/json' }),
    ...(location !== undefined && { location }),
  };
  return new Response(body === '' ? null : body, { status, headers });
}

function refuse(
  c: Context<ConsoleEnv>,
  status: 400 | 409 | 422,
  why: 'wrongKey' | 'keyRunning' | 'keyTaken',
): Response {
  return c.json({ error: refusalWords[why][wantedLanguage(c)] }, status);
}

function digest(...parts: string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}
