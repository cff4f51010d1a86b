import type { Server } from 'node:http';
import type { WebSocket } from 'ws';
import { deviceCommand } from './devices/device-messages.ts';
import type { PhoneNetwork } from './phone-network.ts';
import { readMessage, serveSockets } from './serve-sockets.ts';

const place = { path: '/phones/device', longestMessage: 16_384 };

/**
 * Serves the browser phones' WebSocket. The function returned closes all sockets and stops serving;
 * the calls on them are not hung up then: at its next start the network ends them as failed.
 */
export function attachDeviceSocket(server: Server, network: PhoneNetwork): () => void {
  const serving = new AbortController();
  const stop = serveSockets(server, place, (socket) => serve(socket, network, serving.signal));
  return () => {
    serving.abort();
    stop();
  };
}

function serve(socket: WebSocket, network: PhoneNetwork, stopped: AbortSignal): void {
  const line = network.openDeviceLine((news) => {
    if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(news));
  });
  let turn = Promise.resolve();
  socket.on('message', (message) => {
    const command = readMessage(message, deviceCommand);
    if (command) turn = turn.then(() => line.obey(command));
  });
  socket.on('close', () => {
    turn = turn.then(() => {
      line.leave();
      if (!stopped.aborted) line.hangUp();
    });
  });
  // What went wrong is followed by a close.
  socket.on('error', () => {});
}
