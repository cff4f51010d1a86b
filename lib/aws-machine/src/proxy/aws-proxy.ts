import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { ZodError, z } from 'zod';
import { AwsError } from '../base/aws-error.ts';
import { mayBeForeign } from '../base/foreign-page.ts';
import type { Caller, Permissions } from '../permissions/permissions.ts';
import {
  type AwsAnswer,
  type AwsRequest,
  readAwsRequest,
  type ServiceName,
} from './aws-request.ts';
import { type AwsService, jsonRefusal } from './aws-service.ts';
import type { RequestCounts } from './request-counts.ts';

export interface ProxyParts {
  services: Record<ServiceName, AwsService>;
  /** Functions by access key id. Whoever has another key may do everything. */
  callers: Map<string, Caller>;
  permissions: Permissions;
  counts: RequestCounts;
}

/**
 * One port for all AWS services. Listens before its parts exist, because their addresses go into
 * what the parts are built from; requests wait until `serve` hands the parts over.
 */
export class AwsProxy {
  readonly #server: http.Server;
  readonly #parts = Promise.withResolvers<ProxyParts>();

  constructor() {
    this.#server = http.createServer((request, response) => void this.#handle(request, response));
    this.#server.keepAliveTimeout = 60_000;
  }

  /** @throws where the port is taken, unless it was wanted only when free: then another one is */
  async listen(wanted: number | { whenFree: number }): Promise<string> {
    const port = typeof wanted === 'number' ? wanted : wanted.whenFree;
    const server = this.#server;
    await new Promise<void>((resolve, reject) => {
      const taken = (error: NodeJS.ErrnoException) => {
        if (error.code !== 'EADDRINUSE') reject(error);
        else if (typeof wanted === 'number') reject(portTaken(port, error));
        else server.listen(0, '127.0.0.1');
      };
      server.once('listening', resolve).once('error', taken).listen(port, '127.0.0.1');
    });
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  serve(parts: ProxyParts): void {
    this.#parts.resolve(parts);
  }

  async close(): Promise<void> {
    const closed = new Promise((resolve) => this.#server.close(resolve));
    this.#server.closeAllConnections();
    await closed;
  }

  async #handle(message: http.IncomingMessage, response: http.ServerResponse): Promise<void> {
    // No browser has business here, not even with a page of our own.
    if (message.headers.origin !== undefined || mayBeForeign(message)) {
      response.writeHead(403).end();
      return;
    }
    const answer = await this.#answer(message).catch((error) => jsonRefusal(asAwsError(error)));
    response.writeHead(answer.status, withLength(answer)).end(answer.body);
  }

  async #answer(message: http.IncomingMessage): Promise<AwsAnswer> {
    const [request, parts] = await Promise.all([readAwsRequest(message), this.#parts.promise]);
    const service = parts.services[request.service];
    const caller = parts.callers.get(request.accessKeyId);
    const answer = await carryOut(service, request, () => {
      if (caller) parts.permissions.demand(caller, service.needs(request));
    });
    parts.counts.add({
      caller: caller?.functionName ?? 'outside',
      operation: `${request.service}:${service.operation(request)}`,
      refused: answer.status >= 400,
      ...answer.consumed,
    });
    return answer;
  }
}

async function carryOut(
  service: AwsService,
  request: AwsRequest,
  check: () => void,
): Promise<AwsAnswer> {
  try {
    check();
    return await service.answer(request);
  } catch (error) {
    return service.refuse(asAwsError(error));
  }
}

function portTaken(port: number, cause: Error): Error {
  const sentence = `Port ${port} is taken: stop what uses it, or choose another for DynamoDB (0 picks a free one).`;
  return new Error(sentence, { cause });
}

function withLength({ headers, body }: AwsAnswer): http.OutgoingHttpHeaders {
  return { ...headers, 'content-length': Buffer.byteLength(body) };
}

function asAwsError(error: unknown): AwsError {
  if (error instanceof AwsError) return error;
  if (error instanceof ZodError) return new AwsError('ValidationException', z.prettifyError(error));
  const text = error instanceof Error ? error.message : String(error);
  return new AwsError('InternalFailure', `The local cloud failed: ${text}`, 500);
}
