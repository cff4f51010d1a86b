import type { CallTarget } from '../../../lambdas/use-cases/own-calls/attach-call.ts';
import { routeOutboundCall } from '../../../lambdas/use-cases/own-calls/route-outbound-call.ts';
import { checkAttempt } from '../../../lambdas/use-cases/recovery/check-attempt.ts';
import { CallCentre } from '../../support/call-centre.ts';
import { CallIn } from '../../support/call-in.ts';
import { anna } from '../../support/sample-task.ts';

/** An operator calls from their browser or desk phone: their own leg is the first. */

const tel = '020 7946 0017';
const row17: CallTarget = { row: { task: 'demo', Id: 17 } };

async function open(columns: object = {}, task: object = {}): Promise<CallCentre> {
  const centre = await CallCentre.open({ task });
  centre.put(17, { tel, ...columns });
  await centre.follow();
  return centre;
}

function annaCalls(centre: CallCentre): CallIn {
  return new CallIn(centre, 'client:anna');
}

function routed(centre: CallCentre, call: CallIn, target: CallTarget = row17) {
  const own = { sid: call.sid, operator: anna, address: 'client:anna', target };
  return call.take(routeOutboundCall(centre.ports, own));
}

test('the customer is dialled at once, and the call is attached to their row', async () => {
  const centre = await open();
  const call = annaCalls(centre);
  const step = await routed(centre, call, { tel });
  expect(step).toEqual({
    kind: 'dial',
    customer: '+442079460017',
    callerId: '+442079460000',
    ringSeconds: 30,
    isWatched: false,
    detectsMachines: false,
  });
  expect(centre.row(17)).toMatchObject({ status: 11, _attempt: call.attempt });
  expect(centre.dialler.rung).toEqual([]);
});

test('the same request again is the same attempt', async () => {
  const centre = await open();
  const call = annaCalls(centre);
  const first = await routed(centre, call);
  const { attempt } = call;
  expect(await routed(centre, call)).toEqual(first);
  expect(call.attempt).toBe(attempt);
  expect(centre.attempts(17)).toHaveLength(1);
});

test('two requests at once are one attempt, too', async () => {
  const centre = await open();
  const call = annaCalls(centre);
  const steps = await Promise.all([routed(centre, call), routed(centre, call)]);
  expect(steps.map(({ kind }) => kind)).toEqual(['dial', 'dial']);
  expect(centre.attempts(17)).toHaveLength(1);
});

test('a talk ends the row as any other call that nobody promised', async () => {
  const centre = await open();
  const call = annaCalls(centre);
  await routed(centre, call);
  await call.customerIs('answered');
  expect(await call.ownDialEnds({ as: 'completed', bridged: true, seconds: 9 })).toEqual({
    kind: 'hang-up',
  });
  await call.hangsUp();
  await centre.follow();
  expect(centre.row(17)).not.toHaveProperty('status');
  expect(await centre.world.attempts.held()).toEqual([]);
});

test('a customer who is busy is dialled again by the system', async () => {
  const centre = await open();
  const call = annaCalls(centre);
  await routed(centre, call);
  expect(await call.ownDialEnds({ as: 'busy' })).toMatchObject({ message: 'customer-busy' });
  await call.hangsUp();
  expect(centre.row(17)).toMatchObject({ status: 10, time_callback: '10:05:00' });
});

test('one that the operator hangs up while it rings is a customer attempt', async () => {
  const centre = await open();
  const call = annaCalls(centre);
  await routed(centre, call);
  await call.ownDialEnds({ callerGone: true });
  await call.hangsUp();
  expect(centre.attempts(17)[0]?.facts.settled?.outcome).toBe('operator-hung-up');
});

describe('what is not dialled is said', () => {
  test.each<[string, object, object, CallTarget]>([
    ['barred', { status: 14 }, {}, row17],
    ['paused', {}, { paused: 'audit' }, row17],
    ['not-your-task', {}, { operators: ['ivan'] }, row17],
    ['no-row', {}, {}, { row: { task: 'demo', Id: 99 } }],
    ['not-a-number', {}, {}, { tel: '12' }],
    ['emergency-number', {}, {}, { tel: '112' }],
  ])('%s', async (message, columns, task, target) => {
    const centre = await open(columns, { language: 'ru', ...task });
    const call = annaCalls(centre);
    const language = message === 'not-your-task' || message === 'no-row' ? 'en' : 'ru';
    const step = await routed(centre, call, target);
    if (message === 'no-row') expect(step).toMatchObject({ kind: 'tell', message });
    else expect(step).toEqual({ kind: 'tell', message, tongue: { language } });
    expect(call.attempt).toBeUndefined();
  });
});

test('whoever hangs up before anything is dialled orders nothing', async () => {
  const centre = await open();
  const call = annaCalls(centre);
  centre.world.attempts.permit = () => Promise.reject(new Error('the table is away'));
  await expect(routed(centre, call)).rejects.toThrow();
  call.end();
  await centre.runUntil('2026-11-23T10:00:40Z');
  const [attempt] = centre.attempts(17);
  if (attempt !== undefined) await checkAttempt(centre.ports, attempt.id);
  await centre.follow();
  expect(centre.row(17)).not.toHaveProperty('status');
  expect(await centre.world.attempts.held()).toEqual([]);
});

test('where all callbacks are lost the legs are asked about', async () => {
  const centre = await open();
  const call = annaCalls(centre);
  await routed(centre, call);
  call.child.state = { endedAs: 'completed', seconds: 20, endedAt: centre.world.clock.now() };
  call.end();
  await centre.runUntil('2026-11-23T10:01:00Z');
  const [attempt] = centre.attempts(17);
  if (attempt !== undefined) await checkAttempt(centre.ports, attempt.id);
  await centre.follow();
  expect(centre.attempts(17)[0]?.facts.settled?.outcome).toBe('reached');
  expect(await centre.world.attempts.held()).toEqual([]);
});
