import type { CallTarget } from '../../../lambdas/use-cases/own-calls/attach-call.ts';
import { placeCall } from '../../../lambdas/use-cases/own-calls/place-call.ts';
import { CallCentre } from '../../support/call-centre.ts';
import { anna, ivan, sampleTask } from '../../support/sample-task.ts';
import { promised } from '../../support/scenarios.ts';

/** To which task and which row an operator's call belongs, and whether it may be made. */

const tel = '020 7946 0017';
const row17 = { row: { task: 'demo', Id: 17 } };

function place(centre: CallCentre, target: CallTarget, operator = anna) {
  return placeCall(centre.ports, { operator, target });
}

async function openWith(columns: object, given: Parameters<typeof CallCentre.open>[0] = {}) {
  const centre = await CallCentre.open(given);
  centre.put(17, { tel, ...columns });
  await centre.follow();
  return centre;
}

describe('a number', () => {
  test('that the table does not hold gets a row', async () => {
    const centre = await openWith({});
    await place(centre, { tel: '020 7946 0099' });
    expect(centre.row(18)).toMatchObject({ tel: '+442079460099', status: 11 });
  });

  test('gets one row, also when two call it before the first is seen', async () => {
    const centre = await openWith({});
    const number = { tel: '020 7946 0099' };
    const placed = await Promise.all([place(centre, number), place(centre, number, ivan)]);
    expect(placed.map(({ kind }) => kind)).toEqual(['placed', 'refused']);
    expect(placed[1]).toMatchObject({ reason: 'customer-in-call' });
    expect(centre.row(19)).toEqual({});
  });

  test('gets none from an operator who is in a call, and they are told of that each time', async () => {
    const centre = await openWith({});
    await place(centre, row17);
    for (let n = 0; n < 2; n++) {
      const placed = await place(centre, { tel: '020 7946 0099' });
      expect(placed).toMatchObject({ kind: 'refused', reason: 'operator-in-call' });
    }
    expect(centre.row(18)).toEqual({});
  });

  test('gets a row of its own where the only one that holds it has an Id that no row may have', async () => {
    const centre = await CallCentre.open();
    centre.put(-7, { tel });
    await centre.follow();
    await place(centre, { tel });
    expect(centre.row(-7)).not.toHaveProperty('status');
    expect(centre.row(1)).toMatchObject({ tel: '+442079460017', status: 11 });
  });

  test('is found however it is written', async () => {
    const centre = await openWith({});
    await place(centre, { tel: '+44 (20) 7946-0017' });
    expect(centre.row(17)).toMatchObject({ status: 11 });
  });

  test('of several rows belongs to the one with the earliest promise', async () => {
    const centre = await openWith({ date_call: '2026-11-22T10:00:00.000Z' });
    centre.put(18, { ...promised, time_callback: '12:00' });
    centre.put(19, { ...promised, time_callback: '11:00' });
    await centre.follow();
    await place(centre, { tel });
    expect(centre.attempts(19)).toHaveLength(1);
  });

  test('of several rows without a promise belongs to the one that was called last', async () => {
    const centre = await openWith({ date_call: '2026-11-20T10:00:00.000Z' });
    centre.put(18, { tel, date_call: '2026-11-22T10:00:00.000Z' });
    centre.put(19, { tel });
    await centre.follow();
    await place(centre, { tel });
    expect(centre.attempts(18)).toHaveLength(1);
  });

  test('that was corrected in its row since is not taken for the old one', async () => {
    const centre = await openWith({});
    centre.write(17, { tel: '020 7946 0018' });
    await place(centre, { tel });
    expect(centre.attempts(17)).toEqual([]);
    expect(centre.row(18)).toMatchObject({ status: 11 });
  });

  test('that cannot be one is refused', async () => {
    const centre = await openWith({});
    expect(await place(centre, { tel: '12' })).toMatchObject({ reason: 'not-a-number' });
  });
});

describe('the task', () => {
  const sales = sampleTask({ id: 'sales', operators: ['anna'] });

  test('is the one that they work in', async () => {
    const centre = await openWith({});
    await centre.world.directory.putTask(sales);
    await place(centre, { tel }, { ...anna, currentTask: 'sales' });
    expect([...centre.world.tables.attempts.values()]).toMatchObject([{ row: { task: 'sales' } }]);
  });

  test('is another of theirs where their own takes no such calls', async () => {
    const centre = await openWith({}, { task: { attachCalls: false } });
    await centre.world.directory.putTask(sales);
    await place(centre, { tel });
    expect([...centre.world.tables.attempts.values()]).toMatchObject([{ row: { task: 'sales' } }]);
  });

  test('where none takes such calls the call is refused, a row that they choose is not', async () => {
    const centre = await openWith({}, { task: { attachCalls: false } });
    expect(await place(centre, { tel })).toMatchObject({ reason: 'not-attached' });
    expect(await place(centre, row17)).toMatchObject({ kind: 'placed' });
  });

  test.each<[string, CallTarget]>([
    ['row', row17],
    ['number', { tel, task: 'demo' }],
  ])('of others is closed to them: %s', async (_, target) => {
    const centre = await openWith({}, { task: { operators: ['ivan'] } });
    expect(await place(centre, target)).toMatchObject({ reason: 'not-your-task' });
    expect(centre.row(17)).not.toHaveProperty('status');
  });

  test('that is paused dials nothing', async () => {
    const centre = await openWith({}, { task: { paused: 'audit' } });
    expect(await place(centre, row17)).toMatchObject({ reason: 'paused' });
  });
});

describe('the gate', () => {
  test.each<[string, CallTarget]>([
    ['a row', row17],
    ['a number of a row', { tel }],
  ])('keeps %s at 14 from being called', async (_, target) => {
    const centre = await openWith({ status: 14 });
    expect(await place(centre, target)).toMatchObject({
      kind: 'refused',
      reason: 'barred',
    });
    expect(centre.dialler.rung).toEqual([]);
    expect(centre.row(17)).toMatchObject({ status: 14 });
  });

  test('names the moment at which they may be called, and no row is made for a number', async () => {
    const callingHours = { '1': [['12:00', '18:00']] } as never;
    const centre = await openWith({}, { task: { callingHours } });
    const refusal = {
      kind: 'refused',
      reason: 'outside-calling-hours',
      nextAt: Date.parse('2026-11-23T12:00:00Z'),
    };
    expect(await place(centre, row17)).toMatchObject(refusal);
    expect(await place(centre, { tel: '020 7946 0099' })).toMatchObject(refusal);
    expect(centre.row(18)).toEqual({});
  });

  test('counts the attempts of the day', async () => {
    const centre = await openWith({}, { task: { maxAttemptsPerDay: 1 } });
    await place(centre, row17);
    const call = centre.lastCall();
    await call.answers();
    await call.presses('1');
    await call.customerIs('busy');
    await call.operatorIs('completed');
    await centre.follow();
    expect(await place(centre, row17)).toMatchObject({ reason: 'attempts-today-used-up' });
  });
});
