import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type BusAtWork, busAtWork, deadLettersArn, functionArn, queueArn } from './bus-at-work.ts';
import { Crm } from './crm.ts';

let crm: Crm;
let bus: BusAtWork;
let url: string;
beforeEach(async () => {
  crm = new Crm();
  url = await crm.open();
  bus = await busAtWork(url);
});
afterEach(async () => {
  await bus.stop();
  crm.close();
});

const entry = (DetailType: string, detail: object = {}) => ({
  EventBusName: 'calls',
  Source: 'calls',
  DetailType,
  Detail: JSON.stringify(detail),
  Time: new Date('2026-11-23T11:59:59.5Z'),
});

/** Until what follows from an answer was written. */
async function settled(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise(setImmediate);
}

test('what fits a rule reaches its target, whole and with the secret', async () => {
  const { Entries } = await bus.client.putEvents({
    Entries: [entry('call.talked', { seconds: 5 })],
  });
  await crm.calledTimes(1);
  expect(crm.got).toEqual([
    {
      authorization: 'Bearer secret',
      event: {
        version: '0',
        id: Entries?.[0]?.EventId,
        'detail-type': 'call.talked',
        source: 'calls',
        account: '111122223333',
        time: '2026-11-23T11:59:59Z',
        region: 'eu-central-1',
        resources: [],
        detail: { seconds: 5 },
      },
    },
  ]);
});

test('queues and functions are targets too; a rule that is off leads nowhere', async () => {
  await bus.client.putEvents({ Entries: [entry('other', { cause: 'busy' }), entry('tick')] });
  await settled(() => bus.messages.length === 2);
  expect(bus.messages.map(({ to }) => to)).toEqual([queueArn, functionArn]);
});

test('an address that is out of order is called again, later and later, and gets what it missed', async () => {
  crm.statuses = [503, 429, 200];
  await bus.client.putEvents({ Entries: [entry('call.talked')] });
  await crm.calledTimes(1);
  await settled(() => isPlannedFor(1));
  await bus.clock.moveTo('2026-11-23T12:00:01Z');
  await crm.calledTimes(2);
  await settled(() => isPlannedFor(2));
  await bus.clock.moveTo('2026-11-23T12:00:02.999Z');
  expect(crm.got).toEqual([]);
  await bus.clock.moveTo('2026-11-23T12:00:03Z');
  await crm.calledTimes(3);
  expect(crm.got).toHaveLength(1);
});

/** Whether the next try stands, and how many there were. */
function isPlannedFor(tries: number): boolean {
  return bus.buses.waiting().some(({ attempt }) => attempt === tries + 1);
}

test('after its last try, or a refusal that no other try will change, an event is among the dead letters', async () => {
  crm.statuses = [400];
  await bus.client.putEvents({ Entries: [entry('call.talked', { n: 1 })] });
  await settled(() => bus.messages.length === 1);
  crm.statuses = [500];
  await bus.client.putEvents({ Entries: [entry('call.talked', { n: 2 })] });
  for (const [tries, at] of [
    [1, '12:00:01'],
    [2, '12:00:03'],
  ] as const) {
    await settled(() => isPlannedFor(tries));
    await bus.clock.moveTo(`2026-11-23T${at}Z`);
  }
  await settled(() => bus.messages.length === 2);
  expect(bus.messages.map(({ to }) => to)).toEqual([deadLettersArn, deadLettersArn]);
  expect(bus.messages.map(({ body }) => JSON.parse(body).detail.n)).toEqual([1, 2]);
});

test('what was on its way when the machine went down is delivered when it is back', async () => {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'bus-')), 'events.sqlite');
  const first = await busAtWork(url, file);
  crm.statuses = [503, 200];
  await first.client.putEvents({ Entries: [entry('call.talked')] });
  await crm.calledTimes(1);
  await settled(() => first.buses.waiting().some(({ attempt }) => attempt === 2));
  await first.stop();
  const second = await busAtWork(url, file);
  await second.clock.moveTo('2026-11-23T12:00:01Z');
  await crm.calledTimes(2);
  expect(crm.got).toHaveLength(1);
  await second.stop();
});

test('of all events, the last hundred are told, the oldest first', async () => {
  for (let n = 0; n < 11; n++) {
    const Entries = Array.from({ length: 10 }, (_, k) => entry('tick', { n: n * 10 + k }));
    await bus.client.putEvents({ Entries });
  }
  const events = bus.buses.lastEvents();
  expect(events).toHaveLength(100);
  expect(events.map(({ event }) => (event.detail as { n: number }).n)).toEqual(
    Array.from({ length: 100 }, (_, n) => n + 10),
  );
});

test('each entry is taken or refused for itself', async () => {
  const { FailedEntryCount, Entries } = await bus.client.putEvents({
    Entries: [
      entry('tick'),
      { ...entry('tick'), Detail: 'no JSON' },
      { ...entry('tick'), Source: '' },
      { ...entry('tick'), EventBusName: 'none' },
    ],
  });
  expect(FailedEntryCount).toBe(3);
  expect(Entries?.map(({ ErrorCode }) => ErrorCode)).toEqual([
    undefined,
    'MalformedDetail',
    'InvalidArgument',
    'ResourceNotFoundException',
  ]);
});

test('more than ten entries, or more than 256 KB, are refused as a whole', async () => {
  const many = Array.from({ length: 11 }, () => entry('tick'));
  await expect(bus.client.putEvents({ Entries: many })).rejects.toThrow('less than or equal to 10');
  const long = entry('tick', { text: 'x'.repeat(300_000) });
  await expect(bus.client.putEvents({ Entries: [long] })).rejects.toThrow('over the limit');
});
