import { withFact } from '../../../lambdas/domain/attempt/attempt.ts';
import { second } from '../../../lambdas/domain/basics/instant.ts';
import { punctualityOf } from '../../../lambdas/domain/settlement/promise-course.ts';
import { placeCall } from '../../../lambdas/use-cases/own-calls/place-call.ts';
import { reconcile } from '../../../lambdas/use-cases/recovery/reconcile.ts';
import { CallCentre } from '../../support/call-centre.ts';
import { instant } from '../../support/sample-attempt.ts';
import { anna, ivan, sampleTask } from '../../support/sample-task.ts';
import { promised } from '../../support/scenarios.ts';

const account = { callsPerSecond: 0.5 };
const tel = (Id: number) => `+44207946${String(Id).padStart(4, '0')}`;

/** A task with operators enough for every row. */
async function floor(given: { operators?: number; callsPerSecond?: number } = {}) {
  const { operators = 30, callsPerSecond = 1 } = given;
  const centre = await CallCentre.open({ account: { callsPerSecond } });
  const ids = Array.from({ length: operators }, (_, n) => `op${n}`);
  for (const [n, id] of ids.entries()) {
    const address = `+4420794608${String(n).padStart(2, '0')}`;
    await centre.world.directory.putOperator({ ...anna, id, addresses: [address] });
  }
  await centre.changeTask({ operators: ids });
  return centre;
}

const rungAt = (centre: CallCentre) => centre.dialler.rung.map(({ at }) => at);

test('a row waits for its slot at 10, and each call has its own', async () => {
  const centre = await CallCentre.open({ account });
  centre.put(17, promised);
  centre.put(18, { ...promised, tel: tel(18) });
  await centre.runUntil('2026-11-23T10:29:45Z');
  expect([centre.row(17).status, centre.row(18).status].toSorted()).toEqual([10, 11]);
  await centre.runUntil('2026-11-23T10:29:48Z');
  const [first = 0, second = 0] = rungAt(centre);
  expect(first).toBe(instant('2026-11-23T10:29:45Z'));
  expect(second - first).toBeGreaterThanOrEqual(1900);
  expect(second - first).toBeLessThanOrEqual(2100);
});

test('a row that waited for its slot beyond a second was delayed by us', async () => {
  const centre = await floor({ callsPerSecond: 1 });
  for (let Id = 100; Id < 105; Id++) centre.put(Id, { ...promised, tel: tel(Id) });
  await centre.runUntil('2026-11-23T10:29:52Z');
  const attempts = [...centre.world.tables.attempts.values()];
  const delays = attempts
    .toSorted((a, b) => a.claimedAt - b.claimedAt)
    .map((it) => withFact(it, { kind: 'dialling', at: it.claimedAt + 15 * 1000 }))
    .map((it) => punctualityOf(it, { ringAheadSeconds: 15 })?.delayedBy);
  expect(delays).toHaveLength(5);
  expect(delays[0]).toBeUndefined();
  expect(delays.slice(2)).toEqual(['ours', 'ours', 'ours']);
});

test('hundreds of rows that were ordered and cancelled delay no other call', async () => {
  const centre = await CallCentre.open({ account: { callsPerSecond: 1 } });
  await centre.world.directory.putTask(sampleTask({ id: 'other', operators: ['ivan'] }));
  await centre.changeTask({ operators: ['anna'] });
  const ids = Array.from({ length: 500 }, (_, n) => n + 100);
  for (const Id of ids) centre.put(Id, { tel: tel(Id), status: 10, callaftermin: 0 });
  await centre.runUntil('2026-11-23T10:01:00Z');
  for (const Id of ids) centre.write(Id, { status: undefined });
  await centre.runUntil('2026-11-23T10:02:00Z');
  const before = centre.dialler.rung.length;
  centre.world.tables.putRow({ ...promised, task: 'other', Id: 1 });
  await centre.runUntil('2026-11-23T10:29:46Z');
  expect(rungAt(centre).slice(before)).toEqual([instant('2026-11-23T10:29:45Z')]);
});

test('rows that wait for a busy operator take no slot', async () => {
  const centre = await CallCentre.open({ account: { callsPerSecond: 1 } });
  await centre.world.directory.putTask(sampleTask({ id: 'other', operators: ['ivan'] }));
  await centre.changeTask({ operators: [] });
  for (let Id = 100; Id < 400; Id++) centre.put(Id, { ...promised, tel: tel(Id) });
  centre.world.tables.putRow({ ...promised, task: 'other', Id: 1 });
  await centre.runUntil('2026-11-23T10:29:47Z');
  expect(rungAt(centre)).toEqual([instant('2026-11-23T10:29:45Z')]);
});

