import * as http from 'node:http';
import type { AddressInfo } from 'node:net';
import { validateRequest } from 'twilio/lib/webhooks/webhooks.js';

export interface ReceivedWebhook {
  method: string;
  path: string;
  /** As it was requested. */
  url: string;
  headers: http.IncomingHttpHeaders;
  /** Of the form, or of the query for GET. */
  parameters: Record<string, string>;
  isSignatureValid: boolean;
}

export interface CannedAnswer {
  status?: number;
  /** null sends none. */
  contentType?: string | null;
  headers?: Record<string, string>;
  body?: string;
}

type Reply = CannedAnswer | string;
type Answerer = (webhook: ReceivedWebhook) => Reply | Promise<Reply>;

/** The application's side: answers webhooks as told, and remembers all of them in order of arrival. */
export class WebhookServer {
  readonly received: ReceivedWebhook[] = [];
  readonly #answers = new Map<string, Answerer>();
  readonly #server = http.createServer(
    (request, response) => void this.#respond(request, response),
  );
  readonly #authToken: string;
  #waiting: (() => void)[] = [];

  constructor(authToken: string) {
    this.#authToken = authToken;
  }

  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  url(path: string): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}${path}`;
  }

  /** A string is the inside of `<Response>`; `hang` never answers, `cut` breaks the connection. */
  on(path: string, answer: Answerer | CannedAnswer | string): void {
    this.#answers.set(path, typeof answer === 'function' ? answer : () => answer);
  }

  at(path: string): ReceivedWebhook[] {
    return this.received.filter((webhook) => webhook.path === path);
  }

  parametersAt(path: string): Record<string, string>[] {
    return this.at(path).map(({ parameters }) => parameters);
  }

  /** Status callbacks in the order in which they were fired: that of arrival is chance. */
  callbacksAt(path: string): Record<string, string>[] {
    const number = ({ SequenceNumber }: Record<string, string>) => Number(SequenceNumber);
    return this.parametersAt(path).sort((one, other) => number(one) - number(other));
  }

  /** Resolves when so many webhooks have come to a path. */
  async untilReceived(path: string, count: number): Promise<void> {
    while (this.at(path).length < count)
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  async #respond(request: http.IncomingMessage, response: http.ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const webhook = this.#read(request, Buffer.concat(chunks).toString());
    this.received.push(webhook);
    for (const wake of this.#waiting.splice(0)) wake();
    const answer = (await this.#answers.get(webhook.path)?.(webhook)) ?? '';
    if (answer === 'hang') return;
    if (answer === 'cut') return void request.socket.destroy();
    send(
      response,
      typeof answer === 'string' ? { body: `<Response>${answer}</Response>` } : answer,
    );
  }

  #read(request: http.IncomingMessage, body: string): ReceivedWebhook {
    const url = `http://${request.headers.host}${request.url}`;
    const isPost = request.method === 'POST';
    const parameters = Object.fromEntries(
      isPost ? new URLSearchParams(body) : new URL(url).searchParams,
    );
    const signature = String(request.headers['x-twilio-signature']);
    return {
      method: request.method ?? '',
      path: new URL(url).pathname,
      url,
      headers: request.headers,
      parameters,
      isSignatureValid: validateRequest(this.#authToken, signature, url, isPost ? parameters : {}),
    };
  }
}

function send(response: http.ServerResponse, answer: CannedAnswer): void {
  const { status = 200, contentType = 'text/xml', headers = {}, body = '' } = answer;
  response.writeHead(status, {
    ...headers,
    ...(contentType !== null && { 'Content-Type': contentType }),
  });
  response.end(body);
}
