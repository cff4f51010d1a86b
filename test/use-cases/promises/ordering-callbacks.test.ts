import { CallCentre } from '../../support/call-centre.ts';
import { CallIn } from '../../support/call-in.ts';

/** A customer called in, nobody is free, and they order a callback by keys. */

async function open(columns: object = {}, task: object = {}) {
  const centre = await CallCentre.open({ task });
  for (const id of ['anna', 'ivan'])
    await centre.world.directory.changeOperator(id, { away: true });
  centre.put(17, { tel: '020 7946 0017', ...columns });
  await centre.follow();
  const call = new CallIn(centre, '+442079460017');
  expect(await call.arrives()).toMatchObject({ kind: 'offer-callback', row: { Id: 17 }, tries: 0 });
  return { centre, call };
}

test('1: as soon as somebody is free', async () => {
  const { centre, call } = await open();
  expect(await call.keysOrder(17, '1')).toEqual({
    kind: 'confirm-callback',
    moment: undefined,
    tongue: { language: 'en' },
  });
  expect(centre.row(17)).toMatchObject({ status: 10, _due_at: '2026-11-23T10:00:00.000Z' });
  await centre.runUntil('2026-11-23T10:01:00Z');
  await centre.world.directory.changeOperator('anna', { away: false });
  await centre.runUntil('2026-11-23T10:06:00Z');
  expect(centre.dialler.rung).toHaveLength(1);
});

test('minutes: then, and they hear when that is', async () => {
  const { centre, call } = await open();
  expect(await call.keysOrder(17, '90')).toMatchObject({
    moment: { at: Date.parse('2026-11-23T11:30:00Z'), zone: 'Europe/London', isToday: true },
  });
  await centre.follow();
  expect(centre.row(17)).toMatchObject({ status: 10, time_callback: '11:30:00' });
});

test('the moment is theirs, in their zone, tomorrow as well', async () => {
  const { centre, call } = await open({ time_zone: 'Asia/Tokyo' });
  expect(await call.keysOrder(17, '600')).toMatchObject({
    moment: { at: Date.parse('2026-11-23T20:00:00Z'), zone: 'Asia/Tokyo', isToday: false },
  });
  expect(centre.row(17)).toMatchObject({ date_callback: '2026-11-24', time_callback: '05:00:00' });
});

test('outside calling hours they hear when they begin', async () => {
  const callingHours = { '1': [['12:00', '18:00']] };
  const { call } = await open({}, { callingHours });
  expect(await call.keysOrder(17, '1')).toMatchObject({
    moment: { at: Date.parse('2026-11-23T12:00:00Z') },
  });
});

test('an order replaces what was promised, and whoever is named stays named', async () => {
  const operator_number = '+442079460992';
  const given = {
    status: 10,
    date_callback: '2026-11-23',
    time_callback: '15:00',
    operator_number,
  };
  const { centre, call } = await open(given);
  await call.keysOrder(17, '30');
  await centre.follow();
  expect(centre.row(17)).toMatchObject({ status: 10, time_callback: '10:30:00', operator_number });
});

test.each(['', '00', '1441', '12345', '*'])(
  '%p makes no sense and is asked for once more',
  async (digits) => {
    const { centre, call } = await open();
    expect(await call.keysOrder(17, digits, 0)).toMatchObject({ kind: 'offer-callback', tries: 1 });
    expect(await call.keysOrder(17, digits, 1)).toMatchObject({
      kind: 'tell',
      message: 'no-order',
    });
    expect(centre.row(17)).not.toHaveProperty('status');
  },
);

test('a row that became barred takes no order', async () => {
  const { centre, call } = await open();
  centre.write(17, { status: 14 });
  await centre.follow();
  expect(await call.keysOrder(17, '1')).toMatchObject({ message: 'nobody-free' });
  expect(centre.row(17)).toMatchObject({ status: 14 });
});

test('a row that is being called meanwhile takes none either', async () => {
  const { centre, call } = await open({ status: 10, callaftermin: 1 });
  await centre.world.directory.changeOperator('anna', { away: false });
  await centre.runUntil('2026-11-23T10:00:50Z');
  expect(centre.row(17)).toMatchObject({ status: 11 });
  expect(await call.keysOrder(17, '1')).toMatchObject({ message: 'calling-you' });
});

test('a row that was deleted is not made again', async () => {
  const { centre, call } = await open();
  centre.delete(17);
  expect(await call.keysOrder(17, '1')).toMatchObject({ message: 'nobody-free' });
  expect(centre.row(17)).toEqual({});
});

test('the same order again orders nothing more', async () => {
  const { centre, call } = await open();
  await centre.runUntil('2026-11-23T10:00:10Z');
  const first = await call.keysOrder(17, '30');
  await centre.runUntil('2026-11-23T10:00:14Z');
  expect(await call.keysOrder(17, '30')).toEqual(first);
  expect(centre.row(17)).toMatchObject({ _due_at: '2026-11-23T10:30:10.000Z' });
});

test('nor does it when the call was made meanwhile, or long afterwards', async () => {
  const { centre, call } = await open();
  await centre.world.directory.changeOperator('anna', { away: false });
  await centre.runUntil('2026-11-23T10:00:10Z');
  await call.keysOrder(17, '1');
  await centre.runUntil('2026-11-23T10:00:11Z');
  await centre.lastCall().operatorIs('no-answer');
  expect(await call.keysOrder(17, '1')).toMatchObject({ message: 'calling-you' });
  centre.write(17, { status: undefined });
  await centre.runUntil('2026-11-23T10:20:00Z');
  expect(await call.keysOrder(17, '1')).toEqual({ kind: 'hang-up' });
  expect(centre.row(17)).not.toHaveProperty('status');
});

test('0: they are called no more, by no row of any task', async () => {
  const promised = { status: 10, date_callback: '2026-11-23', time_callback: '15:00' };
  const { centre, call } = await open(promised);
  centre.put(18, { tel: '+442079460017', ...promised });
  await centre.follow();
  expect(await call.keysOrder(17, '0')).toMatchObject({ kind: 'tell', message: 'no-more-calls' });
  expect(centre.row(17)).toMatchObject({ status: 14 });
  expect(centre.row(18)).toMatchObject({ status: 14 });
  expect((await centre.world.doNotCall.find('+442079460017'))?.entries).toEqual([
    { kind: 'added', at: centre.world.clock.now(), door: 'caller' },
  ]);
});

test('0, the same request again: they hear the same', async () => {
  const { call } = await open();
  await call.keysOrder(17, '0');
  expect(await call.keysOrder(17, '0')).toMatchObject({ message: 'no-more-calls' });
});
