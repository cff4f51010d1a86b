import type { UnkeptPromise } from '../../../lambdas/domain/views/unkept-promise.ts';
import { keepRowViews, type RowWrite } from '../../../lambdas/use-cases/views/keep-views.ts';
import { CallCentre } from '../../support/call-centre.ts';
import { instant } from '../../support/sample-attempt.ts';
import { anna, ivan } from '../../support/sample-task.ts';
import { customerRinging, operatorRinging, promised } from '../../support/scenarios.ts';

const row = { task: 'demo', Id: 17 };
const promisedFor = instant('2026-11-23T10:30:00Z');

/** A minute after the promised second, at which nobody was there to be rung. */
async function nobodyThere(): Promise<CallCentre> {
  const centre = await CallCentre.open();
  for (const operator of [anna, ivan]) {
    await centre.world.directory.putOperator({ ...operator, away: true });
  }
  centre.put(17, promised);
  await centre.runUntil('2026-11-23T10:31:00Z');
  return centre;
}

function unkept({ world }: CallCentre): Promise<UnkeptPromise[]> {
  return world.views.unkept('demo', ['2026-11-23']);
}

test.each<[string, (centre: CallCentre) => void]>([
  ['is cancelled', (centre) => centre.write(17, { status: undefined })],
  ['is moved', (centre) => centre.write(17, { status: 10, time_callback: '12:00' })],
  ['is moved by minutes', (centre) => centre.write(17, { callaftermin: 60 })],
  ['is ended', (centre) => centre.write(17, { status: 12 })],
  ['is banned', (centre) => centre.write(17, { status: 14 })],
  ['is made senseless', (centre) => centre.write(17, { time_callback: 'soon' })],
  ['is replaced', (centre) => centre.put(17, { ...promised, time_callback: '12:00' })],
  ['is replaced by a row without an order', (centre) => centre.put(17, { tel: '020 7946 0017' })],
  ['is deleted with its row', (centre) => centre.delete(17)],
])('a promise that %s after its moment, undialled, counts as not kept', async (_, end) => {
  const centre = await nobodyThere();
  expect(await unkept(centre)).toEqual([]);
  end(centre);
  await centre.follow();
  expect(await unkept(centre)).toEqual([{ row, promisedFor, delayedBy: 'operators' }]);
});

test('a promise that is missed beyond its grace counts as not kept, and as ours where nobody else delayed it', async () => {
  const centre = await CallCentre.open({ task: { graceSeconds: 60 } });
  centre.put(17, promised);
  await centre.follow();
  for (const { timer } of centre.world.timers.all()) await centre.world.timers.disarm(timer);
  await centre.world.clock.advanceTo(instant('2026-11-23T10:32:00Z'));
  await centre.world.dialQueue.send({ kind: 'call', row, dueAt: promisedFor }, 0);
  await centre.runUntil('2026-11-23T10:32:10Z');
  expect(centre.row(17)).toHaveProperty('_problem');
  expect(await unkept(centre)).toEqual([{ row, promisedFor, delayedBy: 'ours' }]);
});

test.each<[string, string, (centre: CallCentre) => void]>([
  ['cancelled before its moment', '10:29:00', (centre) => centre.write(17, { status: undefined })],
  ['moved before it', '10:29:00', (centre) => centre.write(17, { time_callback: '12:00' })],
  ['edited after it', '10:31:00', (centre) => centre.write(17, { имя: 'Мария' })],
  ['taken by an attempt', '10:31:00', () => undefined],
])('a promise that is %s is none that was not kept', async (_, at, end) => {
  const centre = await CallCentre.open();
  centre.put(17, promised);
  await centre.runUntil(`2026-11-23T${at}Z`);
  end(centre);
  await centre.follow();
  expect(await unkept(centre)).toEqual([]);
});

test('a promise whose customer was dialled is not counted again when its retry is cancelled', async () => {
  const { centre, call } = await customerRinging();
  await call.customerIs('busy');
  await call.operatorIs('completed');
  await centre.runUntil('2026-11-23T10:32:00Z');
  expect(centre.row(17)).toMatchObject({ status: 10 });
  centre.write(17, { status: undefined });
  await centre.follow();
  expect(await unkept(centre)).toEqual([]);
});

test('one whose operator was rung in vain, and that is then cancelled, was delayed by operators', async () => {
  const { centre, call } = await operatorRinging();
  await centre.world.directory.changeOperator('ivan', { away: true });
  await call.operatorIs('no-answer');
  await centre.runUntil('2026-11-23T10:30:05Z');
  centre.write(17, { status: undefined });
  await centre.follow();
  expect(await unkept(centre)).toEqual([{ row, promisedFor, delayedBy: 'operators' }]);
});

test('one write that is told of again, alone and with others, counts once', async () => {
  const centre = await nobodyThere();
  centre.delete(17);
  const [record] = centre.world.tables.takeRecords();
  const { before } = record ?? {};
  if (before === undefined) throw new Error('expected the row as it was');
  const gone: RowWrite = { before, at: instant('2026-11-23T10:31:00Z'), sequence: '1' };
  const back: RowWrite = { after: before, at: gone.at, sequence: '2' };
  await keepRowViews(centre.ports, [gone]);
  await keepRowViews(centre.ports, [gone, back, { ...gone, sequence: '3' }]);
  expect(await unkept(centre)).toHaveLength(1);
});
