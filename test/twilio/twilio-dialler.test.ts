import { KnownAccount } from '../../lambdas/adapters/twilio/known-account.ts';
import { TwilioDialler } from '../../lambdas/adapters/twilio/twilio-dialler.ts';
import { attemptId } from '../../lambdas/domain/attempt/attempt.ts';
import { permitted } from '../../lambdas/domain/gate/permitted.ts';
import type { OperatorCall } from '../../lambdas/ports/calls/dialler.ts';
import {
  accountSid,
  authToken,
  customer,
  NetworkUnderTest,
  operator,
  ownNumber,
} from '../../lib/phone-network/test/network-under-test.ts';

const attempt = attemptId({ task: 'demo', Id: 17 }, 'a1');
const call: OperatorCall = {
  attempt,
  to: permitted(operator),
  from: ownNumber,
  ringSeconds: 25,
  isWatched: true,
  language: 'ru',
};
const start = Date.parse('2026-11-23T10:00:00.000Z');

let under: NetworkUnderTest;
beforeEach(async () => {
  under = await new NetworkUnderTest().start();
});
afterEach(() => under.stop());

function dialler(tokens: [string, ...string[]] = [authToken]): TwilioDialler {
  const account = new KnownAccount(async () => ({ sid: accountSid, authTokens: tokens }), {
    now: () => start,
  });
  return new TwilioDialler({
    account,
    clock: { now: () => start },
    apiUrl: under.baseUrl,
    publicBaseUrl: under.webhooks.url(''),
    apologyBaseUrl: under.webhooks.url(''),
  });
}

/** Rings the operator and returns the call's SID. */
async function rung(to = permitted(operator)): Promise<string> {
  const submission = await dialler().ring({ ...call, to });
  if (submission.kind !== 'created') throw new Error(`expected a call, got ${submission.kind}`);
  return submission.sid;
}

test("rings the operator; all news of their leg and its flow come with the attempt's id", async () => {
  under.phone(operator, { answer: 'human', afterSeconds: 2, hangUpAfterSeconds: 3 });
  under.webhooks.on('/voice/operator', '<Pause length="60"/>');
  const sid = await rung();
  await under.pass(10);
  const [flow] = under.webhooks.at('/voice/operator');
  expect(flow?.url).toBe(under.webhooks.url('/voice/operator?attempt=demo.17.a1'));
  expect(flow).toMatchObject({ method: 'POST', parameters: { CallSid: sid, From: ownNumber } });
  const events = under.webhooks.parametersAt('/events/operator');
  expect(events.map(({ CallStatus }) => CallStatus)).toEqual(['ringing', 'completed']);
  expect(under.webhooks.at('/events/operator')[0]?.url).toContain('?attempt=demo.17.a1');
});

test('stops ringing after the ring time', async () => {
  under.phone(operator, { answer: 'manual' });
  const sid = await rung();
  await under.pass(24);
  expect((await dialler().leg(sid))?.state).toBe('ringing');
  await under.pass(2);
  expect((await dialler().leg(sid))?.state).toEqual({
    endedAs: 'no-answer',
    seconds: 0,
    endedAt: start + 25_000,
  });
});

test('asks for a repeat of a webhook that failed, and falls back when that fails too', async () => {
  under.phone(operator, { answer: 'human', afterSeconds: 1 });
  under.webhooks.on('/voice/operator', { status: 500 });
  await rung();
  await under.pass(5);
  expect(under.webhooks.at('/voice/operator')).toHaveLength(3);
  expect(under.webhooks.at('/sorry-ru.xml')).toMatchObject([{ method: 'GET' }]);
});

test('shows a leg as it rings, talks and ends; an unknown leg as none', async () => {
  under.phone(operator, { answer: 'human', afterSeconds: 2, hangUpAfterSeconds: 7 });
  under.webhooks.on('/voice/operator', '<Pause length="60"/>');
  const sid = await rung();
  expect(await dialler().leg(sid)).toEqual({ sid, createdAt: start, state: 'ringing' });
  await under.pass(3);
  expect((await dialler().leg(sid))?.state).toBe('answered');
  await under.pass(10);
  expect((await dialler().leg(sid))?.state).toEqual({
    endedAs: 'completed',
    seconds: 7,
    endedAt: start + 9_000,
  });
  expect(await dialler().leg('CA00000000000000000000000000000000')).toBeUndefined();
});

