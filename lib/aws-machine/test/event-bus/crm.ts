import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';

export interface CrmEvent {
  id: string;
  'detail-type': string;
  detail: Record<string, unknown>;
}

/** The CRM as it is called: what it answers is the test's to say. */
export class Crm {
  #server = this.#createServer();
  /** The status of the answers to come; the last one stays. */
  statuses = [200];
  readonly got: { authorization: string | undefined; event: CrmEvent }[] = [];
  #answered = 0;

  #port = 0;

  /** Its address; the same again when it was closed meanwhile. */
  async open(): Promise<string> {
    if (this.#port > 0) this.#server = this.#createServer();
    await once(this.#server.listen(this.#port, '127.0.0.1'), 'listening');
    this.#port = (this.#server.address() as AddressInfo).port;
    return `http://127.0.0.1:${this.#port}/events`;
  }

  /** Waits until it was called so often. */
  async calledTimes(times: number): Promise<void> {
    while (this.#answered < times) await once(this.#server, 'answered');
  }

  close(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }

  #createServer(): http.Server {
    return http.createServer((request, response) => void this.#take(request, response));
  }

  async #take(request: http.IncomingMessage, response: http.ServerResponse): Promise<void> {
    let text = '';
    for await (const chunk of request) text += chunk;
    const status = this.statuses.length > 1 ? this.statuses.shift() : this.statuses[0];
    if (status === 200) {
      this.got.push({ authorization: request.headers.authorization, event: JSON.parse(text) });
    }
    response.writeHead(status ?? 200).end();
    this.#answered += 1;
    this.#server.emit('answered');
  }
}
