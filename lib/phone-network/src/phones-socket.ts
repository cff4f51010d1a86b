import type { Server } from 'node:http';
import type { WebSocket } from 'ws';
import { z } from 'zod';
import type { PhoneNetwork } from './phone-network.ts';
import { readMessage, serveSockets } from './serve-sockets.ts';

const place = { path: '/phones/socket', longestMessage: 1024 };

const sid = z.string();
const command = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('answer'), sid }),
  z.strictObject({ do: z.literal('decline'), sid }),
  z.strictObject({ do: z.literal('hangUp'), sid }),
  z.strictObject({ do: z.literal('press'), sid, key: z.string().regex(/^[0-9*#]$/) }),
]);

/** What a page may ask over the socket. */
export type PhoneCommand = z.infer<typeof command>;

/** Serves the WebSocket of `/phones`. The function returned closes all sockets and stops serving. */
export function attachPhonesSocket(server: Server, network: PhoneNetwork): () => void {
  return serveSockets(server, place, (socket) => serve(socket, network));
}

function serve(socket: WebSocket, network: PhoneNetwork): void {
  socket.send(JSON.stringify(network.feed.snapshot()));
  const stop = network.feed.watch((update) => socket.send(JSON.stringify(update)));
  socket.on('close', stop);
  socket.on('error', stop);
  socket.on('message', (message) => {
    const order = readMessage(message, command);
    if (order) obey(order, network);
  });
}

function obey(order: PhoneCommand, network: PhoneNetwork): void {
  if (order.do === 'press') network.hand.press(order.sid, order.key);
  else network.hand[order.do](order.sid);
}
