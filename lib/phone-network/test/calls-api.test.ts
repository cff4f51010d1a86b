import { NetworkUnderTest, operator, ownNumber } from './network-under-test.ts';
import { refusal, refusedWith } from './refusals.ts';

let net: NetworkUnderTest;
beforeEach(async () => {
  net = await new NetworkUnderTest().start();
});
afterEach(() => net.stop());

const order = () => ({ to: operator, from: ownNumber, url: net.webhooks.url('/voice') });

describe('create', () => {
  test('answers with a queued call as Twilio shows it', async () => {
    const call = await net.twilio.calls.create(order());
    expect(call.sid).toMatch(/^CA[0-9a-f]{32}$/);
    expect(call.toJSON()).toMatchObject({
      to: operator,
      from: ownNumber,
      status: 'queued',
      direction: 'outbound-api',
      apiVersion: '2010-04-01',
      parentCallSid: null,
      startTime: null,
      endTime: null,
      duration: null,
      dateCreated: null,
      dateUpdated: null,
    });
    expect((await net.twilio.calls(call.sid).fetch()).dateCreated).toEqual(
      new Date('2026-11-23T10:00:00Z'),
    );
  });

  test('says of a parameter that it does not play, as of one that Twilio does not know (20001)', async () => {
    await net.twilio.calls.create({ ...order(), record: true, timeout: 30 });
    await net.twilio.calls.list({ to: operator, startTimeAfter: new Date(), pageSize: 5 });
    await net.twilio.applications.create({ smsUrl: 'https://a.test/', voiceMethod: 'POST' });
    expect(await net.debuggerCodes()).toEqual([20001, 20001]);
    expect(await net.debuggerMessages()).toEqual([
      'Record of POST /Calls is not played',
      'SmsUrl of /Applications is not played',
    ]);
  });

  test('refuses more calls at the same time than the account may have with 10004', async () => {
    await net.request('PUT', '/phones/settings', { concurrentCalls: 1 });
    net.phone(operator, { answer: 'no-answer' });
    await net.twilio.calls.create(order());
    expect(await refusal(net.twilio.calls.create(order()))).toEqual(refusedWith(10004));
    await net.pass(90);
    await net.twilio.calls.create(order());
  });

  test.each<[what: string, code: number, changes: Record<string, unknown>]>([
    ['a malformed To', 21211, { to: '12' }],
    ['To equal to From', 21211, { to: ownNumber }],
    ['a From that is no number', 21212, { from: 'anna' }],
    ['a From that the account does not own', 21210, { from: '+12025550100' }],
    ['no source of TwiML', 21205, { url: undefined }],
    ['a Url that is none', 21205, { url: 'voice.xml' }],
    ['an unknown application', 21218, { url: undefined, applicationSid: 'AP1' }],
    ['inline TwiML over 4000 characters', 32018, { url: undefined, twiml: 'x'.repeat(4001) }],
    ['a ring time over 600 seconds', 21208, { timeout: 601 }],
    ['an unknown method', 21209, { method: 'PATCH' }],
    ['digits that no phone has', 21206, { sendDigits: 'hello' }],
    [
      'a status callback on a host with an underscore',
      21609,
      { statusCallback: 'https://a_b.test/' },
    ],
  ])('refuses %s with %i', async (_, code, changes) => {
    const result = await refusal(net.twilio.calls.create({ ...order(), ...changes } as never));
    expect(result).toEqual(refusedWith(code));
    expect(await net.calls()).toEqual([]);
  });

  test.each([
    ['To', 21201, { From: ownNumber }],
    ['From', 21213, { To: operator }],
  ])('refuses a call without %s with %i', async (_, code, form) => {
    const uri =
      'https://api.twilio.com/2010-04-01/Accounts/AC00000000000000000000000000000001/Calls.json';
    const { statusCode, body } = await net.twilio.request({ method: 'post', uri, data: form });
    expect([statusCode, body.code]).toEqual([400, code]);
  });

  test('refuses a destination that geo permissions forbid with 21215', async () => {
    await net.request('PUT', '/phones/settings', { blockedPrefixes: ['+33'] });
    expect(await refusal(net.twilio.calls.create({ ...order(), to: '+33199000001' }))).toEqual(
      refusedWith(21215),
    );
  });

  test('calls clients and SIP phones too', async () => {
    for (const to of ['client:anna', 'sip:anna@example.com'])
      await net.twilio.calls.create({ ...order(), to });
    await net.pass(1);
    expect((await net.calls()).map(({ to, status }) => [to, status])).toEqual([
      ['client:anna', 'completed'],
      ['sip:anna@example.com', 'completed'],
    ]);
  });
});

