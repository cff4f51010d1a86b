import { budgetUsed } from '../../../lambdas/domain/attempt/attempt.ts';
import type { Columns } from '../../../lambdas/domain/row/row.ts';
import { CallCentre } from '../../support/call-centre.ts';
import {
  customerRinging,
  operatorRinging,
  promised,
  type Scene,
  talking,
} from '../../support/scenarios.ts';

const noLiveCall =
  'status 11 is set by the system while a call is on, and none is; write 10 to order a call, or remove status';

function withoutOurs(columns: Columns): Columns {
  return Object.fromEntries(Object.entries(columns).filter(([name]) => !name.startsWith('_')));
}

async function hangUp({ centre, call }: Scene): Promise<void> {
  await call.customerIs('completed', 20);
  await call.operatorIs('completed');
  await centre.follow();
}

async function notReached({ centre, call }: Scene): Promise<void> {
  await call.customerIs('busy');
  await call.operatorIs('completed');
  await centre.follow();
}

/** The row is put back as it was, with our columns and without. */
const copies: [string, (columns: Columns) => Columns][] = [
  ['with our columns', (columns) => columns],
  ['without our columns', withoutOurs],
];

describe('a row that is replaced in mid-call, still at 11', () => {
  test('without our columns keeps its call, and gets them back', async () => {
    const scene = await talking();
    const { centre, call } = scene;
    centre.put(17, { ...withoutOurs(centre.row(17)), имя: 'Zoé' });
    await centre.follow();
    expect(centre.row(17)).toMatchObject({ status: 11, _attempt: call.attempt, имя: 'Zoé' });
    await hangUp(scene);
    expect(centre.row(17)).toMatchObject({ status: 12, имя: 'Zoé' });
  });

  test('in the moment in which the talk ends tells of that talk, also without the time of its call', async () => {
    const scene = await talking();
    const { date_call, ...copy } = withoutOurs(scene.centre.row(17));
    await scene.centre.runUntil('2026-11-23T10:30:20.500Z');
    scene.centre.put(17, { ...copy, имя: 'Zoé' });
    await scene.centre.world.clock.advanceTo(Date.parse('2026-11-23T10:30:20.700Z'));
    await hangUp(scene);
    expect(scene.centre.row(17)).toMatchObject({ status: 12, имя: 'Zoé', date_call });
    expect(scene.centre.row(17)).not.toHaveProperty('_problem');
  });

  test('while the operator’s phone rings is dialled all the same', async () => {
    const { centre, call } = await operatorRinging();
    centre.put(17, withoutOurs(centre.row(17)));
    await centre.runUntil('2026-11-23T10:30:01Z');
    await call.answers();
    expect(await call.presses('1')).toMatchObject({ kind: 'dial' });
  });

  test('with 11 as a text keeps its call', async () => {
    const scene = await talking();
    scene.centre.write(17, { status: '11' });
    await scene.centre.follow();
    await hangUp(scene);
    expect(scene.centre.row(17)).toMatchObject({ status: 12 });
  });

  test('and deleted in mid-call stays deleted', async () => {
    const scene = await talking();
    scene.centre.delete(17);
    await scene.centre.follow();
    await hangUp(scene);
    expect(scene.centre.row(17)).toEqual({});
    expect(await scene.centre.world.attempts.held()).toEqual([]);
  });
});

describe('a row that is brought back at 11 after its call', () => {
  test.each(copies)('%s, says again what became of the call: 12', async (_, copy) => {
    const scene = await talking();
    const atEleven = scene.centre.row(17);
    await hangUp(scene);
    scene.centre.put(17, copy(atEleven));
    await scene.centre.follow();
    expect(scene.centre.row(17)).toMatchObject({ status: 12 });
    expect(scene.centre.row(17)).not.toHaveProperty('_problem');
  });

  test.each(copies)('%s, says again when the retry is', async (_, copy) => {
    const scene = await customerRinging();
    const atEleven = scene.centre.row(17);
    await notReached(scene);
    scene.centre.put(17, copy(atEleven));
    await scene.centre.follow();
    expect(scene.centre.row(17)).toMatchObject({
      status: 10,
      _due_at: '2026-11-23T10:35:01.000Z',
      _promised_at: '2026-11-23T10:00:00.000Z',
    });
  });

  test('says that they were reached where late proof has corrected the outcome', async () => {
    const scene = await customerRinging();
    const atEleven = scene.centre.row(17);
    await notReached(scene);
    await scene.call.customerIs('answered');
    scene.centre.put(17, atEleven);
    await scene.centre.runUntil('2026-11-23T11:00:00Z');
    expect(scene.centre.row(17)).toMatchObject({ status: 12 });
    expect(scene.centre.dialler.rung).toHaveLength(1);
  });

  test('of another call than the last is refused with a sentence', async () => {
    const scene = await talking();
    await hangUp(scene);
    const older = { ...promised, status: 11, date_call: '2026-11-20T15:05:00.000Z' };
    scene.centre.put(17, older);
    await scene.centre.follow();
    expect(scene.centre.row(17)).toMatchObject({ ...older, _problem: noLiveCall });
  });

  test('that was never called is refused with a sentence, once', async () => {
    const { centre } = await operatorRinging();
    centre.put(18, { ...promised, tel: '+442079460018', status: 11 });
    await centre.follow();
    expect(centre.row(18)).toMatchObject({ status: 11, _problem: noLiveCall });
    centre.write(18, { имя: 'Zoé' });
    await centre.follow();
    expect(centre.world.journal.counted('OrderRefused')).toBe(1);
  });
});

