import { EventBridgeBus } from '../../lambdas/adapters/eventbridge/event-bridge-bus.ts';
import { makeEvent } from '../../lambdas/domain/events/make-event.ts';
import { type BusAtWork, busAtWork } from '../../lib/aws-machine/test/event-bus/bus-at-work.ts';
import { noon } from './samples.ts';

let bus: BusAtWork;
beforeEach(async () => {
  bus = await busAtWork('http://127.0.0.1:9');
});
afterEach(() => bus.stop());

const event = (place: number, reason = 'Twilio 20003') =>
  makeEvent(
    'task.paused',
    { subject: 'task:demo', at: noon, sequence: '1', place },
    { task: 'demo', reason },
  );

const ours = (name: string) => new EventBridgeBus(bus.client, name);

test('events are on the bus as they are described, however many', async () => {
  const events = Array.from({ length: 23 }, (_, n) => event(n));
  expect(await ours('calls').publish(events)).toEqual([]);
  const told = bus.buses.lastEvents().map((it) => it.event);
  expect(told.map(({ detail }) => detail)).toEqual(events.map(({ detail }) => detail));
  expect(told[0]).toMatchObject({
    source: 'callback-center',
    'detail-type': 'task.paused',
    time: '2026-11-23T12:00:00Z',
  });
});

test('long events go in requests of their own', async () => {
  const events = [1, 2, 3].map((n) => event(n, 'x'.repeat(100_000)));
  expect(await ours('calls').publish(events)).toEqual([]);
  expect(bus.buses.lastEvents()).toHaveLength(3);
});

test('what the bus refuses is answered', async () => {
  const events = [event(1), event(2)];
  expect(await ours('none').publish(events)).toEqual(events);
});
