import type { CallTarget } from '../../../lambdas/use-cases/own-calls/attach-call.ts';
import { placeCall } from '../../../lambdas/use-cases/own-calls/place-call.ts';
import { CallCentre } from '../../support/call-centre.ts';
import { anna, ivan } from '../../support/sample-task.ts';

/** An operator calls from the console. */

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

test('their own phone rings, then the customer’s', async () => {
  const centre = await openWith({});
  expect(await place(centre, row17)).toEqual({
    kind: 'placed',
    attempt: centre.attempts(17)[0]?.id,
  });
  expect(centre.dialler.rung).toMatchObject([{ to: '+442079460991' }]);
  expect(centre.row(17)).toMatchObject({ status: 11 });
  const call = centre.lastCall();
  expect(await call.answers()).toMatchObject({ kind: 'ask-key' });
  expect(await call.presses('1')).toMatchObject({ kind: 'dial', customer: '+442079460017' });
  await call.customerIs('completed', 60);
  await call.operatorIs('completed');
  expect(centre.row(17)).not.toHaveProperty('status');
});

test('they are rung where they sit now', async () => {
  const centre = await openWith({});
  await place(centre, row17, { ...anna, at: 'client:anna' });
  expect(centre.dialler.rung).toMatchObject([{ to: 'client:anna' }]);
});

test('a customer whose line is busy is dialled again by the system', async () => {
  const centre = await openWith({});
  await place(centre, row17);
  const call = centre.lastCall();
  await call.answers();
  await call.presses('1');
  await call.customerIs('busy');
  await call.operatorIs('completed');
  expect(centre.row(17)).toMatchObject({ status: 10, time_callback: '10:05:00' });
  expect(centre.row(17)).not.toHaveProperty('operator_number');
  await centre.runUntil('2026-11-23T10:05:00Z');
  expect(centre.dialler.rung).toHaveLength(2);
});

describe('promises', () => {
  test('that are due soon are taken over, also one that was written this instant', async () => {
    const centre = await openWith({});
    centre.write(17, { status: 10, callaftermin: 20 });
    await place(centre, row17);
    expect(centre.attempts(17)).toMatchObject([
      { servesPromise: true, takenOverDueAt: Date.parse('2026-11-23T10:20:00Z') },
    ]);
  });

  test('stand as they were where their own phone does not answer', async () => {
    const centre = await openWith({ status: 10, callaftermin: 20 });
    await place(centre, row17);
    await centre.lastCall().operatorIs('no-answer');
    await centre.follow();
    expect(centre.row(17)).toMatchObject({ status: 10, time_callback: '10:20:00' });
  });
});

describe('who is in a call', () => {
  test('is told so', async () => {
    const centre = await openWith({});
    centre.put(18, { tel: '020 7946 0018' });
    await place(centre, row17);
    const again = await place(centre, { row: { task: 'demo', Id: 18 } });
    expect(again).toMatchObject({ reason: 'operator-in-call' });
    expect(centre.row(18)).not.toHaveProperty('status');
  });

  test('cannot be called by another', async () => {
    const centre = await openWith({});
    centre.put(18, { tel });
    await place(centre, row17);
    expect(await place(centre, row17, ivan)).toMatchObject({ reason: 'customer-in-call' });
    const twin = await place(centre, { row: { task: 'demo', Id: 18 } }, ivan);
    expect(twin).toMatchObject({ reason: 'customer-in-call' });
  });

  test('and wraps one up has done so when they call', async () => {
    const centre = await openWith({});
    await place(centre, row17);
    const call = centre.lastCall();
    await call.answers();
    await call.presses('1');
    await call.customerIs('completed', 60);
    await call.operatorIs('completed');
    expect(await place(centre, row17)).toMatchObject({ kind: 'placed' });
  });
});

describe('the rate at which calls may be started', () => {
  const account = { callsPerSecond: 0.5 };

  test('is kept: their call waits a moment', async () => {
    const centre = await openWith({}, { account });
    centre.put(18, { tel: '020 7946 0018' });
    await place(centre, row17);
    const second = place(centre, { row: { task: 'demo', Id: 18 } }, ivan);
    await centre.answerBy('2026-11-23T10:00:02Z', second);
    expect(centre.dialler.rung.map(({ at }) => at)).toEqual([
      Date.parse('2026-11-23T10:00:00Z'),
      Date.parse('2026-11-23T10:00:02Z'),
    ]);
  });

  test('refuses them where the wait is long', async () => {
    const centre = await openWith({}, { account: { callsPerSecond: 0.1 } });
    await place(centre, row17);
    expect(await place(centre, row17, ivan)).toMatchObject({ reason: 'no-slot' });
  });
});

test('they are told where the network refuses their own phone', async () => {
  const centre = await openWith({});
  centre.dialler.script({ kind: 'refused', class: 'wait', code: 10004 });
  expect(await place(centre, row17)).toMatchObject({ reason: 'network-refuses' });
  expect(await centre.world.attempts.held()).toEqual([]);
});
