import { customer, NetworkUnderTest, operator, ownNumber } from './network-under-test.ts';

let net: NetworkUnderTest;
beforeEach(async () => {
  net = await new NetworkUnderTest().start();
  net.network.configureNumber(ownNumber, {
    voiceUrl: net.webhooks.url('/inbound'),
    statusCallback: net.webhooks.url('/status'),
  });
});
afterEach(() => net.stop());

const dialIn = async (twiml: string, seconds: number) => {
  net.webhooks.on('/inbound', twiml);
  await net.request('POST', '/phones/dial', { from: customer, to: ownNumber });
  await net.pass(seconds);
  return (await net.calls())[0];
};

test('asks the voice URL of the number while the call rings', async () => {
  const call = await dialIn('<Say>Welcome</Say>', 5);
  expect(net.webhooks.parametersAt('/inbound')).toMatchObject([
    { From: customer, To: ownNumber, CallStatus: 'ringing', Direction: 'inbound' },
  ]);
  expect(call).toMatchObject({
    status: 'completed',
    said: ['Welcome'],
    answered: '2026-11-23T10:00:00.000Z',
  });
});

test('reports only the end of the call', async () => {
  await dialIn('<Say>Welcome</Say>', 5);
  expect(net.webhooks.parametersAt('/status')).toMatchObject([
    { CallStatus: 'completed', Direction: 'inbound' },
  ]);
});

test.each([
  ['', 'no-answer'],
  ['reason="busy"', 'busy'],
])('<Reject %s/> turns the call away unanswered', async (attributes, status) => {
  expect(await dialIn(`<Reject ${attributes}/>`, 5)).toMatchObject({ status, answered: null });
});

test('a Pause at the beginning lets the phone ring on', async () => {
  expect(await dialIn('<Pause length="3"/><Say>Hello</Say>', 5)).toMatchObject({
    answered: '2026-11-23T10:00:03.000Z',
  });
});

test('a Dial with answerOnBridge answers when the callee is connected', async () => {
  net.phone(operator, { afterSeconds: 4 });
  const call = await dialIn(
    `<Dial answerOnBridge="true" callerId="${ownNumber}">${operator}</Dial>`,
    10,
  );
  expect(call).toMatchObject({ status: 'in-progress', answered: '2026-11-23T10:00:04.000Z' });
});

test('any other Dial answers at once', async () => {
  net.phone(operator, { afterSeconds: 4 });
  expect(await dialIn(`<Dial>${operator}</Dial>`, 10)).toMatchObject({
    answered: '2026-11-23T10:00:00.000Z',
  });
});

test('a caller who hangs up before the answer was not answered', async () => {
  net.webhooks.on('/inbound', '<Pause length="30"/>');
  const { sid } = (await (
    await net.request('POST', '/phones/dial', { from: customer, to: ownNumber })
  ).json()) as {
    sid: string;
  };
  await net.pass(5);
  net.network.hand.hangUp(sid);
  expect(await net.calls()).toMatchObject([{ status: 'no-answer', answered: null }]);
});

test.each([
  ['a number that is not the account’s', { from: customer, to: operator }, 409],
  ['from something that is no phone', { from: 'nobody', to: ownNumber }, 400],
  ['without saying where', { from: customer }, 400],
])('refuses to dial %s', async (_, order, status) => {
  const response = await net.request('POST', '/phones/dial', order);
  expect(response.status).toBe(status);
  expect(await response.json()).toEqual({ error: expect.any(String) });
});

test('refuses to dial a number without a voice URL, until it has one', async () => {
  const other = await new NetworkUnderTest().start();
  const dial = () => other.request('POST', '/phones/dial', { from: customer, to: ownNumber });
  expect((await dial()).status).toBe(409);
  await other.request('PUT', `/phones/numbers/${ownNumber}`, {
    voiceUrl: other.webhooks.url('/inbound'),
  });
  expect((await dial()).status).toBe(201);
  await other.pass(1);
  await other.stop();
});
