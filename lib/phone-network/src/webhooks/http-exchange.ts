import * as http from 'node:http';
import * as https from 'node:https';
import type { Clock } from '../base/clock.ts';

export interface HttpAnswer {
  kind: 'answered';
  status: number;
  contentType: string | undefined;
  location: string | undefined;
  body: string;
}

/** `ct`: no connection; `rt`: connected, but no whole answer. */
export type HttpFailure = { kind: 'failed'; cause: 'ct' | 'rt'; message: string };

export interface HttpOrder {
  url: string;
  method: string;
  headers: Record<string, string>;
  body: string | undefined;
  connectMilliseconds: number;
  readMilliseconds: number;
}

/** More than this of an answer is not read: Twilio takes 64 kB of TwiML. */
const longestBody = 65_536 + 1;

/** Plain HTTP requests over kept connections, as many at once as are wanted. */
export class HttpConnections {
  readonly #clock: Clock;
  readonly #http = new http.Agent({ keepAlive: true });
  readonly #https = new https.Agent({ keepAlive: true });

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  async request(order: HttpOrder): Promise<HttpAnswer | HttpFailure> {
    const first = await this.#attempt(order);
    // The server may close a kept connection in the very moment of its reuse; that says nothing about the server.
    return first === 'stale connection'
      ? ((await this.#attempt(order)) as HttpAnswer | HttpFailure)
      : first;
  }

  close(): void {
    this.#http.destroy();
    this.#https.destroy();
  }

  #attempt(order: HttpOrder): Promise<HttpAnswer | HttpFailure | 'stale connection'> {
    return new Promise((resolve) => {
      const request = this.#open(order);
      let phase: 'ct' | 'rt' = 'ct';
      let callOff = this.#clock.setTimer(order.connectMilliseconds, () =>
        request.destroy(timeout(order, 'ct')),
      );
      const connected = () => {
        phase = 'rt';
        callOff();
        callOff = this.#clock.setTimer(order.readMilliseconds, () =>
          request.destroy(timeout(order, 'rt')),
        );
      };
      const finish = (result: HttpAnswer | HttpFailure | 'stale connection') => {
        callOff();
        resolve(result);
      };
      request.on('socket', (socket) =>
        socket.connecting ? socket.once('connect', connected) : connected(),
      );
      request.on(
        'response',
        (response) => void readAnswer(response).then(finish, (error) => request.destroy(error)),
      );
      request.on('error', (error: NodeJS.ErrnoException) => {
        const isStale =
          request.reusedSocket && (error.code === 'ECONNRESET' || error.code === 'EPIPE');
        finish(
          isStale ? 'stale connection' : { kind: 'failed', cause: phase, message: error.message },
        );
      });
      request.end(order.body);
    });
  }

  #open({ url, method, headers }: HttpOrder): http.ClientRequest {
    const isSecure = url.startsWith('https:');
    const options = { method, headers, agent: isSecure ? this.#https : this.#http };
    return isSecure ? https.request(url, options) : http.request(url, options);
  }
}

function timeout(order: HttpOrder, phase: 'ct' | 'rt'): Error {
  return phase === 'ct'
    ? new Error(`no connection within ${order.connectMilliseconds} ms`)
    : new Error(`no answer within ${order.readMilliseconds} ms`);
}

async function readAnswer(response: http.IncomingMessage): Promise<HttpAnswer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of response) {
    chunks.push(chunk);
    length += chunk.length;
    if (length >= longestBody) break;
  }
  return {
    kind: 'answered',
    status: response.statusCode ?? 0,
    contentType: response.headers['content-type'],
    location: response.headers.location,
    body: Buffer.concat(chunks).subarray(0, longestBody).toString('utf8'),
  };
}
