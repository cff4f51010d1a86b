import { onSocket, type SocketEvent } from '../../lambdas/handlers/socket/on-socket.ts';
import type { MemoryDesks } from '../support/memory/memory-desks.ts';
import { type CallContext, callContext } from './call-context.ts';

let stage: CallContext;
beforeEach(async () => {
  stage = await callContext();
});

interface Given {
  ticket?: string;
  body?: string;
}

function event(routeKey: string, { ticket, body }: Given = {}): SocketEvent {
  const requestContext = { routeKey, connectionId: 'c1' };
  const query = ticket === undefined ? null : { ticket };
  return { requestContext, queryStringParameters: query, body } as unknown as SocketEvent;
}

const send = (it: SocketEvent) => onSocket(stage)(it);

async function ticket(): Promise<string> {
  const url = await stage.desks.openTicket({ operator: 'anna', role: 'operator' });
  return new URL(url).searchParams.get('ticket') ?? '';
}

const online = async () => (await stage.desks.online(['anna'])).has('anna');

test('a ticket opens a socket, and its end closes it', async () => {
  expect(await send(event('$connect', { ticket: await ticket() }))).toEqual({ statusCode: 200 });
  expect(await online()).toBe(true);
  expect(await send(event('$disconnect'))).toEqual({ statusCode: 200 });
  expect(await online()).toBe(false);
});

test.each([{}, { ticket: '' }, { ticket: 'made-up' }])('%j opens none', async (given) => {
  expect(await send(event('$connect', given))).toEqual({ statusCode: 401 });
  expect(await online()).toBe(false);
});

test('a ping hears the time at the desk that sent it', async () => {
  expect(await send(event('$default', { body: '{"action":"ping"}' }))).toEqual({ statusCode: 200 });
  const now = new Date(stage.clock.now()).toISOString();
  expect((stage.desks as MemoryDesks).told).toEqual([
    { audience: { connection: 'c1' }, message: { kind: 'pong', now } },
  ]);
});

test.each(['', 'ping', '{"action":"directory"}', 'null', '[]'])(
  'to “%s” nothing is said',
  async (body) => {
    expect(await send(event('$default', { body }))).toEqual({ statusCode: 200 });
    expect((stage.desks as MemoryDesks).told).toEqual([]);
  },
);

test('trouble refuses the socket and is logged without the ticket', async () => {
  const broken = { ...stage.desks, connect: async () => Promise.reject(new Error('out')) };
  const handler = onSocket({ ...stage, desks: broken as unknown as MemoryDesks });
  expect(await handler(event('$connect', { ticket: 'secret' }))).toEqual({ statusCode: 500 });
  expect(stage.journal.failures).toMatchObject([{ ids: { route: '$connect' } }]);
  expect(JSON.stringify(stage.journal.failures[0]?.ids)).not.toContain('secret');
  expect(stage.journal.flushed).toBe(1);
});
