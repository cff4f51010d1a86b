import { budgetUsed } from '../../../lambdas/domain/attempt/attempt.ts';
import { CallCentre } from '../../support/call-centre.ts';
import type { OperatorCall } from '../../support/operator-call.ts';
import {
  customerRinging,
  operatorRinging,
  operatorWaiting,
  promised,
  talking,
} from '../../support/scenarios.ts';

/** The lines of lambdas/README.md#the-life-of-a-row whose row is in service. */

/** The customer’s leg has ended and so has the operator’s. */
async function bothEnd(call: OperatorCall, as: 'busy' | 'no-answer' | 'failed'): Promise<void> {
  await call.customerIs(as);
  await call.dialEnds({ as });
  await call.operatorIs('completed');
}

function outcomes(centre: CallCentre): (string | undefined)[] {
  return centre.attempts(17).map(({ facts }) => facts.settled?.outcome);
}

describe('11: the customer is not reached', () => {
  const task = { retrySeconds: { busy: 60, noAnswer: 120, failed: 180, operatorHungUp: 240 } };

  test.each([
    ['busy', '10:31:06'],
    ['no-answer', '10:32:06'],
    ['failed', '10:33:06'],
  ] as const)('%s: 10 after the retry for that cause', async (cause, time_callback) => {
    const { centre, call } = await customerRinging({ open: { task } });
    await centre.runUntil('2026-11-23T10:30:06Z');
    await bothEnd(call, cause);
    expect(centre.row(17)).toMatchObject({
      status: 10,
      date_callback: '2026-11-23',
      time_callback,
    });
    expect(outcomes(centre)).toEqual([`customer-${cause}`]);
  });

  test('hung up: the operator hangs up while the customer’s phone rings', async () => {
    const { centre, call } = await customerRinging({ open: { task } });
    await centre.runUntil('2026-11-23T10:30:06Z');
    await call.operatorIs('completed');
    await call.dialEnds({ callerGone: true });
    expect(centre.row(17)).toMatchObject({ status: 10, time_callback: '10:34:06' });
    expect(outcomes(centre)).toEqual(['operator-hung-up']);
  });

  test('13 when the budget is used up', async () => {
    const { centre, call } = await customerRinging({ open: { task: { ...task, maxAttempts: 1 } } });
    await bothEnd(call, 'busy');
    const row = centre.row(17);
    expect(row).toMatchObject({ status: 13, tel: promised.tel, имя: 'Zoë' });
    expect(row).not.toHaveProperty('date_callback');
    expect(row).not.toHaveProperty('_due_at');
  });

  test('the retry is dialled by itself, and its attempt counts in the same budget', async () => {
    const { centre, call } = await customerRinging({ open: { task: { ...task, maxAttempts: 2 } } });
    await centre.runUntil('2026-11-23T10:30:06Z');
    await bothEnd(call, 'busy');
    await centre.runUntil('2026-11-23T10:30:51.500Z');
    const again = centre.lastCall();
    await again.answers();
    await centre.answerBy('2026-11-23T10:30:55Z', again.presses('1'));
    await centre.runUntil('2026-11-23T10:31:05.500Z');
    await centre.answerBy('2026-11-23T10:31:06Z', again.comesBack());
    await bothEnd(again, 'no-answer');
    expect(outcomes(centre)).toEqual(['customer-busy', 'customer-no-answer']);
    expect(centre.row(17)).toMatchObject({ status: 13 });
  });
});

describe('11: the operator’s leg came to nothing before the customer was dialled', () => {
  test.each([
    ['busy', 'operator-busy'],
    ['no-answer', 'operator-no-answer'],
    ['failed', 'operator-failed'],
    ['completed', 'operator-not-ready'],
  ] as const)('%s: 10 after the operator retry, no customer attempt', async (end, outcome) => {
    const task = { maxAttempts: 1, operators: ['anna'] };
    const { centre, call } = await operatorRinging({ open: { task } });
    await centre.runUntil('2026-11-23T10:30:10Z');
    await call.operatorIs(end);
    await centre.runUntil('2026-11-23T10:30:10Z');
    expect(centre.row(17)).toMatchObject({ status: 10, time_callback: '10:35:10' });
    expect(outcomes(centre)).toEqual([outcome]);
    const [attempt] = centre.attempts(17);
    expect(attempt && budgetUsed([attempt], attempt.promisedAt)).toBe(0);
  });

  test('deferred (“not now”): 10 after their minutes', async () => {
    const { centre, call } = await operatorRinging();
    await call.answers();
    const at = centre.world.clock.now();
    const fact = { kind: 'operatorDeferred', at, minutes: 10 } as const;
    await centre.world.attempts.record(call.attempt, fact);
    await call.operatorIs('completed');
    expect(centre.row(17)).toMatchObject({ status: 10, time_callback: '10:39:46' });
    expect(outcomes(centre)).toEqual(['operator-deferred']);
  });

  test('never sent: 10, due at once', async () => {
    const centre = await CallCentre.open();
    centre.dialler.script({ kind: 'silent', makes: 'no call' });
    centre.put(17, promised);
    await centre.runUntil('2026-11-23T10:30:29.999Z');
    expect(centre.row(17)).toMatchObject({ status: 11 });
    await centre.runUntil('2026-11-23T10:30:30Z');
    expect(outcomes(centre)).toEqual(['never-sent', undefined]);
    expect(centre.dialler.rung).toHaveLength(2);
  });

  test('refused by Twilio for our own reasons: 10 after the operator retry', async () => {
    const centre = await CallCentre.open({ task: { maxAttempts: 1 } });
    centre.dialler.script({ kind: 'refused', class: 'wait', code: 10004 });
    centre.put(17, promised);
    await centre.runUntil('2026-11-23T10:29:46Z');
    expect(centre.row(17)).toMatchObject({ status: 10, time_callback: '10:34:45' });
    expect(outcomes(centre)).toEqual(['refused']);
  });
});

