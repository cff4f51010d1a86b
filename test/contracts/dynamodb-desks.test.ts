import { ScanCommand } from '@aws-sdk/client-dynamodb';
import { DynamoDesks } from '../../lambdas/adapters/dynamodb/desks/dynamo-desks.ts';
import { DynamoPresence } from '../../lambdas/adapters/dynamodb/desks/dynamo-presence.ts';
import { dynoxideForTests } from '../support/dynoxide.ts';
import { MemoryClock } from '../support/memory/memory-clock.ts';
import { createDeskTables } from '../support/tables.ts';
import { desksContract, WatchedWire } from './desks.contract.ts';
import { noon, second } from './samples.ts';

const client = dynoxideForTests();
let opened = 0;

async function open(parts: { clock: MemoryClock; wire: WatchedWire }) {
  const tables = await createDeskTables(client(), String(++opened));
  const desks = new DynamoDesks(client(), { ...parts, tables, address: 'wss://desks.test/live' });
  return { desks, tables };
}

desksContract(async (parts) => {
  const { desks, tables } = await open(parts);
  const presence = new DynamoPresence(client(), { ...parts, tables });
  return Object.assign(desks, {
    of: presence.of.bind(presence),
    isWatched: presence.isWatched.bind(presence),
  });
});

const anna = { operator: 'anna', role: 'operator' } as const;

test('who reads the table cannot open a desk', async () => {
  const { desks, tables } = await open({ clock: new MemoryClock(noon), wire: new WatchedWire() });
  const url = new URL(await desks.openTicket(anna));
  const { Items } = await client().send(new ScanCommand({ TableName: tables.connections }));
  expect(url.href).toMatch(/^wss:\/\/desks\.test\/live\?ticket=/);
  expect(JSON.stringify(Items)).not.toContain(url.searchParams.get('ticket'));
});

test('a desk of which no end was heard is not there for ever', async () => {
  const clock = new MemoryClock(noon);
  const { desks } = await open({ clock, wire: new WatchedWire() });
  const ticket = new URL(await desks.openTicket(anna)).searchParams.get('ticket') ?? '';
  await desks.connect(ticket, 'c1');
  await clock.advanceTo(noon + 2 * 3600 * second);
  expect(await desks.online(['anna'])).toEqual(new Set(['anna']));
  await clock.advanceTo(noon + 3 * 3600 * second);
  expect(await desks.online(['anna'])).toEqual(new Set());
});

test('when the database is out, telling says so and does not fail', async () => {
  const { desks } = await open({ clock: new MemoryClock(noon), wire: new WatchedWire() });
  const lost = new DynamoDesks(client(), {
    tables: { connections: 'no-such-table' },
    clock: new MemoryClock(noon),
    wire: new WatchedWire(),
    address: 'wss://desks.test/live',
  });
  await expect(desks.notify('everybody', { kind: 'promises' })).resolves.toEqual({ failed: 0 });
  await expect(lost.notify('everybody', { kind: 'promises' })).resolves.toEqual({
    failed: 1,
    reason: 'ResourceNotFoundException',
  });
});

test('what happened at one moment is told after one look at the open desks', async () => {
  const { desks } = await open({ clock: new MemoryClock(noon), wire: new WatchedWire() });
  const send = jest.spyOn(client(), 'send');
  const audience = { operators: ['anna'], supervisors: true };
  await Promise.all([1, 2, 3].map(() => desks.notify(audience, { kind: 'promises' })));
  expect(send).toHaveBeenCalledTimes(1);
  send.mockRestore();
});
