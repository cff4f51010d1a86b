import type { IncomingMessage } from 'node:http';

/** An HTTP request as the gateway sees it: path, query and body byte for byte. */
export interface HttpCall {
  method: string;
  rawPath: string;
  rawQueryString: string;
  /** Lower-case names; values of repeated headers joined by commas. */
  headers: Record<string, string>;
  cookies: string[];
  body: Buffer;
  sourceIp: string;
}

/**
 * Reads a request. Where it came over `node:http`, path and headers are taken from there: a URL
 * object would change bytes, and a signature over them would no longer fit.
 */
export async function readHttpCall(
  request: Request,
  incoming: IncomingMessage | undefined,
): Promise<HttpCall> {
  const url = new URL(request.url);
  const target = incoming?.url ?? `${url.pathname}${url.search}`;
  const [rawPath = '/', ...query] = target.split('?');
  const { cookie, ...headers } = incoming
    ? joinedHeaders(incoming)
    : Object.fromEntries(request.headers);
  return {
    method: request.method,
    rawPath,
    rawQueryString: query.join('?'),
    headers,
    cookies: cookie ? cookie.split(/;\s*/) : [],
    body: Buffer.from(await request.arrayBuffer()),
    sourceIp: incoming?.socket.remoteAddress ?? '127.0.0.1',
  };
}

function joinedHeaders({ headersDistinct }: IncomingMessage): Record<string, string> {
  const entries = Object.entries(headersDistinct).map(([name, values = []]) => {
    return [name, values.join(name === 'cookie' ? '; ' : ',')];
  });
  return Object.fromEntries(entries);
}