describe('accounts', () => {
  test.each([
    ['a wrong token', { accountSid: 'AC00000000000000000000000000000001', authToken: 'wrong' }],
    [
      'an unknown account',
      { accountSid: 'AC00000000000000000000000000000002', authToken: 'a-token-for-tests' },
    ],
  ])('refuses %s with 20003', async (_, credentials) => {
    expect(await refusal(net.sdk(credentials).calls.create(order()))).toEqual(
      refusedWith(20003, 401),
    );
  });

  test('knows nothing of other accounts', async () => {
    const other = net.twilio.api.accounts('AC00000000000000000000000000000002').calls;
    expect(await refusal(other.create(order()))).toEqual(refusedWith(20404, 404));
  });
});

describe('fetch', () => {
  test('shows a call at every stage of its life', async () => {
    const { sid } = await net.twilio.calls.create(order());
    net.webhooks.on('/voice', '<Pause length="60"/>');
    expect(await net.twilio.calls(sid).fetch()).toMatchObject({
      status: 'ringing',
      duration: null,
    });
    await net.pass(1);
    expect(await net.twilio.calls(sid).fetch()).toMatchObject({
      status: 'in-progress',
      duration: null,
    });
    await net.pass(20);
    expect(await net.twilio.calls(sid).fetch()).toMatchObject({
      status: 'completed',
      duration: '20',
      startTime: new Date('2026-11-23T10:00:00Z'),
      endTime: new Date('2026-11-23T10:00:21Z'),
    });
  });

  test('answers 20404 for a call that does not exist', async () => {
    expect(await refusal(net.twilio.calls(`CA${'0'.repeat(32)}`).fetch())).toEqual(
      refusedWith(20404, 404),
    );
  });
});

describe('update', () => {
  const live = async (seconds: number) => {
    net.webhooks.on('/voice', '<Pause length="60"/>');
    const { sid } = await net.twilio.calls.create({
      ...order(),
      statusCallback: net.webhooks.url('/status'),
    });
    await net.pass(seconds);
    return net.twilio.calls(sid);
  };

  test('cancels a ringing call, with its callback', async () => {
    const call = await live(0.5);
    expect((await call.update({ status: 'canceled' })).status).toBe('canceled');
    await net.pass(0);
    expect(net.webhooks.parametersAt('/status')).toMatchObject([
      { CallStatus: 'canceled', CallDuration: '0' },
    ]);
  });

  test('does not cancel an answered call', async () => {
    const call = await live(2);
    expect((await call.update({ status: 'canceled' })).status).toBe('in-progress');
  });

  test('completes an answered call', async () => {
    const call = await live(5);
    expect((await call.update({ status: 'completed' })).status).toBe('completed');
    await net.pass(0);
    expect(net.webhooks.parametersAt('/status')).toMatchObject([
      { CallStatus: 'completed', CallDuration: '4' },
    ]);
  });

  test.each([
    ['an ended call', 30, { status: 'completed' as const }],
    ['an ended call to other TwiML', 30, { twiml: '<Response/>' }],
    ['a ringing call to other TwiML', 0.5, { twiml: '<Response/>' }],
  ])('refuses to take %s with 21220', async (_, seconds, change) => {
    const call = await live(seconds);
    expect(await refusal(call.update(change))).toEqual(refusedWith(21220));
  });

  test('drops the running TwiML for a new document', async () => {
    const call = await live(2);
    net.webhooks.on('/other', '<Say>Something else</Say><Hangup/>');
    await call.update({ url: net.webhooks.url('/other') });
    await net.pass(2);
    expect(await net.calls()).toMatchObject([{ said: ['Something else'], status: 'completed' }]);
  });

  test('takes inline TwiML', async () => {
    const call = await live(2);
    await call.update({ twiml: '<Response><Say>Inline</Say></Response>' });
    await net.pass(1);
    expect(await net.calls()).toMatchObject([{ said: ['Inline'], status: 'completed' }]);
  });

  test('refuses a url and twiml at once', async () => {
    const call = await live(2);
    const change = { url: net.webhooks.url('/other'), twiml: '<Response/>' };
    expect(await refusal(call.update(change))).toEqual(refusedWith(20422));
  });
});
