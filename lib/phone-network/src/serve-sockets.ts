import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { z } from 'zod';

export interface SocketPlace {
  path: string;
  /** Bytes. */
  longestMessage: number;
}

/**
 * Serves WebSockets at one path and leaves every other upgrade alone. The function returned closes
 * all sockets and stops serving.
 */
export function serveSockets(
  server: Server,
  { path, longestMessage }: SocketPlace,
  serve: (socket: WebSocket) => void,
): () => void {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: longestMessage });
  sockets.on('connection', serve);
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

/** What a message says, or undefined for one that is not ours. */
export function readMessage<Schema extends z.ZodType>(
  message: unknown,
  schema: Schema,
): z.output<Schema> | undefined {
  return schema.safeParse(parseJson(String(message))).data;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
