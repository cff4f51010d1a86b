import http from 'node:http';
import https from 'node:https';
import { AwsError } from '../base/aws-error.ts';
import type { AwsAnswer } from './aws-request.ts';

/** An operation of a JSON protocol, such as `AmazonSQS.SendMessage`. */
export interface UpstreamCall {
  target: string;
  body: Buffer | string;
}

/**
 * A server that the local cloud stands in front of. Plain `node:http` with kept connections: the
 * proxy passes every call of every function, and this costs a third of what `fetch` costs.
 */
export class Upstream {
  readonly #agent: http.Agent;
  readonly #open: typeof http.request;
  readonly #address: http.RequestOptions;
  readonly #authorization: string;

  constructor(origin: string, region: string) {
    const { protocol, hostname, port, pathname } = new URL(origin);
    const { Agent, request } = protocol === 'https:' ? https : http;
    this.#agent = new Agent({ keepAlive: true });
    this.#open = request;
    this.#address = { hostname, port, path: pathname, method: 'POST' };
    this.#authorization = authorization(region);
  }

  /** Sends a call and waits for the whole answer, whatever its status. */
  send({ target, body }: UpstreamCall): Promise<AwsAnswer> {
    const headers = {
      'x-amz-target': target,
      'content-type': 'application/x-amz-json-1.0',
      'content-length': Buffer.byteLength(body),
      authorization: this.#authorization,
      'x-amz-date': '20000101T000000Z',
    };
    return new Promise((resolve, reject) => {
      const outgoing = this.#open({ ...this.#address, agent: this.#agent, headers });
      outgoing.on('response', (incoming) => collect(incoming).then(resolve, reject));
      outgoing.on('error', reject);
      outgoing.end(body);
    });
  }

  /** Calls an operation and parses its answer. Throws `AwsError`. */
  async call<T = unknown>(target: string, input: unknown): Promise<T> {
    const answer = await this.send({ target, body: JSON.stringify(input) });
    const text = answer.body.toString();
    const output = text ? JSON.parse(text) : {};
    if (answer.status === 200) return output as T;
    const code = String(output.__type ?? 'InternalFailure').replace(/^.*#/, '');
    throw new AwsError(code, output.message ?? output.Message ?? text, answer.status);
  }

  close(): void {
    this.#agent.destroy();
  }
}

/**
 * One identity for all callers, who are known and checked before: servers that keep one database
 * per access key (DynamoDB Local) then keep a single one. No stand-in checks the signature.
 */
function authorization(region: string): string {
  const scope = `Credential=local/20000101/${region}/local/aws4_request`;
  return `AWS4-HMAC-SHA256 ${scope}, SignedHeaders=host, Signature=0`;
}

function collect(incoming: http.IncomingMessage): Promise<AwsAnswer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('error', reject);
    incoming.on('end', () => {
      const { statusCode: status = 502, headers } = incoming;
      resolve({ status, headers: endToEnd(headers), body: Buffer.concat(chunks) });
    });
  });
}

function endToEnd(headers: http.IncomingHttpHeaders): AwsAnswer['headers'] {
  const { 'transfer-encoding': _, connection, 'keep-alive': __, ...rest } = headers;
  return rest;
}