test('of those who wait, over all tasks, the longest due goes first', async () => {
  const centre = await floor();
  await centre.world.directory.putTask(sampleTask({ id: 'other', operators: ['ivan'] }));
  for (let Id = 100; Id < 108; Id++) centre.put(Id, { ...promised, tel: tel(Id) });
  centre.world.tables.putRow({
    ...promised,
    task: 'other',
    Id: 1,
    time_callback: '10:30:02',
    tel: tel(1),
  });
  centre.put(200, { ...promised, tel: tel(200), time_callback: '10:30:04' });
  await centre.runUntil('2026-11-23T10:29:58Z');
  const order = centre.dialler.rung.map(({ attempt }) => attempt.split('.').slice(0, 2).join('.'));
  expect(order).toHaveLength(10);
  expect(order.slice(0, 8).every((it) => /^demo\.10\d$/.test(it))).toBe(true);
  expect(order.slice(8)).toEqual(['other.1', 'demo.200']);
});

test('the rate is kept while rows wait', async () => {
  const centre = await floor({ callsPerSecond: 5 });
  for (let Id = 100; Id < 125; Id++) centre.put(Id, { ...promised, tel: tel(Id) });
  await centre.runUntil('2026-11-23T10:29:50Z');
  const at = rungAt(centre);
  expect(at).toHaveLength(25);
  for (const n of at.keys()) {
    const inTheSecond = at.filter((it) => it > (at[n] ?? 0) - second && it <= (at[n] ?? 0));
    expect(inTheSecond.length).toBeLessThanOrEqual(6);
  }
});

test('the work of waiting is proportional to the calls that are made', async () => {
  const centre = await floor({ operators: 60 });
  for (let Id = 100; Id < 600; Id++) centre.put(Id, { ...promised, tel: tel(Id) });
  await centre.runUntil('2026-11-23T10:29:46Z');
  let asked = 0;
  const { callRate, attempts } = centre.world;
  const [take, history] = [callRate.take.bind(callRate), attempts.history.bind(attempts)];
  callRate.take = (wish) => {
    asked += 1;
    return take(wish);
  };
  attempts.history = (row, limit) => {
    asked += 1;
    return history(row, limit);
  };
  const before = centre.dialler.rung.length;
  await centre.runUntil('2026-11-23T10:30:16Z');
  const calls = centre.dialler.rung.length - before;
  expect(calls).toBeGreaterThanOrEqual(29);
  expect(asked / calls).toBeLessThan(6);
});

test('a slot that its row cannot use any more is used by another', async () => {
  const centre = await floor();
  centre.put(17, promised);
  centre.put(18, { ...promised, tel: tel(18) });
  const { attempts } = centre.world;
  const claim = attempts.claim.bind(attempts);
  attempts.claim = (wanted) => {
    attempts.claim = claim;
    centre.write(wanted.row.key.Id, { status: undefined });
    return claim(wanted);
  };
  await centre.runUntil('2026-11-23T10:29:45.5Z');
  expect(centre.dialler.rung).toHaveLength(1);
});

test('a wake-up that was lost is found by the reconciler', async () => {
  const centre = await floor();
  for (const Id of [17, 18, 19]) centre.put(Id, { ...promised, tel: tel(Id) });
  const { dialQueue } = centre.world;
  const send = dialQueue.send.bind(dialQueue);
  dialQueue.send = async (message, delay) => {
    if (message.kind !== 'slot-free') return send(message, delay);
    dialQueue.send = send;
  };
  await centre.runUntil('2026-11-23T10:30:20Z');
  expect(centre.dialler.rung).toHaveLength(1);
  await reconcile(centre.ports);
  await centre.runUntil('2026-11-23T10:30:25Z');
  expect(centre.dialler.rung).toHaveLength(3);
});

test('a person at a button goes before those who wait, at the same rate', async () => {
  const centre = await floor();
  for (let Id = 100; Id < 120; Id++) centre.put(Id, { ...promised, tel: tel(Id) });
  centre.put(17, { tel: tel(17) });
  await centre.runUntil('2026-11-23T10:29:50Z');
  const target = { row: { task: 'demo', Id: 17 } };
  const operator = { ...anna, id: 'op29', addresses: ['+442079460829'] };
  const placing = placeCall(centre.ports, { operator, target });
  expect(await centre.answerBy('2026-11-23T10:29:52Z', placing)).toMatchObject({ kind: 'placed' });
  await centre.runUntil('2026-11-23T10:30:00Z');
  const at = rungAt(centre);
  expect(at.length).toBeGreaterThanOrEqual(15);
  expect(at.length).toBeLessThanOrEqual(17);
});

test('a call by a button that would wait for more than five seconds is refused, and takes no slot', async () => {
  const centre = await CallCentre.open({ account: { callsPerSecond: 0.1 } });
  centre.put(17, { tel: tel(17) });
  centre.put(18, { ...promised, time_callback: '10:00:15', tel: tel(18) });
  await centre.runUntil('2026-11-23T10:00:01Z');
  const target = { row: { task: 'demo', Id: 17 } };
  for (let n = 0; n < 5; n++) {
    const answer = await placeCall(centre.ports, { operator: ivan, target });
    expect(answer).toEqual({ kind: 'refused', reason: 'no-slot' });
  }
  await centre.runUntil('2026-11-23T10:00:10Z');
  const placing = placeCall(centre.ports, { operator: ivan, target });
  expect(await centre.answerBy('2026-11-23T10:00:11Z', placing)).toMatchObject({ kind: 'placed' });
});
