import http, { type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { getRequestListener } from '@hono/node-server';
import { mayBeForeign } from '../aws-machine/src/base/foreign-page.ts';

/** What answers requests: a Hono app, for one. */
export interface Site {
  fetch(request: Request, env: { incoming: IncomingMessage }): Response | Promise<Response>;
  /** Takes requests to upgrade to a WebSocket. */
  upgrade?(request: IncomingMessage, stream: Duplex, head: Buffer): void;
}

/**
 * The one port. It listens before there is a site, whose parts must know the address; requests
 * wait for it.
 */
export class LocalServer {
  readonly http: http.Server;
  readonly #site = Promise.withResolvers<Site>();
  readonly #upgraded = new Set<Duplex>();

  constructor() {
    const answer = async (request: Request, env: object) =>
      (await this.#site.promise).fetch(request, env as { incoming: IncomingMessage });
    const listener = getRequestListener(answer, { overrideGlobalObjects: false });
    this.http = http.createServer(
      { shouldUpgradeCallback: asksForWebSocket },
      (request, response) =>
        mayBeForeign(request) ? refuse(response) : listener(request, response),
    );
    this.http.on('upgrade', (...upgrade) => void this.#upgrade(...upgrade));
  }

  /** @returns the address, without a slash at the end */
  async listen(port: number): Promise<string> {
    await new Promise<void>((resolve, reject) => {
      this.http.once('error', (error) => reject(explain(error, port)));
      this.http.listen(port, '127.0.0.1', resolve);
    });
    return `http://127.0.0.1:${(this.http.address() as AddressInfo).port}`;
  }

  serve(site: Site): void {
    this.#site.resolve(site);
  }

  async close(): Promise<void> {
    const closed = new Promise((resolve) => this.http.close(resolve));
    this.http.closeAllConnections();
    for (const stream of this.#upgraded) stream.destroy();
    await closed;
  }

  async #upgrade(request: IncomingMessage, stream: Duplex, head: Buffer): Promise<void> {
    this.#upgraded.add(stream);
    if (mayBeForeign(request)) return void stream.end('HTTP/1.1 403 Forbidden\r\n\r\n');
    stream.on('error', () => stream.destroy()).on('close', () => this.#upgraded.delete(stream));
    (await this.#site.promise).upgrade?.(request, stream, head);
  }
}

function refuse(response: http.ServerResponse): void {
  const why = 'This system answers its own pages alone, under an address of this machine.\n';
  response.writeHead(403, { 'content-type': 'text/plain' }).end(why);
}

/** Some clients offer HTTP/2 with every request: they are answered in HTTP/1.1. */
function asksForWebSocket({ headers }: IncomingMessage): boolean {
  return headers.upgrade?.toLowerCase() === 'websocket';
}

function explain(error: NodeJS.ErrnoException, port: number): Error {
  if (error.code !== 'EADDRINUSE') return error;
  const sentence = `Port ${port} is taken: stop what uses it, or choose another with --port N (0 picks a free one).`;
  return new Error(sentence, { cause: error });
}
