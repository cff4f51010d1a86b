import { answerInboundCall } from '../../../lambdas/use-cases/inbound/answer-inbound-call.ts';
import { checkAttempt } from '../../../lambdas/use-cases/recovery/check-attempt.ts';
import { CallCentre } from '../../support/call-centre.ts';
import { CallIn } from '../../support/call-in.ts';
import { promised } from '../../support/scenarios.ts';

/** A customer called, and no callback of Twilio's arrives: what became of it is asked. */

const his = '+442079460017';

async function open(columns?: object, given: Parameters<typeof CallCentre.open>[0] = {}) {
  const centre = await CallCentre.open(given);
  if (columns !== undefined) centre.put(17, { tel: '020 7946 0017', ...columns });
  await centre.follow();
  return centre;
}

async function letThrough(call: CallIn) {
  await call.operatorAnswers();
  return call.operatorPresses('1');
}

describe('with all callbacks lost', () => {
  test('a talk is found out, and nothing stays held', async () => {
    const centre = await open(promised);
    const call = new CallIn(centre, his);
    await call.arrives();
    await letThrough(call);
    call.child.state = 'answered';
    await centre.runUntil('2026-11-23T10:00:20Z');
    call.end();
    await askUntilQuiet(centre);
    expect(centre.row(17)).toMatchObject({ status: 12 });
  });

  test('a caller who hung up as the operator was let through has not talked', async () => {
    const centre = await open(promised);
    const call = new CallIn(centre, his);
    await call.arrives();
    await letThrough(call);
    call.end();
    await askUntilQuiet(centre);
    expect(centre.row(17)).toMatchObject({ status: 10, time_callback: '10:30:00' });
    expect(centre.attempts(17)[0]?.facts.settled?.outcome).toBe('caller-gone');
  });

  test('a customer who hung up is found out, and their promise stands', async () => {
    const centre = await open(promised);
    const call = new CallIn(centre, his);
    await call.arrives();
    expect(call.child.state).toBe('ringing');
    call.end();
    await askUntilQuiet(centre);
    expect(centre.row(17)).toMatchObject({ status: 10, time_callback: '10:30:00' });
    expect(centre.attempts(17)[0]?.facts.settled?.outcome).toBe('caller-gone');
  });

  test('a phone that was never rung is found out', async () => {
    const centre = await open(promised);
    const call = new CallIn(centre, his);
    await answerInboundCall(centre.ports, { sid: call.sid, from: his, to: '+442079460000' });
    call.end();
    await askUntilQuiet(centre);
    expect(centre.row(17)).toMatchObject({ status: 10, time_callback: '10:30:00' });
  });

  test('the leg of an earlier operator is not taken for the next one’s', async () => {
    const centre = await open({});
    const call = new CallIn(centre, his);
    await call.arrives();
    const busy = call.child;
    busy.state = { endedAs: 'busy', seconds: 0, endedAt: centre.world.clock.now() };
    await call.dialEnds({ as: 'busy' });
    const second = call.child;
    await centre.runUntil('2026-11-23T10:00:40Z');
    await checkAttempt(centre.ports, call.attempt ?? ('' as never));
    const [, attempt] = centre.attempts(17);
    expect(attempt?.facts.operatorCreated?.sid).toBe(second.sid);
    expect(attempt?.facts).not.toHaveProperty('settled');
  });
});

/** What the reconciler does, every half minute for two minutes. */
async function askUntilQuiet(centre: CallCentre): Promise<void> {
  for (const at of ['10:00:40', '10:01:00', '10:01:30', '10:02:00']) {
    await centre.runUntil(`2026-11-23T${at}Z`);
    for (const { id } of centre.attempts(17)) await checkAttempt(centre.ports, id);
  }
  await centre.follow();
  expect(await centre.world.attempts.held()).toEqual([]);
}