test('lists the calls that were made to an address since an instant, and no others', async () => {
  under.phone(operator, { answer: 'busy' });
  await rung();
  await under.pass(60);
  const later = await rung();
  await rung(permitted(customer));
  const legs = await dialler().legsTo(operator, start + 60_400);
  expect(legs).toMatchObject([{ sid: later, createdAt: start + 60_000 }]);
  expect(await dialler().legsTo(operator, start)).toHaveLength(2);
});

test('lists the legs that a call dialled', async () => {
  under.phone(operator, { answer: 'human', afterSeconds: 1 });
  under.phone(customer, { answer: 'busy' });
  under.webhooks.on('/voice/operator', `<Dial callerId="${ownNumber}">${customer}</Dial>`);
  const sid = await rung();
  expect(await dialler().childrenOf(sid)).toEqual([]);
  await under.pass(3);
  const [child, ...others] = await dialler().childrenOf(sid);
  expect(child?.state).toMatchObject({ endedAs: 'busy', seconds: 0 });
  expect(others).toEqual([]);
});

test('leads an operator who is on the line to the words that say why the call is off', async () => {
  under.phone(operator, { answer: 'human', afterSeconds: 1 });
  under.webhooks.on('/voice/operator', '<Pause length="60"/>');
  const sid = await rung();
  await under.pass(2);
  await dialler().tellWithdrawn(sid, attempt);
  await under.pass(1);
  expect(under.webhooks.at('/voice/withdrawn')[0]?.url).toContain('?attempt=demo.17.a1');
});

test('ends a leg that rings and one that talks; one that is over, or never was, is fine', async () => {
  under.phone(operator, { answer: 'human', afterSeconds: 5 });
  under.webhooks.on('/voice/operator', '<Pause length="60"/>');
  const ringing = await rung();
  await under.pass(1);
  await dialler().hangUp(ringing);
  const talking = await rung();
  await under.pass(6);
  await dialler().hangUp(talking);
  await under.pass(1);
  for (const sid of [ringing, talking]) {
    expect((await dialler().leg(sid))?.state).toMatchObject({ endedAt: expect.any(Number) });
    await dialler().hangUp(sid);
    await dialler().tellWithdrawn(sid, attempt);
  }
  await dialler().hangUp('CA00000000000000000000000000000000');
});

describe('tells why Twilio refused', () => {
  test('a number that is none', async () => {
    expect(await dialler().ring({ ...call, to: permitted('+1202') })).toEqual({
      kind: 'refused',
      class: 'number',
      code: 21211,
    });
  });

  test('a caller ID that is not ours', async () => {
    expect(await dialler().ring({ ...call, from: '+442079460099' })).toMatchObject({
      kind: 'refused',
      class: 'stop',
    });
  });

  test('credentials that do not fit', async () => {
    expect(await dialler(['wrong']).ring(call)).toMatchObject({
      kind: 'refused',
      class: 'stop',
      code: 20003,
    });
    expect(await under.calls()).toEqual([]);
  });
});

test('goes on with the next token when the one in force was exchanged', async () => {
  expect(await dialler(['exchanged', authToken]).ring(call)).toMatchObject({ kind: 'created' });
  expect(await under.calls()).toHaveLength(1);
});

test('reads the credentials again when they do not fit any more', async () => {
  const clock = { at: start, now: () => clock.at };
  let token = 'exchanged';
  const read = async () => ({ sid: accountSid, authTokens: [token] as [string] });
  const account = new KnownAccount(read, clock);
  const parts = { account, clock, apiUrl: under.baseUrl, publicBaseUrl: under.webhooks.url('') };
  const running = new TwilioDialler(parts);
  expect(await running.ring(call)).toMatchObject({ kind: 'refused' });
  token = authToken;
  clock.at = start + 60_000;
  expect(await running.ring(call)).toMatchObject({ kind: 'created' });
  expect(await under.calls()).toHaveLength(1);
});
