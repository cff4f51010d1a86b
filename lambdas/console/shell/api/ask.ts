import { language } from '../../words/language.ts';
import { pageSettings } from '../page-settings.ts';
import { setSession } from '../sign-in/session.ts';
import { accessToken } from '../sign-in/sign-in.ts';
import type { Known, Method, ValueOf } from './api-types.ts';
import { apiWords } from './api-words.ts';

/** What the API made of a request. */
export type Answer<Value> = { kind: 'done'; value: Value } | Refusal;

export interface Refusal {
  /** refused: the server said no · unreachable: no answer came, or none that makes sense */
  kind: 'refused' | 'unreachable';
  /** The HTTP status; 0 where none came. */
  status: number;
  /** For the reader. */
  sentence: string;
  /** The first moment at which what was asked for may be done, where the server names one. */
  nextAt?: string;
  body?: unknown;
}

/**
 * Asks the API. Reading is tried again when no answer comes; writing is not, because who writes
 * must know whether it may be repeated.
 */
export async function ask<M extends Method, const Path extends string>(
  method: M,
  path: Path & Known<M, Path>,
  body?: object,
): Promise<Answer<ValueOf<M, Path>>> {
  for (let attempt = 0; ; attempt++) {
    const answer = await askOnce<ValueOf<M, Path>>(method, path, body);
    const pauseMilliseconds = pausesMilliseconds[attempt];
    const again = method === 'GET' && answer.kind === 'unreachable';
    if (!again || pauseMilliseconds === undefined) return answer;
    await new Promise((resolve) => setTimeout(resolve, pauseMilliseconds));
  }
}

const pausesMilliseconds = [250, 1000];

async function askOnce<Value>(method: Method, path: string, body: unknown): Promise<Answer<Value>> {
  const token = await accessToken();
  if (token === undefined) return refusal(401, undefined);
  const answer = await send(method, path, { body, token });
  if (answer === undefined) return refusal(0, undefined);
  if (answer.status === 401) setSession(undefined);
  const told = await bodyOf(answer);
  return answer.ok ? { kind: 'done', value: told as Value } : refusal(answer.status, told);
}

async function send(
  method: Method,
  path: string,
  { body, token }: { body: unknown; token: string },
): Promise<Response | undefined> {
  const text = body === undefined ? undefined : JSON.stringify(body);
  try {
    return await fetch(pageSettings().api + path, {
      method,
      headers: {
        Authorization: `Bearer ${token}`,
        'Accept-Language': language.value,
        ...(text !== undefined && { 'Content-Type': 'application/json' }),
      },
      ...(text !== undefined && { body: text }),
      // What is sent when the page is left still goes out; browsers allow that to small bodies.
      keepalive: text !== undefined && text.length < keepaliveCharacters,
      signal: AbortSignal.timeout(limitMilliseconds),
    });
  } catch {
    return undefined;
  }
}

/** 64 KB at most are allowed, and a character may need four bytes. */
const keepaliveCharacters = 15_000;

/** Longer than the API's own limit. */
const limitMilliseconds = 25_000;

async function bodyOf(answer: Response): Promise<unknown> {
  const text = await answer.text().catch(() => '');
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

function refusal(status: number, body: unknown): Refusal {
  const { error, nextAt } = (body ?? {}) as { error?: string; nextAt?: string };
  return {
    kind: status === 0 || status >= 500 ? 'unreachable' : 'refused',
    status,
    sentence: error ?? sentenceFor(status),
    ...(nextAt !== undefined && { nextAt }),
    body,
  };
}

function sentenceFor(status: number): string {
  const words = apiWords();
  if (status === 0) return words.unreachable;
  if (status === 401) return words.signedOut;
  if (status === 403) return words.notYours;
  if (status === 404) return words.notThere;
  return words.failed(status);
}
