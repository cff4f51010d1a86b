import type { FaultPlan } from '../src/legs/faults.ts';
import { customer, NetworkUnderTest, operator, ownNumber } from './network-under-test.ts';

let net: NetworkUnderTest;
beforeEach(async () => {
  net = await new NetworkUnderTest().start();
  net.webhooks.on('/voice', `<Dial><Number statusCallback="/child">${customer}</Number></Dial>`);
});
afterEach(() => net.stop());

const call = (changes = {}) =>
  net.twilio.calls.create({
    to: operator,
    from: ownNumber,
    url: net.webhooks.url('/voice'),
    statusCallback: net.webhooks.url('/parent'),
    statusCallbackEvent: ['initiated', 'ringing', 'answered', 'completed'],
    ...changes,
  });
const reported = (path = '/parent') =>
  net.webhooks.callbacksAt(path).map(({ CallStatus }) => CallStatus);
const arrived = () => net.webhooks.parametersAt('/parent').map(({ CallStatus }) => CallStatus);
const whole = ['initiated', 'ringing', 'in-progress', 'completed'];
const callWith = async (plan: FaultPlan) => {
  expect((await net.request('PUT', '/phones/faults', plan)).status).toBe(200);
  await call();
  await net.pass(90);
};

describe('status callbacks', () => {
  test('can be lost', async () => {
    await callWith({ callbacks: [{ leg: 'parent', status: 'completed', lose: 1 }] });
    expect(reported()).toEqual(['initiated', 'ringing', 'in-progress']);
    expect(reported('/child')).toEqual(['completed']);
    expect(await net.debuggerCodes()).toEqual([15002]);
  });

  test('can be lost for the legs of a Dial only', async () => {
    await callWith({ callbacks: [{ leg: 'child', lose: 1 }] });
    expect(reported()).toEqual(whole);
    expect(reported('/child')).toEqual([]);
  });

  test('can be lost for one phone only, and only so many times', async () => {
    await callWith({ callbacks: [{ leg: operator, lose: 1, times: 2 }] });
    expect(reported()).toEqual(['in-progress', 'completed']);
  });

  test('can come twice', async () => {
    await callWith({ callbacks: [{ status: 'ringing', repeat: 1 }] });
    expect(reported()).toEqual(['initiated', 'ringing', 'ringing', 'in-progress', 'completed']);
  });

  test('can come late', async () => {
    await callWith({ callbacks: [{ status: 'initiated', delayMs: 60_000 }] });
    expect(arrived()).toEqual(['ringing', 'in-progress', 'completed', 'initiated']);
  });

  test('can come after the next one', async () => {
    await callWith({ callbacks: [{ status: 'initiated', reorder: 1 }] });
    expect(arrived()).toEqual(['ringing', 'initiated', 'in-progress', 'completed']);
  });

  test('that wait for a next one in vain come after two seconds', async () => {
    await callWith({ callbacks: [{ status: 'completed', reorder: 1 }] });
    expect(reported()).toEqual(whole);
  });

  test('go wrong in the same way with the same seed', async () => {
    const plan = { seed: 7, callbacks: [{ lose: 0.5 }] };
    await callWith(plan);
    const first = reported();
    net.webhooks.received.length = 0;
    await callWith(plan);
    expect(reported()).toEqual(first);
    expect(first.length).toBeLessThan(4);
  });
});

describe('requests for TwiML', () => {
  test('can be lost', async () => {
    await callWith({ webhooks: [{ lose: 1, times: 1 }] });
    expect(net.webhooks.at('/voice')).toEqual([]);
    expect(await net.debuggerCodes()).toEqual([11205]);
  });

  test('can come twice; the call goes on once', async () => {
    await callWith({ webhooks: [{ repeat: 1 }] });
    expect(net.webhooks.at('/voice')).toHaveLength(2);
    expect(await net.calls()).toHaveLength(2);
  });

  test('can come late', async () => {
    await callWith({ webhooks: [{ delayMs: 5000 }] });
    expect(await net.calls()).toMatchObject([{}, { created: '2026-11-23T10:00:06.000Z' }]);
  });
});

describe('create', () => {
  const failure = async () =>
    call({ statusCallback: undefined }).then(
      () => 'accepted',
      ({ status, code }) => [status, code],
    );

  test.each([
    ['answer-5xx-but-call', [500, 20500], 1],
    ['answer-5xx-no-call', [500, 20500], 0],
    ['429', [429, 20429], 0],
  ])('%s', async (mode, expected, legs) => {
    await net.request('PUT', '/phones/faults', { create: { mode, times: 2 } });
    expect([await failure(), await failure()]).toEqual([expected, expected]);
    expect(await net.calls()).toHaveLength(2 * legs);
    expect(await failure()).toBe('accepted');
  });

  test('hang-but-call: the phone rings, and no answer ever comes', async () => {
    await net.request('PUT', '/phones/faults', { create: { mode: 'hang-but-call', times: 1 } });
    const form = new URLSearchParams({
      To: operator,
      From: ownNumber,
      Url: net.webhooks.url('/voice'),
    });
    const giveUp = new AbortController();
    const answer = fetch(
      `${net.baseUrl}/2010-04-01/Accounts/AC00000000000000000000000000000001/Calls.json`,
      {
        method: 'POST',
        body: form,
        headers: {
          authorization: `Basic ${btoa('AC00000000000000000000000000000001:a-token-for-tests')}`,
        },
        signal: giveUp.signal,
      },
    ).then(
      () => 'answered',
      () => 'gave up',
    );
    while ((await net.calls()).length === 0) await net.pass(0);
    giveUp.abort();
    expect(await answer).toBe('gave up');
    expect(await net.calls()).toMatchObject([{ status: 'ringing' }]);
  });
});

test('DELETE makes everything go right again', async () => {
  await net.request('PUT', '/phones/faults', { callbacks: [{ lose: 1 }], create: { mode: '429' } });
  expect((await net.request('DELETE', '/phones/faults')).status).toBe(204);
  await call();
  await net.pass(90);
  expect(reported()).toEqual(whole);
});

test.each([
  ['an impossible probability', { callbacks: [{ lose: 2 }] }, /callbacks\.0\.lose/],
  ['an unknown mode', { create: { mode: 'explode' } }, /create\.mode/],
  ['an unknown word', { callback: [] }, /callback/],
])('refuses %s with a sentence', async (_, plan, sentence) => {
  const response = await net.request('PUT', '/phones/faults', plan);
  expect(response.status).toBe(400);
  expect(await response.json()).toEqual({ error: expect.stringMatching(sentence) });
});
