import { customer, NetworkUnderTest, operator, ownNumber } from './network-under-test.ts';

let net: NetworkUnderTest;
afterEach(() => net.stop());

const events = ['initiated', 'ringing', 'answered', 'completed'];
const started = async (settings = {}) => {
  net = await new NetworkUnderTest({ settings }).start();
  net.webhooks.on('/voice', '<Pause length="600"/>');
};
const call = (changes = {}) =>
  net.twilio.calls.create({
    to: operator,
    from: ownNumber,
    url: net.webhooks.url('/voice'),
    statusCallback: net.webhooks.url('/status'),
    statusCallbackEvent: events,
    ...changes,
  });
const reported = () => net.webhooks.callbacksAt('/status').map(({ CallStatus }) => CallStatus);

test.each([
  [
    'a human answers and hangs up',
    { answer: 'human' },
    ['initiated', 'ringing', 'in-progress', 'completed'],
    'completed',
    '200',
  ],
  [
    'a voicemail answers',
    { answer: 'voicemail' },
    ['initiated', 'ringing', 'in-progress', 'completed'],
    'completed',
    '200',
  ],
  ['the phone is busy', { answer: 'busy' }, ['initiated', 'busy'], 'busy', '486'],
  [
    'nobody answers',
    { answer: 'no-answer' },
    ['initiated', 'ringing', 'no-answer'],
    'no-answer',
    '487',
  ],
  ['the call is declined', { answer: 'reject' }, ['initiated', 'ringing', 'busy'], 'busy', '603'],
  [
    'the phone cannot be reached',
    { answer: 'unreachable' },
    ['initiated', 'failed'],
    'failed',
    '503',
  ],
  [
    'the number does not exist',
    { answer: 'no-such-number' },
    ['initiated', 'failed'],
    'failed',
    '404',
  ],
])('reports how a call ends when %s', async (_, behaviour, statuses, final, sipResponseCode) => {
  await started();
  net.phone(operator, behaviour);
  const { sid } = await call();
  await net.pass(90);
  expect(reported()).toEqual(statuses);
  expect((await net.twilio.calls(sid).fetch()).status).toBe(final);
  expect(net.webhooks.callbacksAt('/status').at(-1)).toMatchObject({
    SipResponseCode: sipResponseCode,
  });
});

test('gives every callback the fields that Twilio gives', async () => {
  await started();
  const { sid } = await call();
  await net.pass(90);
  const base = {
    CallSid: sid,
    From: ownNumber,
    To: operator,
    Direction: 'outbound-api',
    ApiVersion: '2010-04-01',
  };
  const received = net.webhooks.callbacksAt('/status');
  expect(received).toMatchObject([
    {
      ...base,
      CallStatus: 'initiated',
      SequenceNumber: '0',
      Timestamp: 'Mon, 23 Nov 2026 10:00:00 +0000',
    },
    { ...base, CallStatus: 'ringing', SequenceNumber: '1' },
    {
      ...base,
      CallStatus: 'in-progress',
      SequenceNumber: '2',
      Timestamp: 'Mon, 23 Nov 2026 10:00:01 +0000',
    },
    { ...base, CallStatus: 'completed', SequenceNumber: '3', CallDuration: '20', Duration: '1' },
  ]);
  expect(received.every(({ CallbackSource }) => CallbackSource === 'call-progress-events')).toBe(
    true,
  );
  expect(received.slice(0, 3).some((parameters) => 'CallDuration' in parameters)).toBe(false);
});

test('reports only the end unless more was subscribed to', async () => {
  await started();
  await call({ statusCallbackEvent: undefined });
  await net.pass(90);
  expect(net.webhooks.callbacksAt('/status')).toMatchObject([
    { CallStatus: 'completed', SequenceNumber: '0' },
  ]);
});

test('lets a phone ring for as long as the call asks, 60 seconds by default', async () => {
  await started();
  net.phone(operator, { answer: 'no-answer' });
  net.phone(customer, { answer: 'no-answer' });
  await call({ timeout: 25 });
  await call({ to: customer });
  await net.pass(90);
  expect((await net.calls()).map(({ ended }) => ended)).toEqual([
    '2026-11-23T10:00:25.000Z',
    '2026-11-23T10:01:00.000Z',
  ]);
});

test('tells when a leg was created, rang, was answered and ended, to the millisecond', async () => {
  await started();
  net.phone(operator, { afterSeconds: 2.345, hangUpAfterSeconds: 10 });
  await call();
  await net.pass(20);
  expect(await net.calls()).toMatchObject([
    {
      parent: null,
      created: '2026-11-23T10:00:00.000Z',
      rang: '2026-11-23T10:00:00.000Z',
      answered: '2026-11-23T10:00:02.345Z',
      ended: '2026-11-23T10:00:12.345Z',
    },
  ]);
});

test('a phone that does not hang up stays until the other side ends', async () => {
  await started();
  net.phone(operator, { hangUpAfterSeconds: null });
  await call({ timeLimit: 500 });
  await net.pass(500);
  expect(await net.calls()).toMatchObject([{ status: 'in-progress' }]);
  await net.pass(1);
  expect(await net.calls()).toMatchObject([
    { status: 'completed', ended: '2026-11-23T10:08:21.000Z' },
  ]);
});

test('a phone that a person picked up first is hung up by a person', async () => {
  await started();
  net.phone(operator, { afterSeconds: 5, hangUpAfterSeconds: 20 });
  const { sid } = await call();
  await net.pass(2);
  net.network.hand.answer(sid);
  await net.pass(60);
  expect(await net.calls()).toMatchObject([{ status: 'in-progress' }]);
  net.network.hand.hangUp(sid);
  expect(await net.calls()).toMatchObject([{ status: 'completed' }]);
});

describe('calls per second', () => {
  test('excess calls stay queued and are dialled in their turn', async () => {
    await started({ callsPerSecond: 1 });
    for (const _ of [1, 2, 3]) await call();
    expect((await net.calls()).map(({ status }) => status)).toEqual([
      'ringing',
      'queued',
      'queued',
    ]);
    await net.pass(2);
    expect((await net.calls()).map(({ rang }) => rang?.slice(17, 23))).toEqual([
      '00.000',
      '01.000',
      '02.000',
    ]);
  });

  test('a call that is canceled while it is queued fires no callback', async () => {
    await started({ callsPerSecond: 1 });
    await call({ statusCallback: undefined });
    const { sid } = await call();
    await net.twilio.calls(sid).update({ status: 'canceled' });
    await net.pass(90);
    expect(reported()).toEqual([]);
    expect((await net.twilio.calls(sid).fetch()).status).toBe('canceled');
  });
});
