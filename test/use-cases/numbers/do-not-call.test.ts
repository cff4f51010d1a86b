import {
  barNumber,
  liftNumber,
  type NumberWish,
} from '../../../lambdas/use-cases/numbers/bar-number.ts';
import type { CallTarget } from '../../../lambdas/use-cases/own-calls/attach-call.ts';
import { placeCall } from '../../../lambdas/use-cases/own-calls/place-call.ts';
import { editRow } from '../../../lambdas/use-cases/promises/edit-row.ts';
import { CallCentre } from '../../support/call-centre.ts';
import { anna, sampleTask } from '../../support/sample-task.ts';
import { operatorWaiting, promised, talking } from '../../support/scenarios.ts';

/** A number that may not be called is dialled by no row, whoever said so and wherever. */

const number = '+442079460017';
const tel = '020 7946 0017';
const no: NumberWish = { number, door: 'list', by: 'eva' };
const yes: NumberWish = { number, door: 'list', by: 'eva', reason: 'changed their mind' };

async function openWith(...rows: object[]) {
  const centre = await CallCentre.open();
  for (const [at, columns] of rows.entries()) centre.put(17 + at, { tel, ...columns });
  await centre.follow();
  return centre;
}

describe('what is said of a number', () => {
  test('sets every row with it to 14 at once, whatever the row says and however it writes the number', async () => {
    const centre = await openWith(
      {},
      promised,
      { status: 12 },
      { tel: number },
      { tel: '+442079460018' },
    );
    const { isNew, rows } = await barNumber(centre.ports, no);
    expect({ isNew, rows }).toEqual({ isNew: true, rows: 4 });
    for (const Id of [17, 18, 19, 20]) expect(centre.row(Id)).toMatchObject({ status: 14 });
    expect(centre.row(18)).not.toHaveProperty('_due_at');
    expect(centre.row(18)).not.toHaveProperty('_problem');
    expect(centre.row(21)).not.toHaveProperty('status');
  });

  test('for one task leaves the rows of others alone', async () => {
    const centre = await openWith(promised);
    await centre.world.directory.putTask(sampleTask({ id: 'other' }));
    centre.world.tables.putRow({ task: 'other', Id: 1, tel, ...promised });
    await centre.follow();
    await barNumber(centre.ports, { ...no, task: 'other' });
    expect(centre.row(17)).toMatchObject({ status: 10 });
    expect(centre.world.tables.row({ task: 'other', Id: 1 })?.columns).toMatchObject({
      status: 14,
    });
  });

  test('is noted once, and completed when a try before it was cut short', async () => {
    const centre = await openWith({});
    await barNumber(centre.ports, no);
    centre.put(18, { tel, ...promised });
    expect(await barNumber(centre.ports, no)).toMatchObject({ isNew: false });
    expect((await centre.world.doNotCall.find(number))?.entries).toHaveLength(1);
  });

  test('stays in the record when it is lifted, with who lifted it and why', async () => {
    const centre = await openWith({});
    await barNumber(centre.ports, no);
    await liftNumber(centre.ports, yes);
    const record = await centre.world.doNotCall.find(number);
    expect(record?.entries.map(({ kind, by, reason }) => ({ kind, by, reason }))).toEqual([
      { kind: 'added', by: 'eva', reason: undefined },
      { kind: 'lifted', by: 'eva', reason: 'changed their mind' },
    ]);
  });

  test('by a form that is sent again does not undo that it was lifted since', async () => {
    const centre = await openWith({});
    const said: NumberWish = { ...no, door: 'form', attempt: 'demo.17.a' };
    await barNumber(centre.ports, said);
    await liftNumber(centre.ports, yes);
    expect(await barNumber(centre.ports, said)).toEqual({ isNew: false, rows: 0 });
    expect(centre.row(17)).not.toHaveProperty('status');
  });
});

describe('lifting', () => {
  test('frees the rows that were at 14 because of it, and they may be ordered again', async () => {
    const centre = await openWith({}, promised);
    await barNumber(centre.ports, no);
    await centre.follow();
    expect(await liftNumber(centre.ports, yes)).toEqual({ isNew: true, rows: 2 });
    await centre.follow();
    centre.put(18, { tel, ...promised });
    await centre.follow();
    expect(centre.row(18)).toMatchObject({ status: 10 });
  });

  test('frees a row that somebody set to 14 as well, and notes who lifted it', async () => {
    const centre = await openWith({ status: 14 }, {});
    await liftNumber(centre.ports, { ...yes, task: 'demo' });
    expect(centre.row(17)).not.toHaveProperty('status');
    expect((await centre.world.doNotCall.find(number))?.entries).toMatchObject([
      { kind: 'lifted', task: 'demo', by: 'eva', reason: 'changed their mind' },
    ]);
  });

  test('for one task leaves what was said for all', async () => {
    const centre = await openWith({});
    await barNumber(centre.ports, no);
    await barNumber(centre.ports, { ...no, task: 'demo' });
    await liftNumber(centre.ports, { ...yes, task: 'demo' });
    expect(centre.row(17)).toMatchObject({ status: 14 });
  });
});

