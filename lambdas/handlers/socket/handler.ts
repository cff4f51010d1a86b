import { socketPorts } from '../../composition/functions/socket-ports.ts';
import { onSocket } from './on-socket.ts';

/** The desks' WebSockets: opened with a ticket, kept alive by pings. */
export const handler = onSocket(socketPorts(process.env));
