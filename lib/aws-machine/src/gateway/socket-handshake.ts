import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { z } from 'zod';
import type { InvocationResult } from '../functions/function-worker.ts';

/** What `$connect` says to a client that wants to connect. */
export type ConnectVerdict =
  | { kind: 'accepted'; protocol: string | undefined }
  | { kind: 'refused'; status: number };

export const timedOut: ConnectVerdict = { kind: 'refused', status: 504 };
const functionFailed: ConnectVerdict = { kind: 'refused', status: 502 };

const headers = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));

const functionResponse = z.object({
  statusCode: z.coerce.number().int().min(100).max(599),
  headers: headers.nullish(),
});

/** A function accepts with any 2xx; another status goes to the client, a failure of its own as 502. */
export function connectVerdict(result: InvocationResult): ConnectVerdict {
  if (!result.ok) return functionFailed;
  const { success, data } = functionResponse.safeParse(JSON.parse(result.payload));
  if (!success) return functionFailed;
  const { statusCode: status } = data;
  if (status < 200 || status > 299) return { kind: 'refused', status };
  const protocol = Object.entries(data.headers ?? {}).find(
    ([name]) => name.toLowerCase() === 'sec-websocket-protocol',
  );
  return { kind: 'accepted', protocol: protocol && String(protocol[1]) };
}

/** Answers a request to upgrade with a status, and ends it. */
export function refuseUpgrade(stream: Duplex, status: number): void {
  const message = STATUS_CODES[status] ?? 'Refused';
  const body = JSON.stringify({ message });
  const head = [
    `HTTP/1.1 ${status} ${message}`,
    'Connection: close',
    'Content-Type: application/json',
    `Content-Length: ${Buffer.byteLength(body)}`,
  ];
  stream.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}