/** Each way in which a number becomes one that may not be called; its other rows are not marked yet. */
const ways: [string, (centre: CallCentre) => Promise<void>][] = [
  [
    'on the list',
    async ({ world }) => {
      const at = world.clock.now();
      await world.doNotCall.put(
        { number, entries: [{ kind: 'added', at, door: 'list' }] },
        undefined,
      );
    },
  ],
  [
    'barred in another row',
    async (centre) => {
      centre.write(17, { status: 14 });
      await centre.follow();
    },
  ],
];

/** Another row has the same number, written in another way. */
async function withAnotherRow(centre: CallCentre): Promise<CallCentre> {
  centre.put(18, { tel: number, имя: 'Zoë' });
  await centre.follow();
  return centre;
}

describe.each(ways)('a number %s', (_, bar) => {
  test('is not promised a call by a row that outside software writes', async () => {
    const centre = await withAnotherRow(await openWith({}));
    await bar(centre);
    centre.write(18, { ...promised, tel: number });
    await centre.follow();
    expect(centre.row(18)).toMatchObject({
      status: 14,
      _problem: 'the customer at this number asked not to be called; a supervisor can lift that',
    });
  });

  test('is not promised a call by an edit', async () => {
    const centre = await withAnotherRow(await openWith({}));
    await bar(centre);
    const wish = { task: sampleTask(), Id: 18, given: { ...promised, tel: number } };
    expect(await editRow(centre.ports, wish)).toEqual({
      kind: 'refused',
      problem: { code: 'number-barred' },
    });
  });

  test.each<[string, CallTarget]>([
    ['by its row', { row: { task: 'demo', Id: 18 } }],
    ['by the number alone', { tel: '+44 20 7946 0017' }],
  ])('is not called by hand %s', async (_how, target) => {
    const centre = await withAnotherRow(await openWith({}));
    await bar(centre);
    const placed = await placeCall(centre.ports, { operator: anna, target });
    expect(placed.kind).toBe('refused');
    expect(centre.dialler.rung).toEqual([]);
  });

  test('is not claimed for a promise that was taken before', async () => {
    const centre = await openWith({});
    centre.put(18, { ...promised, tel: number });
    await centre.runUntil('2026-11-23T10:29:00Z');
    await bar(centre);
    await centre.runUntil('2026-11-23T10:31:00Z');
    expect(centre.dialler.rung).toEqual([]);
    expect(centre.row(18)).toMatchObject({ status: 14 });
  });

  test('is not dialled when the operator waits for the second already', async () => {
    const centre = await openWith({});
    centre.put(18, { ...promised, tel: number });
    await centre.runUntil('2026-11-23T10:29:46Z');
    const call = centre.lastCall();
    await call.answers();
    await centre.answerBy('2026-11-23T10:29:51Z', call.presses('1'));
    await bar(centre);
    await centre.runUntil('2026-11-23T10:29:59.500Z');
    const step = await centre.answerBy('2026-11-23T10:30:01Z', call.comesBack());
    expect(step).toMatchObject({ kind: 'tell', message: 'may-not-be-called' });
    await call.operatorIs('completed');
    await centre.follow();
    expect(centre.row(18)).toMatchObject({ status: 14 });
    expect(centre.attempts(18)).toHaveLength(1);
  });

  test('is not dialled when it became so in the last second', async () => {
    const centre = await openWith({});
    centre.put(18, { ...promised, tel: number });
    await centre.runUntil('2026-11-23T10:29:46Z');
    const call = centre.lastCall();
    await call.answers();
    await centre.answerBy('2026-11-23T10:29:51Z', call.presses('1'));
    await centre.runUntil('2026-11-23T10:29:59.500Z');
    const dialled = call.comesBack();
    await centre.runUntil('2026-11-23T10:29:59.700Z');
    await bar(centre);
    const step = await centre.answerBy('2026-11-23T10:30:01Z', dialled);
    expect(step).toMatchObject({ kind: 'tell', message: 'may-not-be-called' });
  });
});

test('a call that is prepared is withdrawn as soon as the customer said no', async () => {
  const { centre, call } = await operatorWaiting();
  await barNumber(centre.ports, no);
  await centre.follow();
  expect(centre.attempts(17)[0]?.facts.withdrawn).toMatchObject({ reason: 'cancelled' });
  expect(await call.isTold()).toMatchObject({ kind: 'tell', message: 'cancelled' });
});

test('a talk that is on ends as it ends, and the row stays at 14', async () => {
  const { centre, call } = await talking();
  await barNumber(centre.ports, no);
  await centre.follow();
  await call.customerIs('completed', 20);
  await call.dialEnds({ as: 'completed', bridged: true, seconds: 20 });
  await call.operatorIs('completed');
  await centre.follow();
  expect(centre.row(17)).toMatchObject({ status: 14 });
  expect(centre.attempts(17)[0]?.facts.settled).toMatchObject({ outcome: 'reached' });
});
