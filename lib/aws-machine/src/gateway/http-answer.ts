import { z } from 'zod';

/** What goes back to the caller of an HTTP API. */
export interface HttpAnswer {
  status: number;
  headers: [name: string, value: string][];
  body: Uint8Array<ArrayBuffer> | string;
}

const headerValue = z.union([z.string(), z.number(), z.boolean()]).transform(String);

const functionResponse = z.object({
  statusCode: z.coerce.number().int().min(100).max(599),
  headers: z.record(z.string(), headerValue).nullish(),
  cookies: z.array(z.string()).nullish(),
  body: z.string().nullish(),
  isBase64Encoded: z.boolean().nullish(),
});

export const notFound = gatewayMessage(404, 'Not Found');
export const unauthorized = gatewayMessage(401, 'Unauthorized');
export const forbidden = gatewayMessage(403, 'Forbidden');
export const internalError = gatewayMessage(500, 'Internal Server Error');
/** The account runs as many functions as it may. */
export const unavailable = gatewayMessage(503, 'Service Unavailable');
export const timedOut = gatewayMessage(503, 'Service Unavailable');

/**
 * Turns what a function answered, as JSON, into a response: a value without a status code is the
 * body of a 200; a response of the wrong shape is the function's fault and gives 500.
 */
export function httpAnswer(payload: string): HttpAnswer {
  const result: unknown = JSON.parse(payload);
  if (typeof result !== 'object' || result === null || !('statusCode' in result)) {
    const text = typeof result === 'string' ? result : payload;
    return { status: 200, headers: [['content-type', 'application/json']], body: text };
  }
  const { success, data: response } = functionResponse.safeParse(result);
  if (!success) return internalError;
  const text = response.body ?? '';
  return {
    status: response.statusCode,
    headers: [...responseHeaders(response.headers ?? {}), ...cookieHeaders(response.cookies ?? [])],
    body: response.isBase64Encoded ? Buffer.from(text, 'base64') : text,
  };
}

function responseHeaders(given: Record<string, string>): [string, string][] {
  const headers = Object.entries(given).map(
    ([name, value]) => [name.toLowerCase(), value] as const,
  );
  const hasType = headers.some(([name]) => name === 'content-type');
  const own = hasType ? [] : [['content-type', 'text/plain; charset=utf-8'] as const];
  return [...headers, ...own].map(([name, value]) => [name, value]);
}

function cookieHeaders(cookies: string[]): [string, string][] {
  return cookies.map((cookie) => ['set-cookie', cookie]);
}

function gatewayMessage(status: number, message: string): HttpAnswer {
  return {
    status,
    headers: [['content-type', 'application/json']],
    body: JSON.stringify({ message }),
  };
}
