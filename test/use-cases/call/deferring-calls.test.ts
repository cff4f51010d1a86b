import { deferCall } from '../../../lambdas/use-cases/call/defer-call.ts';
import { finishWrapUp } from '../../../lambdas/use-cases/call/finish-wrap-up.ts';
import { hangUpCall } from '../../../lambdas/use-cases/call/hang-up-call.ts';
import { placeCall } from '../../../lambdas/use-cases/own-calls/place-call.ts';
import { CallCentre } from '../../support/call-centre.ts';
import { CallIn } from '../../support/call-in.ts';
import { anna } from '../../support/sample-task.ts';
import {
  customerRinging,
  operatorRinging,
  operatorWaiting,
  promised,
  talking,
} from '../../support/scenarios.ts';

describe('“not now”', () => {
  test('silences a phone that rings, and the customer is called in so many minutes', async () => {
    const { centre, call } = await operatorRinging();
    const { attempt, operator } = call;
    expect(await deferCall(centre.ports, { attempt, minutes: 20 })).toBe(true);
    expect(centre.dialler.hungUp).toEqual([operator.sid]);
    await call.operatorIs('canceled');
    expect(centre.row(17)).toMatchObject({ status: 10, time_callback: '10:49:46' });
    expect(centre.attempts(17)[0]?.facts.settled?.outcome).toBe('operator-deferred');
  });

  test('silences a phone that the network has not named yet', async () => {
    const centre = await CallCentre.open();
    centre.dialler.meanwhile = ({ attempt }) => deferCall(centre.ports, { attempt, minutes: 20 });
    centre.put(17, promised);
    await centre.runUntil('2026-11-23T10:29:46Z');
    const { sid } = centre.dialler.legs[0] ?? {};
    expect(centre.dialler.hungUp).toEqual([sid]);
  });

  test('is confirmed to an operator who is on the line', async () => {
    const { centre, call } = await operatorWaiting();
    const { attempt } = call;
    expect(await deferCall(centre.ports, { attempt, minutes: 20 })).toBe(true);
    expect(centre.dialler.toldWithdrawn).toEqual([attempt]);
    expect(await call.isTold()).toMatchObject({ kind: 'tell', message: 'not-now' });
    expect(await call.comesBack()).toMatchObject({ kind: 'tell', message: 'not-now' });
  });

  test('is told to an operator who answers at that moment', async () => {
    const { centre, call } = await operatorRinging();
    await deferCall(centre.ports, { attempt: call.attempt, minutes: 20 });
    expect(await call.answers()).toMatchObject({ kind: 'tell', message: 'not-now' });
  });

  test('comes too late when the customer’s phone rings', async () => {
    const { centre, call } = await customerRinging();
    expect(await deferCall(centre.ports, { attempt: call.attempt, minutes: 20 })).toBe(false);
    expect(centre.dialler.toldWithdrawn).toEqual([]);
    expect(centre.attempts(17)[0]?.facts).not.toHaveProperty('operatorDeferred');
  });

  test('is no answer to a customer who called in', async () => {
    const centre = await CallCentre.open();
    const call = new CallIn(centre, '+442079460017');
    await call.arrives();
    const attempt = call.attempt ?? ('' as never);
    expect(await deferCall(centre.ports, { attempt, minutes: 20 })).toBe(false);
  });
});

describe('hanging up at the desk', () => {
  test('ends the operator’s leg, which takes the customer’s along', async () => {
    const { centre, call } = await talking();
    expect(await hangUpCall(centre.ports, call)).toBe(true);
    expect(centre.dialler.hungUp).toEqual([call.operator.sid]);
  });

  test('ends the talk with a customer who called in', async () => {
    const centre = await CallCentre.open();
    const call = new CallIn(centre, '+442079460017');
    await call.arrives();
    await call.operatorAnswers();
    await call.operatorPresses('1');
    expect(await hangUpCall(centre.ports, { attempt: call.attempt ?? ('' as never) })).toBe(true);
    expect(centre.dialler.hungUp).toEqual([call.child.sid]);
    const end = { as: 'completed', bridged: true } as const;
    expect(await call.dialEnds(end)).toEqual({ kind: 'hang-up' });
  });

  test('leaves a customer who called in on the line while it only rings: the next operator’s phone rings', async () => {
    const centre = await CallCentre.open();
    const call = new CallIn(centre, '+442079460017');
    await call.arrives();
    await call.operatorIs('ringing');
    expect(await hangUpCall(centre.ports, { attempt: call.attempt ?? ('' as never) })).toBe(true);
    expect(centre.dialler.hungUp).toEqual([call.child.sid]);
    expect(await call.dialEnds({ as: 'canceled' })).toMatchObject({
      kind: 'dial-operator',
      address: '+442079460992',
    });
  });

  test('takes back a call that the operator wanted, and nothing is ordered', async () => {
    const centre = await CallCentre.open();
    centre.put(17, { tel: '020 7946 0017' });
    const target = { row: { task: 'demo', Id: 17 } };
    await placeCall(centre.ports, { operator: anna, target });
    const call = centre.lastCall();
    expect(await hangUpCall(centre.ports, call)).toBe(true);
    await call.operatorIs('canceled');
    expect(centre.row(17)).not.toHaveProperty('status');
    expect(centre.attempts(17)[0]?.facts.settled?.outcome).toBe('withdrawn');
  });

  test('silences the phone of an operator who takes their call back before the network has named it', async () => {
    const centre = await CallCentre.open();
    centre.dialler.meanwhile = (call) => hangUpCall(centre.ports, call);
    centre.put(17, { tel: '020 7946 0017' });
    await placeCall(centre.ports, { operator: anna, target: { row: { task: 'demo', Id: 17 } } });
    const { sid } = centre.dialler.legs[0] ?? {};
    expect(centre.dialler.hungUp).toEqual([sid]);
  });

  test('has nothing to end when the call is over', async () => {
    const { centre, call } = await talking();
    await call.customerIs('completed', 5);
    await call.operatorIs('completed');
    expect(await hangUpCall(centre.ports, call)).toBe(false);
    expect(await hangUpCall(centre.ports, { attempt: 'demo.99.none' as never })).toBe(false);
  });
});

test('“done” gives the operator the call that waits longest', async () => {
  const { centre, call } = await talking({ open: { task: { operators: ['anna'] } } });
  centre.put(18, { tel: '020 7946 0018', status: 10, callaftermin: 0 });
  await centre.runUntil('2026-11-23T10:30:10Z');
  await call.customerIs('completed', 5);
  await call.operatorIs('completed');
  await finishWrapUp(centre.ports, anna);
  await centre.runUntil('2026-11-23T10:30:12Z');
  expect(centre.attempts(18)).toHaveLength(1);
});
