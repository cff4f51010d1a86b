import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { z } from 'zod';
import type { PhoneNetwork } from './phone-network.ts';

const path = '/phones/socket';
const longestMessage = 1024;

const sid = z.string();
const command = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('answer'), sid }),
  z.strictObject({ do: z.literal('decline'), sid }),
  z.strictObject({ do: z.literal('hangUp'), sid }),
  z.strictObject({ do: z.literal('press'), sid, key: z.string().regex(/^[0-9*#]$/) }),
]);

/** What a page may ask over the socket. */
export type PhoneCommand = z.infer<typeof command>;

/**
 * Serves the pages' WebSocket at `/phones/socket` and leaves every other upgrade alone. The function returned closes
 * all sockets and stops serving.
 */
export function attachPhonesSocket(server: Server, network: PhoneNetwork): () => void {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: longestMessage });
  sockets.on('connection', (socket) => serve(socket, network));
  const upgrade = (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    if (request.url?.split('?')[0] !== path) return;
    if (isForeign(request)) stream.end('HTTP/1.1 403 Forbidden\r\n\r\n');
    else
      sockets.handleUpgrade(request, stream, head, (socket) => sockets.emit('connection', socket));
  };
  server.on('upgrade', upgrade);
  return () => {
    server.off('upgrade', upgrade);
    for (const socket of sockets.clients) socket.terminate();
    sockets.close();
  };
}

/** Browsers let any site open a socket to this machine; only our own page may. */
function isForeign({ headers }: IncomingMessage): boolean {
  if (!headers.origin) return false;
  return !URL.canParse(headers.origin) || new URL(headers.origin).host !== headers.host;
}

function serve(socket: WebSocket, network: PhoneNetwork): void {
  socket.send(JSON.stringify(network.feed.snapshot()));
  const stop = network.feed.watch((update) => socket.send(JSON.stringify(update)));
  socket.on('close', stop);
  socket.on('error', stop);
  socket.on('message', (text) => obey(String(text), network));
}

/** A message that is no command is not ours and is ignored. */
function obey(text: string, network: PhoneNetwork): void {
  const parsed = command.safeParse(parseJson(text));
  if (!parsed.success) return;
  const order = parsed.data;
  if (order.do === 'press') network.hand.press(order.sid, order.key);
  else network.hand[order.do](order.sid);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
