import { Hono } from 'hono';
import { createMiddleware } from 'hono/factory';
import { wantedLanguage } from '../../boundary/wanted-language.ts';
import { admitSoftware } from './admit-software.ts';
import { answerOnce } from './answer-once.ts';
import type { ConsoleEnv, ConsolePorts } from './api-env.ts';
import { asOfNow, type Caller, callerOf } from './api-user.ts';
import { asProblem } from './as-problem.ts';
import { compressed } from './compressed.ts';
import { refusalWords } from './refusal-words.ts';
import type { Route } from './route.ts';
import { serveRoute } from './serve-route.ts';
import { type ClaimNames, claimsIn } from './token-claims.ts';

/** What one function answers. */
export interface Answered {
  routes: readonly Route[];
  /** Of the identity provider, where it is not Cognito. */
  claimNames?: ClaimNames;
  /** A caller does something: changes what is there, calls or hangs up. */
  onAct?: (caller: Caller) => Promise<void>;
}

type AppPorts = Pick<
  ConsolePorts,
  'directory' | 'journal' | 'rateCounter' | 'clock' | 'answeredRequests' | 'auditLog'
>;

/** Answers people whose token API Gateway has verified. */
export function apiApp(ports: AppPorts, { routes, claimNames, onAct }: Answered): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>();
  app.use(keepNowhere);
  app.use(compressed);
  app.use(asProblem);
  app.use(identify(ports, claimNames));
  app.use(admitSoftware(ports));
  app.use(answerOnce(ports));
  if (onAct) app.use(noteActs(onAct));
  for (const route of routes) {
    const { method, path } = route.declaration;
    app.on(method, path.replaceAll(/\{(\w+)\}/g, ':$1'), (c) => serveRoute(c, route, ports));
  }
  app.notFound((c) => c.json({ error: `there is no ${c.req.method} ${c.req.path}` }, 404));
  app.onError((error, c) => {
    ports.journal.failed(error, { method: c.req.method, route: c.req.routePath });
    return c.json({ error: refusalWords.failed[wantedLanguage(c)] }, 500);
  });
  return app;
}

/** No cache on the way may keep whom somebody called. */
const keepNowhere = createMiddleware<ConsoleEnv>(async (c, next) => {
  await next();
  c.header('cache-control', 'no-store');
});

/** What a desk asks for by itself when it is opened. */
const askedByItself = new Set(['/api/me/socket', '/api/me/phone']);

function noteActs(onAct: (caller: Caller) => Promise<void>) {
  return createMiddleware<ConsoleEnv>(async (c, next) => {
    await next();
    const { caller } = c.var;
    const isAct = c.req.method !== 'GET' && !askedByItself.has(c.req.path);
    if (isAct && caller.scopes === undefined) await onAct(caller);
  });
}

function identify({ directory, clock }: Pick<AppPorts, 'directory' | 'clock'>, names?: ClaimNames) {
  return createMiddleware<ConsoleEnv>(async (c, next) => {
    const bearer = callerOf(claimsIn(c.req.header('authorization')), names);
    const caller = bearer && (await asOfNow(directory, bearer, clock.now()));
    if (caller === undefined) return c.json({ error: refusalWords.nobody[wantedLanguage(c)] }, 403);
    c.set('caller', caller);
    return next();
  });
}
