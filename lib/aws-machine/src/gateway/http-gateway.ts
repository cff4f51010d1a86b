import type { IncomingMessage } from 'node:http';
import { Hono } from 'hono';
import type { JSONWebKeySet } from 'jose';
import type { InvocationResult } from '../functions/function-worker.ts';
import { isThrottled } from '../functions/lambda-functions.ts';
import {
  forbidden,
  type HttpAnswer,
  httpAnswer,
  internalError,
  notFound,
  timedOut,
  unauthorized,
  unavailable,
} from './http-answer.ts';
import type { HttpRoute } from './http-api.ts';
import { type HttpCall, readHttpCall } from './http-call.ts';
import { httpEvent } from './http-event.ts';
import { authorize } from './jwt-authorizer.ts';
import { withinTime } from './time-limit.ts';

export interface HttpGatewayOptions {
  routes: HttpRoute[];
  accountId: string;
  publicBaseUrl: string;
  jwks: JSONWebKeySet;
  invoke(functionName: string, event: unknown): Promise<InvocationResult>;
}

/** Handed over by the server, so that the gateway sees the request as it came. */
interface GatewayBindings {
  incoming?: IncomingMessage;
}

export type GatewayApp = Hono;

/** The stack's HTTP APIs on one address. Mount it last: it answers every path. */
export function httpGateway(options: HttpGatewayOptions): GatewayApp {
  const app: GatewayApp = new Hono();
  app.all('*', async ({ req, env }) => {
    const call = await readHttpCall(req.raw, (env as GatewayBindings | undefined)?.incoming);
    return toResponse(await answer(call, options));
  });
  return app;
}

async function answer(call: HttpCall, options: HttpGatewayOptions): Promise<HttpAnswer> {
  const found = findRoute(call, options.routes);
  if (!found) return notFound;
  const { route, pathParameters } = found;
  const verdict = route.authorizer && (await authorize(call, route, options.jwks));
  if (verdict?.kind === 'unauthorized') return unauthorized;
  if (verdict?.kind === 'forbidden') return forbidden;
  const event = httpEvent({
    call,
    route,
    pathParameters,
    accountId: options.accountId,
    domainName: new URL(options.publicBaseUrl).host,
    jwt: verdict?.identity,
  });
  return invoke(route, event, options);
}

interface Found {
  route: HttpRoute;
  pathParameters: Record<string, string>;
}

/** The most specific path wins, then the named method over ANY, then `$default`. */
function findRoute(call: HttpCall, routes: HttpRoute[]): Found | undefined {
  const fitting = routes
    .filter(({ method }) => method === 'ANY' || method === call.method)
    .flatMap((route): Found[] => {
      const pathParameters = route.path ? route.path.match(call.rawPath) : {};
      return pathParameters ? [{ route, pathParameters }] : [];
    });
  return fitting.toSorted((a, b) => compareText(rank(b.route), rank(a.route)))[0];
}

function rank({ path, method }: HttpRoute): string {
  return `${path?.specificity ?? ''} ${method === 'ANY' ? 0 : 1}`;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

async function invoke(
  route: HttpRoute,
  event: unknown,
  options: HttpGatewayOptions,
): Promise<HttpAnswer> {
  const answered = options.invoke(route.functionName, event).then((result) => {
    if (result.ok) return httpAnswer(result.payload);
    return isThrottled(result) ? unavailable : internalError;
  });
  return withinTime(answered, route.timeoutMilliseconds, timedOut);
}

function toResponse({ status, headers, body }: HttpAnswer): Response {
  const isBodyless = status === 204 || status === 304;
  return new Response(isBodyless ? null : body, { status, headers });
}