describe('a row that is brought back at 10', () => {
  /** The row as it was at 10, before it was claimed for 10:30. */
  const asItWas = (centre: CallCentre): Columns => ({
    ...withoutOurs(centre.row(17)),
    status: 10,
    _order: { status: '10', date_callback: '2026-11-23', time_callback: '10:30:00' },
    _due_at: '2026-11-23T10:30:00.000Z',
    _promised_at: '2026-11-23T10:00:00.000Z',
  });

  test('whole, after its call was made, is a moment in the past', async () => {
    const scene = await talking();
    const copy = asItWas(scene.centre);
    await hangUp(scene);
    scene.centre.put(17, copy);
    await scene.centre.runUntil('2026-11-23T10:31:30Z');
    expect(scene.centre.row(17)).toMatchObject({
      status: 10,
      _problem: expect.stringMatching(/was past at/),
    });
    expect(scene.centre.dialler.rung).toHaveLength(1);
  });

  test('whole, while its call is on, is a moment in the past, and the call goes on', async () => {
    const scene = await talking();
    scene.centre.put(17, asItWas(scene.centre));
    await scene.centre.runUntil('2026-11-23T10:30:30Z');
    expect(scene.centre.row(17)).toMatchObject({
      status: 10,
      _problem: expect.stringMatching(/was past at/),
    });
    await hangUp(scene);
    expect(scene.centre.attempts(17)).toMatchObject([
      { facts: { settled: { outcome: 'reached' } } },
    ]);
  });

  test('without our columns, after its call was made, is a moment in the past', async () => {
    const scene = await talking();
    const copy = withoutOurs(asItWas(scene.centre));
    await hangUp(scene);
    scene.centre.put(17, copy);
    await scene.centre.follow();
    expect(scene.centre.row(17)._problem).toMatch(/^the promised moment .* was past at/);
  });

  test('without our columns, overdue and waiting for a call slot, is dialled all the same', async () => {
    const { centre } = await operatorRinging({ open: { account: { callsPerSecond: 0.1 } } });
    centre.put(18, { ...promised, tel: '+442079460018', time_callback: '10:30' });
    await centre.runUntil('2026-11-23T10:29:50Z');
    await centre.changeTask({ ringAheadSeconds: 0 });
    await centre.world.clock.advanceTo(Date.parse('2026-11-23T10:30:03Z'));
    centre.put(18, { ...withoutOurs(centre.row(18)), имя: 'Zoé' });
    await centre.runUntil('2026-11-23T10:30:15Z');
    expect(centre.row(18)).not.toHaveProperty('_problem');
    expect(centre.attempts(18)).toHaveLength(1);
  });

  test('without our columns, waiting for our retry, keeps the budget of its promise', async () => {
    const scene = await customerRinging({ open: { task: { maxAttempts: 2 } } });
    await notReached(scene);
    scene.centre.put(17, withoutOurs(scene.centre.row(17)));
    await scene.centre.follow();
    const promisedAt = Date.parse(String(scene.centre.row(17)._promised_at));
    expect(budgetUsed(scene.centre.attempts(17), promisedAt)).toBe(1);
    expect(scene.centre.row(17)).toMatchObject({ _due_at: '2026-11-23T10:35:01.000Z' });
  });

  test('with new minutes is a new promise, with a new budget', async () => {
    const scene = await customerRinging({ open: { task: { maxAttempts: 1 } } });
    await notReached(scene);
    expect(scene.centre.row(17)).toMatchObject({ status: 13 });
    scene.centre.write(17, { status: 10, callaftermin: 1 });
    await scene.centre.runUntil('2026-11-23T10:31:01Z');
    expect(scene.centre.row(17)).toMatchObject({ status: 11 });
    expect(scene.centre.attempts(17)).toHaveLength(2);
  });
});

