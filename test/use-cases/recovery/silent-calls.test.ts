import { reconcile } from '../../../lambdas/use-cases/recovery/reconcile.ts';
import type { CallCentre } from '../../support/call-centre.ts';
import { customerRinging, operatorRinging, operatorWaiting } from '../../support/scenarios.ts';

const outcome = (centre: CallCentre) => centre.attempts(17)[0]?.facts.settled?.outcome;

describe('a leg of which nothing is heard after its partner’s end', () => {
  test('is looked up ten seconds later: the customer’s', async () => {
    const { centre, call } = await customerRinging();
    await call.operatorIs('completed');
    call.end(call.customer, 'canceled');
    await centre.runUntil('2026-11-23T10:30:10.999Z');
    expect(outcome(centre)).toBeUndefined();
    await centre.runUntil('2026-11-23T10:30:11Z');
    expect(outcome(centre)).toBe('operator-hung-up');
    expect(centre.row(17)).toMatchObject({ status: 10, time_callback: '10:35:11' });
  });

  test('is looked up ten seconds later: the operator’s', async () => {
    const { centre, call } = await customerRinging();
    await call.customerIs('busy');
    call.end(call.operator, 'completed');
    await centre.runUntil('2026-11-23T10:30:11Z');
    expect(outcome(centre)).toBe('customer-busy');
    expect(await centre.world.attempts.held()).toEqual([]);
  });

  test('and was answered, as Twilio says: reached', async () => {
    const { centre, call } = await customerRinging();
    await call.operatorIs('completed');
    call.end(call.customer, 'completed', 7);
    await centre.runUntil('2026-11-23T10:30:11Z');
    expect(outcome(centre)).toBe('reached');
  });

  test('and still rings is asked after again', async () => {
    const { centre, call } = await customerRinging();
    await call.operatorIs('completed');
    await centre.runUntil('2026-11-23T10:30:15Z');
    expect(outcome(centre)).toBeUndefined();
    call.end(call.customer, 'no-answer');
    await reconcile(centre.ports);
    await centre.runUntil('2026-11-23T10:30:16Z');
    expect(outcome(centre)).toBe('customer-no-answer');
  });

  test('and never was uses no budget: no customer’s leg existed', async () => {
    const scene = await operatorWaiting({ open: { task: { maxAttempts: 1 } } });
    const { centre, call } = scene;
    await centre.runUntil('2026-11-23T10:29:59.500Z');
    await centre.answerBy('2026-11-23T10:30:01Z', call.comesBack());
    await call.operatorIs('completed');
    await centre.runUntil('2026-11-23T10:30:11Z');
    expect(outcome(centre)).toBe('no-customer-leg');
    expect(centre.row(17)).toMatchObject({ status: 10, time_callback: '10:35:11' });
  });
});

test('a customer’s leg is not given up in the moment in which the operator’s end is found', async () => {
  const { centre, call } = await operatorWaiting();
  await centre.runUntil('2026-11-23T10:29:59.500Z');
  await centre.answerBy('2026-11-23T10:30:01Z', call.comesBack());
  call.end(call.operator, 'completed');
  await centre.runUntil('2026-11-23T10:30:30Z');
  await reconcile(centre.ports);
  await centre.runUntil('2026-11-23T10:30:31Z');
  expect(centre.attempts(17)[0]?.facts).toHaveProperty('operatorEnded');
  expect(outcome(centre)).toBeUndefined();
  await centre.runUntil('2026-11-23T10:30:40Z');
  expect(outcome(centre)).toBe('no-customer-leg');
});

test('a call of which every callback is lost is looked up after half a minute', async () => {
  const { centre, call } = await operatorRinging();
  call.end(call.operator, 'no-answer');
  await centre.runUntil('2026-11-23T10:30:14Z');
  await reconcile(centre.ports);
  expect(outcome(centre)).toBeUndefined();
  await centre.runUntil('2026-11-23T10:30:15Z');
  await reconcile(centre.ports);
  await centre.runUntil('2026-11-23T10:30:16Z');
  expect(outcome(centre)).toBe('operator-no-answer');
});

test('an operator’s leg that Twilio does not know has failed', async () => {
  const { centre } = await operatorRinging();
  centre.dialler.legs.length = 0;
  await centre.runUntil('2026-11-23T10:30:15Z');
  await reconcile(centre.ports);
  await centre.runUntil('2026-11-23T10:30:16Z');
  expect(outcome(centre)).toBe('operator-failed');
});
