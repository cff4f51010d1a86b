import type { Columns } from '../../lambdas/domain/row/row.ts';
import { CallCentre } from '../support/call-centre.ts';
import type { RowRecord } from '../support/memory/memory-tables.ts';
import { instant } from '../support/sample-attempt.ts';
import { operatorRinging, promised, talking } from '../support/scenarios.ts';

/** A mirror writes the whole row, without our columns. */
const inTenMinutes: Columns = { tel: promised.tel, status: 10, callaftermin: 10 };

/** The record of the row's order at ten; it was followed. */
async function orderedAtTen(
  order = inTenMinutes,
): Promise<{ centre: CallCentre; first: RowRecord }> {
  const centre = await CallCentre.open();
  centre.put(17, order);
  const [first] = centre.world.tables.takeRecords();
  if (first === undefined) throw new Error('no record');
  await centre.followOne(first);
  await centre.follow();
  return { centre, first };
}

describe('a record that comes again', () => {
  test('does not make an equal order early that was written after it', async () => {
    const { centre, first } = await orderedAtTen();
    await centre.world.clock.advanceTo(instant('2026-11-23T10:05:00Z'));
    centre.put(17, inTenMinutes);
    await centre.followOne(first);
    await centre.follow();
    expect(centre.row(17)).toMatchObject({ _due_at: '2026-11-23T10:15:00.000Z' });
  });

  test('does not order a call again that was made', async () => {
    const { centre, first } = await orderedAtTen({ ...promised, time_callback: '10:10:00' });
    await centre.runUntil('2026-11-23T10:09:46Z');
    await centre.lastCall().answers();
    centre.put(17, { ...promised, time_callback: '10:10:00', status: undefined });
    await centre.runUntil('2026-11-23T10:20:00Z');
    centre.put(17, { ...promised, time_callback: '10:10:00' });
    await centre.followOne(first);
    expect(centre.row(17)).not.toHaveProperty('_due_at');
    await centre.follow();
    expect(centre.row(17)._problem).toMatch(/was past at/);
  });

  test('does not either where it changed another column, and the record of the order was lost', async () => {
    const { centre, named } = await namedAtTen();
    await centre.followOne(named);
    await centre.follow();
    expect(centre.row(17)).toMatchObject({ _due_at: '2026-11-23T10:10:00.000Z' });
    await centre.world.clock.advanceTo(instant('2026-11-23T10:05:00Z'));
    centre.put(17, { ...inTenMinutes, имя: 'Zoë' });
    await centre.followOne(named);
    await centre.follow();
    expect(centre.row(17)).toMatchObject({ _due_at: '2026-11-23T10:15:00.000Z' });
  });

  test('nor does it bring back an order that was cancelled and written again', async () => {
    const { centre, named } = await namedAtTen();
    centre.write(17, { status: undefined });
    await centre.follow();
    await centre.world.clock.advanceTo(instant('2026-11-23T10:05:00Z'));
    centre.put(17, { ...inTenMinutes, имя: 'Zoë' });
    await centre.followOne(named);
    expect(centre.row(17)).not.toHaveProperty('_due_at');
    await centre.follow();
    expect(centre.row(17)).toMatchObject({ _due_at: '2026-11-23T10:15:00.000Z' });
  });

  test('after it died on its way takes the order, and calls nobody early', async () => {
    const centre = await CallCentre.open();
    centre.put(17, inTenMinutes);
    const [first] = centre.world.tables.takeRecords();
    if (first === undefined) throw new Error('no record');
    await centre.world.followedWrites.note({ task: 'demo', Id: 17 }, first.sequence);
    await centre.world.clock.advanceTo(instant('2026-11-23T10:00:02Z'));
    await centre.followOne(first);
    await centre.follow();
    expect(centre.row(17)).toMatchObject({ _due_at: '2026-11-23T10:10:02.000Z' });
  });
});

/** The row is ordered at ten, and gets a name: the record of the order is lost. */
async function namedAtTen(): Promise<{ centre: CallCentre; named: RowRecord }> {
  const centre = await CallCentre.open();
  centre.put(17, inTenMinutes);
  centre.write(17, { имя: 'Zoë' });
  const [, named] = centre.world.tables.takeRecords();
  if (named === undefined) throw new Error('no record');
  return { centre, named };
}

describe('a record that comes late', () => {
  test('is not followed once a later one was', async () => {
    const centre = await CallCentre.open();
    centre.put(17, inTenMinutes);
    const [late] = centre.world.tables.takeRecords();
    centre.put(17, { tel: promised.tel });
    await centre.follow();
    await centre.world.clock.advanceTo(instant('2026-11-23T10:05:00Z'));
    centre.put(17, inTenMinutes);
    if (late !== undefined) await centre.followOne(late);
    expect(centre.row(17)).not.toHaveProperty('_due_at');
    await centre.follow();
    expect(centre.row(17)).toMatchObject({ _due_at: '2026-11-23T10:15:00.000Z' });
  });
});