describe('11: withdrawn before the customer is dialled', () => {
  test.each([
    ['moved', { status: 10, time_callback: '12:00' }, { status: 10, time_callback: '12:00:00' }],
    ['cancelled with 12', { status: 12 }, { status: 12, time_callback: '10:30:00' }],
    ['refused', { status: 10, callaftermin: 'soon' }, { status: 10, callaftermin: 'soon' }],
  ])('%s: what the row now says', async (_, written, shown) => {
    const { centre, call } = await operatorWaiting();
    centre.write(17, written);
    await centre.follow();
    expect(centre.dialler.toldWithdrawn).toEqual([call.attempt]);
    expect(await call.isTold()).toMatchObject({ kind: 'tell' });
    await call.operatorIs('completed');
    await centre.follow();
    expect(centre.row(17)).toMatchObject(shown);
    expect(outcomes(centre)).toEqual(['withdrawn']);
    expect(await centre.world.attempts.held()).toEqual([]);
  });

  test('deleted: the row stays away', async () => {
    const { centre, call } = await operatorWaiting();
    centre.delete(17);
    await centre.follow();
    await call.operatorIs('completed');
    expect(centre.row(17)).toEqual({});
    expect(await centre.world.attempts.held()).toEqual([]);
  });
});

describe('11: reached, then the customer’s leg ended', () => {
  test('12 for a row that was claimed from 10', async () => {
    const { centre, call } = await talking();
    expect(centre.row(17)).toMatchObject({ status: 11 });
    await centre.runUntil('2026-11-23T10:32:00Z');
    await call.customerIs('completed', 114);
    const row = centre.row(17);
    expect(row).toMatchObject({ status: 12, date_call: '2026-11-23T10:29:45.000Z', имя: 'Zoë' });
    expect(row).not.toHaveProperty('date_callback');
    expect(outcomes(centre)).toEqual(['reached']);
  });

  test('12 also when the operator hangs up first', async () => {
    const { centre, call } = await talking();
    await call.operatorIs('completed');
    await call.dialEnds({ as: 'completed', bridged: true, seconds: 9, callerGone: true });
    expect(centre.row(17)).toMatchObject({ status: 12 });
    expect(await centre.world.attempts.held()).toEqual([]);
  });

  test('12 also when the operator hangs up first and the end of the dial is not told', async () => {
    const { centre, call } = await talking();
    await call.operatorIs('completed');
    call.end(call.customer, 'completed', 9);
    await centre.runUntil('2026-11-23T10:31:30Z');
    expect(centre.row(17)).toMatchObject({ status: 12 });
  });
});

test('13, the last attempt: late proof that the customer was reached makes it 12', async () => {
  const { centre, call } = await customerRinging({ open: { task: { maxAttempts: 1 } } });
  await bothEnd(call, 'no-answer');
  expect(centre.row(17)).toMatchObject({ status: 13 });
  await call.customerIs('answered');
  expect(centre.row(17)).toMatchObject({ status: 12 });
});

describe('10, own retry, unclaimed: late proof that the customer was reached', () => {
  test('12, and the budget is given back', async () => {
    const { centre, call } = await customerRinging();
    await bothEnd(call, 'no-answer');
    expect(centre.row(17)).toMatchObject({ status: 10, time_callback: '10:35:01' });
    await call.customerIs('answered');
    expect(centre.row(17)).toMatchObject({ status: 12 });
    const [attempt] = centre.attempts(17);
    expect(attempt && budgetUsed([attempt], attempt.promisedAt)).toBe(0);
    await centre.runUntil('2026-11-23T11:00:00Z');
    expect(centre.dialler.rung).toHaveLength(1);
  });

  test('once it is claimed again, or moved by a person, the proof does not touch it', async () => {
    const { centre, call } = await customerRinging();
    await bothEnd(call, 'no-answer');
    centre.write(17, { time_callback: '15:00' });
    await call.customerIs('answered');
    await centre.follow();
    expect(centre.row(17)).toMatchObject({ status: 10, time_callback: '15:00:00' });
  });
});

describe('11: another call is promised while this one is on', () => {
  test('10 at the new instant; the end of the running call does not undo it', async () => {
    const { centre, call } = await talking();
    centre.write(17, { status: 10, callaftermin: 60 });
    await centre.follow();
    const anHour = { status: 10, time_callback: '11:30:06', _due_at: '2026-11-23T11:30:06.000Z' };
    expect(centre.row(17)).toMatchObject(anHour);
    await call.customerIs('completed', 20);
    await call.operatorIs('completed');
    await centre.follow();
    expect(centre.row(17)).toMatchObject(anHour);
    expect(outcomes(centre)).toEqual(['reached']);
  });

  test('the end of a call that did not reach them does not undo it either', async () => {
    const { centre, call } = await customerRinging();
    centre.write(17, { status: 10, callaftermin: 60 });
    await centre.follow();
    await bothEnd(call, 'busy');
    await centre.follow();
    expect(centre.row(17)).toMatchObject({ status: 10, time_callback: '11:30:01' });
  });
});

test('a row that is ordered again with another number waits for the end of its call', async () => {
  const { centre, call } = await talking();
  centre.put(17, { tel: '+442079460018', status: 10, callaftermin: 0 });
  await centre.runUntil('2026-11-23T10:34:00Z');
  expect(centre.dialler.rung).toHaveLength(1);
  await call.dialEnds({ as: 'completed', bridged: true, seconds: 200, callerGone: true });
  await centre.runUntil('2026-11-23T10:45:00Z');
  expect(centre.dialler.rung).toHaveLength(2);
});