describe('an order that makes no sense', () => {
  test('keeps the writer’s values, says why, is counted, and is off the clock', async () => {
    const { centre } = await operatorRinging();
    const bad = { tel: '+442079460018', status: '10', callaftermin: 'завтра', имя: 'Пётр' };
    centre.put(18, bad);
    await centre.runUntil('2026-11-23T10:31:00Z');
    expect(centre.row(18)).toMatchObject({
      ...bad,
      _problem: 'callaftermin must be a whole number of minutes, 0–525600, got “завтра”',
    });
    expect(centre.row(18)).not.toHaveProperty('_due_at');
    expect(centre.world.journal.counted('OrderRefused')).toBe(1);
    expect(JSON.stringify(centre.world.journal.notes)).not.toMatch(/Пётр|2079460018/);
  });

  test('takes a row that was waiting off the clock until it is put right', async () => {
    const { centre } = await operatorRinging();
    centre.put(18, { ...promised, tel: '+442079460018', time_callback: '10:40' });
    await centre.follow();
    centre.write(18, { date_callback: '2027-02-29' });
    await centre.runUntil('2026-11-23T10:41:00Z');
    expect(centre.attempts(18)).toEqual([]);
    centre.write(18, { date_callback: '2026-11-23', time_callback: '10:45' });
    await centre.runUntil('2026-11-23T10:45:00Z');
    expect(centre.attempts(18)).toHaveLength(1);
    expect(centre.row(18)).not.toHaveProperty('_problem');
  });

  test('is put right by the number alone', async () => {
    const { centre } = await operatorRinging();
    centre.put(18, { ...promised, tel: 'неизвестен', time_callback: '10:40' });
    await centre.follow();
    expect(centre.row(18)._problem).toMatch(/^tel must be a phone number/);
    centre.write(18, { tel: '+442079460018' });
    await centre.follow();
    expect(centre.row(18)).toMatchObject({ _due_at: '2026-11-23T10:40:00.000Z' });
  });

  test('is not put right by the number once the moment has passed', async () => {
    const { centre } = await operatorRinging();
    centre.put(18, { ...promised, tel: 'неизвестен', time_callback: '10:40' });
    await centre.runUntil('2026-11-23T10:41:01Z');
    centre.write(18, { tel: '+442079460018' });
    await centre.follow();
    expect(centre.row(18)._problem).toMatch(/was past at/);
  });
});

describe('nothing, as databases write it', () => {
  test.each([
    ['NULL', null],
    ['an empty text', ''],
  ])('%s in any column is absent', async (_, nothing) => {
    const centre = await CallCentre.open();
    const empty = { callaftermin: nothing, time_zone: nothing, operator_number: nothing };
    centre.put(17, { ...promised, ...empty, date_call: nothing, имя: nothing });
    await centre.runUntil('2026-11-23T10:29:50Z');
    expect(centre.dialler.rung).toHaveLength(1);
    expect(centre.row(17)).not.toHaveProperty('_problem');
    centre.write(17, { status: nothing });
    await centre.follow();
    expect(centre.attempts(17)[0]?.facts.withdrawn).toMatchObject({ reason: 'cancelled' });
  });

  test.each(['tel', 'status', 'date_callback', 'time_callback', 'time_zone', 'operator_number'])(
    'the word NULL in %s is a word, and refused: files alone may mean nothing by it',
    async (column) => {
      const centre = await CallCentre.open();
      centre.put(17, { ...promised, [column]: 'NULL' });
      await centre.follow();
      expect(centre.row(17)._problem).toMatch(new RegExp(`^${column} must be`));
      expect(centre.row(17)).not.toHaveProperty('_due_at');
    },
  );
});

test('the record of our own write in mid-call makes no call when it comes again long afterwards', async () => {
  const scene = await talking();
  const { centre } = scene;
  const inTalk = centre.row(17);
  centre.write(17, { time_callback: '10:40' });
  for (const record of centre.world.tables.takeRecords()) await centre.followOne(record);
  const own = centre.world.tables.takeRecords();
  for (const record of own) await centre.followOne(record);
  centre.put(17, { ...withoutOurs(inTalk), status: 10, time_callback: '11:00' });
  await hangUp(scene);
  await centre.runUntil('2026-11-23T10:45:00Z');
  centre.put(17, inTalk);
  await centre.follow();
  const after = centre.row(17);
  for (const record of own) await centre.followOne(record);
  await centre.follow();
  expect(centre.row(17)).toEqual(after);
});