describe('the same moment promised again is a new promise', () => {
  const atThree = { ...promised, tel: '020 7946 0018', time_callback: '15:00' };

  /** Promised for 15:00, called by hand before, and reached. */
  async function reachedBefore(): Promise<CallCentre> {
    const { centre } = await operatorRinging();
    centre.put(18, atThree);
    await centre.follow();
    centre.write(18, { status: 12, date_call: '2026-11-23T14:40:00.000Z' });
    await centre.runUntil('2026-11-23T14:50:00Z');
    return centre;
  }

  test.each<[string, (centre: CallCentre) => void]>([
    ['by a whole row', (centre) => centre.put(18, atThree)],
    ['by single columns', (centre) => centre.write(18, atThree)],
    ['by minutes', (centre) => centre.write(18, { status: 10, callaftermin: 10 })],
  ])('%s', async (_, write) => {
    const centre = await reachedBefore();
    write(centre);
    await centre.runUntil('2026-11-23T15:00:00Z');
    expect(centre.attempts(18)).toMatchObject([{ dueAt: instant('2026-11-23T15:00:00Z') }]);
  });

  test('by a copy of the row as it was, with our columns, while that is ahead', async () => {
    const { centre } = await operatorRinging();
    centre.put(18, atThree);
    await centre.follow();
    const copy = centre.row(18);
    centre.write(18, { status: 12, date_call: '2026-11-23T14:40:00.000Z' });
    await centre.runUntil('2026-11-23T14:50:00Z');
    centre.put(18, copy);
    await centre.runUntil('2026-11-23T15:00:00Z');
    const [attempt] = centre.attempts(18);
    expect(attempt?.promisedAt).toBeGreaterThanOrEqual(instant('2026-11-23T14:50:00Z'));
  });
});

/** All that is told of now, our own writes that follow from it among them. */
async function followedOneByOne(centre: CallCentre): Promise<RowRecord[]> {
  const records = centre.world.tables.takeRecords();
  for (const record of records) await centre.followOne(record);
  return records.length === 0 ? [] : [...records, ...(await followedOneByOne(centre))];
}

describe('what is written during a talk without the status stands after it', () => {
  test.each<[string, Columns, string]>([
    ['minutes, from when they were written', { callaftermin: 30 }, '11:00:06'],
    ['a time', { time_callback: '11:20' }, '11:20:00'],
    ['a date and a time', { date_callback: '2026-11-24', time_callback: '09:00' }, '09:00:00'],
  ])('%s', async (_, written, time_callback) => {
    const { centre, call } = await talking();
    centre.write(17, written);
    await centre.runUntil('2026-11-23T10:40:00Z');
    expect(centre.row(17)).toMatchObject({ status: 11, ...written });
    await call.customerIs('completed', 20);
    await call.operatorIs('completed');
    await centre.follow();
    expect(centre.row(17)).toMatchObject({ status: 10, time_callback });
    expect(centre.row(17)).not.toHaveProperty('callaftermin');
  });

  test('also where it is due while they talk', async () => {
    const { centre, call } = await talking();
    centre.write(17, { callaftermin: 1 });
    await centre.runUntil('2026-11-23T10:40:00Z');
    await call.customerIs('completed', 20);
    await call.operatorIs('completed');
    await centre.follow();
    expect(centre.row(17)).toMatchObject({ status: 10, _due_at: '2026-11-23T10:31:06.000Z' });
    expect(centre.row(17)).not.toHaveProperty('_problem');
  });

  test('in the moment in which it ends', async () => {
    const { centre, call } = await talking();
    centre.write(17, { callaftermin: 30 });
    const records = centre.world.tables.takeRecords();
    centre.write(17, { callaftermin: undefined });
    await call.customerIs('completed', 20);
    await call.operatorIs('completed');
    expect(centre.row(17)).toMatchObject({ status: 12 });
    for (const record of records) await centre.followOne(record);
    await centre.follow();
    expect(centre.row(17)).toMatchObject({ status: 10, time_callback: '11:00:06' });
  });

  test.each<[string, Columns]>([
    ['cancelled', { status: undefined }],
    ['ended by hand', { status: 13 }],
    ['barred', { status: 14 }],
    ['refused', { time_callback: 'soon' }],
  ])('until it is %s, whatever record of the talk comes again', async (_, after) => {
    const { centre, call } = await talking();
    await centre.follow();
    centre.write(17, { time_callback: '11:20' });
    const told = await followedOneByOne(centre);
    await call.customerIs('completed', 20);
    await call.operatorIs('completed');
    await centre.follow();
    expect(centre.row(17)).toMatchObject({ status: 10, time_callback: '11:20:00' });
    centre.write(17, after);
    await centre.follow();
    const left = centre.row(17);
    for (const record of told) await centre.followOne(record);
    await centre.follow();
    expect(centre.row(17)).toEqual(left);
  });

  test('not another time zone alone: nothing is ordered by it', async () => {
    const { centre, call } = await talking();
    centre.write(17, { time_zone: 'Europe/Moscow' });
    await centre.follow();
    await call.customerIs('completed', 20);
    await call.operatorIs('completed');
    await centre.follow();
    expect(centre.row(17)).toMatchObject({ status: 12 });
  });
});
