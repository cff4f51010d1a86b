import type { APIGatewayProxyWebsocketEventV2 } from 'aws-lambda';
import { toIso } from '../../domain/basics/instant.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Desks } from '../../ports/people/desks.ts';
import {
  type Invocation,
  type InvocationJournal,
  journaled,
} from '../boundary/invocation-journal.ts';

/** Only the request that opens a socket has a query. */
export type SocketEvent = APIGatewayProxyWebsocketEventV2 & {
  queryStringParameters?: Record<string, string | undefined> | null;
};

export interface SocketPorts {
  clock: Pick<Clock, 'now'>;
  desks: Desks;
  journal: InvocationJournal;
}

interface SocketAnswer {
  statusCode: number;
}

const done: SocketAnswer = { statusCode: 200 };
/** Refuses the socket before it is open. */
const refused: SocketAnswer = { statusCode: 401 };
const trouble: SocketAnswer = { statusCode: 500 };

/** The boundary of a WebSocket API's three routes. */
export function onSocket(
  ports: SocketPorts,
): (event: SocketEvent, invocation?: Invocation) => Promise<SocketAnswer> {
  return (event, invocation) =>
    journaled(
      ports.journal,
      async () => {
        try {
          return await answer(ports, event);
        } catch (error) {
          ports.journal.failed(error, { route: event.requestContext.routeKey });
          return trouble;
        }
      },
      invocation,
    );
}

async function answer(ports: SocketPorts, event: SocketEvent): Promise<SocketAnswer> {
  const { routeKey, connectionId } = event.requestContext;
  if (routeKey === '$connect') return admit(ports, event);
  if (routeKey === '$disconnect') await ports.desks.disconnect(connectionId);
  else await hear(ports, connectionId, messageOf(event.body));
  return done;
}

async function admit({ desks }: SocketPorts, event: SocketEvent): Promise<SocketAnswer> {
  const ticket = event.queryStringParameters?.ticket;
  if (!ticket) return refused;
  return (await desks.connect(ticket, event.requestContext.connectionId)) ? done : refused;
}

async function hear(ports: SocketPorts, connection: string, said: DeskSays): Promise<void> {
  if (said.action === 'ping') await pong(ports, connection);
  if (said.action !== 'phone') return;
  await ports.desks.notePhone(connection, { isReady: said.ready === true });
}

/** A socket is open only when `$connect` has answered: its desk speaks first, and hears the time. */
async function pong({ desks, clock }: SocketPorts, connection: string): Promise<void> {
  await desks.notify({ connection }, { kind: 'pong', now: toIso(clock.now()) });
}

interface DeskSays {
  action?: unknown;
  ready?: unknown;
}

/** What else a desk says is nothing to us. */
function messageOf(body: string | undefined): DeskSays {
  try {
    const said: unknown = JSON.parse(body ?? '');
    return typeof said === 'object' && said !== null ? said : {};
  } catch {
    return {};
  }
}
