import { attemptId } from '../../../lambdas/domain/attempt/attempt.ts';
import type { Fact } from '../../../lambdas/domain/attempt/facts.ts';
import { orderFieldsOf } from '../../../lambdas/domain/row/row.ts';
import { takeOver } from '../../../lambdas/domain/settlement/take-over.ts';
import { CallCentre } from '../../support/call-centre.ts';
import { OperatorCall } from '../../support/operator-call.ts';
import { fact, sampleAttempt } from '../../support/sample-attempt.ts';
import { promised } from '../../support/scenarios.ts';

/**
 * The line “an operator calls the customer themselves, or the customer calls in” from the claim on:
 * what such a call means for the promise that the row holds, and how it ends.
 */

/** Anna calls row 17’s customer, and their phone rings. */
async function annaCalls(centre: CallCentre): Promise<OperatorCall> {
  const { clock, rows, attempts } = centre.world;
  const key = { task: 'demo', Id: 17 };
  const row = await rows.get(key);
  if (row === undefined) throw new Error('there is no row');
  const at = clock.now();
  const id = attemptId(key, `m${at}`);
  const order = { ...orderFieldsOf(row.columns), status: '11' };
  const attempt = {
    ...sampleAttempt({ id, origin: 'manual', dueAt: at, claimedAt: at, order }),
    ...takeOver(row, at),
  };
  const fields = orderFieldsOf(row.columns);
  await attempts.claim({ attempt, row, change: { kind: 'serve', attempt: id, fields, at }, at });
  const operator = centre.dialler.add({ to: attempt.operator.address });
  const facts: Fact[] = [
    fact('operatorCreated', { at, sid: operator.sid }),
    fact('operatorReady', { at }),
    fact('dialling', { at }),
  ];
  for (const it of facts) await attempts.record(id, it);
  await centre.follow();
  expect(centre.row(17)).toMatchObject({ status: 11 });
  return new OperatorCall(centre.ports, { attempt: id, operator, dialler: centre.dialler });
}

async function openAt(at: string, columns: object): Promise<CallCentre> {
  const centre = await CallCentre.open({ at });
  centre.put(17, { ...promised, ...columns });
  await centre.follow();
  return centre;
}

describe('a promise due within 30 minutes', () => {
  test('is taken over: 12 when the customer is reached, and they are not called again', async () => {
    const centre = await openAt('2026-11-23T10:00:00Z', {});
    const call = await annaCalls(centre);
    await call.customerIs('completed', 60);
    await call.operatorIs('completed');
    expect(centre.row(17)).toMatchObject({ status: 12 });
    await centre.runUntil('2026-11-23T12:00:00Z');
    expect(centre.dialler.rung).toEqual([]);
  });

  test('is taken over, and is due when it was promised when they are not reached', async () => {
    const centre = await openAt('2026-11-23T10:00:00Z', {});
    const call = await annaCalls(centre);
    await call.customerIs('busy');
    await call.operatorIs('completed');
    expect(centre.row(17)).toMatchObject({ status: 10, time_callback: '10:30:00' });
  });

  test('is over once a call kept it: its time holds back no retry of the next call', async () => {
    const centre = await openAt('2026-11-23T10:00:00Z', {});
    const kept = await annaCalls(centre);
    await kept.customerIs('completed', 60);
    await kept.operatorIs('completed');
    await centre.runUntil('2026-11-23T10:05:00Z');
    const next = await annaCalls(centre);
    await next.customerIs('busy');
    await next.operatorIs('completed');
    expect(centre.row(17)).toMatchObject({ status: 10, time_callback: '10:10:00' });
  });
});

describe('a promise for later', () => {
  const later = { status: 10, time_callback: '10:30:00', _due_at: '2026-11-23T10:30:00.000Z' };

  test('stands again when the call ends, whether the customer was reached', async () => {
    const centre = await openAt('2026-11-23T09:30:00Z', {});
    const call = await annaCalls(centre);
    await call.customerIs('completed', 60);
    await call.operatorIs('completed');
    expect(centre.row(17)).toMatchObject(later);
    await centre.runUntil('2026-11-23T10:30:00Z');
    expect(centre.dialler.rung).toHaveLength(1);
  });

  test('or not, and late proof that they were does not take it away', async () => {
    const centre = await openAt('2026-11-23T09:30:00Z', {});
    const call = await annaCalls(centre);
    await call.customerIs('busy');
    await call.operatorIs('completed');
    expect(centre.row(17)).toMatchObject(later);
    await call.customerIs('answered');
    await centre.follow();
    expect(centre.attempts(17)[0]?.facts).toHaveProperty('corrected');
    expect(centre.row(17)).toMatchObject(later);
  });

  test('gives way to what is promised while they talk', async () => {
    const centre = await openAt('2026-11-23T09:30:00Z', {});
    const call = await annaCalls(centre);
    await call.customerIs('answered');
    centre.write(17, { status: 10, callaftermin: 120 });
    await centre.follow();
    await call.customerIs('completed', 60);
    await centre.follow();
    expect(centre.row(17)).toMatchObject({ status: 10, time_callback: '11:30:00' });
  });
});

test.each([
  ['absent', undefined],
  ['12', 12],
  ['13', 13],
])('from %s, nothing promised: absent when the customer was reached', async (_, status) => {
  const centre = await openAt('2026-11-23T10:00:00Z', { status });
  const call = await annaCalls(centre);
  await call.customerIs('completed', 60);
  await call.operatorIs('completed');
  expect(centre.row(17)).not.toHaveProperty('status');
});
