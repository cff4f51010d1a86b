import { customer, NetworkUnderTest, operator, ownNumber } from './network-under-test.ts';

let net: NetworkUnderTest;
beforeEach(async () => {
  net = await new NetworkUnderTest().start();
});
afterEach(() => net.stop());

const put = (number: string, behaviour: unknown) =>
  net.request('PUT', `/local/phones/${number}`, behaviour);

test.each([
  ['+442079460001', '+442079460001'],
  ['%2B442079460001', '+442079460001'],
  ['client:anna', 'client:anna'],
  ['sip:x%40y.example', 'sip:x@y.example'],
])('the phone %s can be told how to behave', async (given, number) => {
  const expected = { number, answer: 'busy', afterSeconds: 1, hangUpAfterSeconds: 20, presses: '' };
  expect(await (await put(given, { answer: 'busy' })).json()).toEqual(expected);
  expect(await (await net.request('GET', '/local/phones')).json()).toEqual([expected]);
});

test('what is not said is as in an untouched phone, not as before', async () => {
  await put(operator, { answer: 'human', presses: '1', afterSeconds: 9, hangUpAfterSeconds: null });
  expect(await (await put(operator, { presses: '2' })).json()).toMatchObject({
    answer: 'human',
    afterSeconds: 1,
    hangUpAfterSeconds: 20,
    presses: '2',
  });
});

test('a phone that is picked up by hand is hung up by hand, unless told otherwise', async () => {
  expect(await (await put(operator, { answer: 'manual' })).json()).toMatchObject({
    hangUpAfterSeconds: null,
  });
});

test.each([
  ['an unknown answer', operator, { answer: 'maybe' }, /^answer: /],
  ['a negative time', operator, { afterSeconds: -1 }, /^afterSeconds: /],
  [
    'keys that no phone has',
    operator,
    { presses: '1a' },
    /^presses: must contain only the keys 0-9, \* and #/,
  ],
  ['an unknown word', operator, { patience: 1 }, /patience/],
  ['something that is no phone', 'nobody', {}, /^A phone is a number like .* got nobody\.$/],
])('refuses %s with a sentence', async (_, number, behaviour, sentence) => {
  const response = await put(number, behaviour);
  expect(response.status).toBe(400);
  expect(await response.json()).toEqual({ error: expect.stringMatching(sentence) });
});

test('refuses what is no JSON', async () => {
  const response = await fetch(`${net.baseUrl}/local/phones/client:anna`, {
    method: 'PUT',
    body: 'busy',
  });
  expect([response.status, await response.json()]).toEqual([
    400,
    { error: 'The body must be JSON.' },
  ]);
});

test('an untouched phone is a human who answers after a second and hangs up after twenty', async () => {
  net.webhooks.on('/voice', '<Pause length="60"/>');
  await net.twilio.calls.create({ to: customer, from: ownNumber, url: net.webhooks.url('/voice') });
  await net.pass(60);
  expect(await net.calls()).toMatchObject([
    { answered: '2026-11-23T10:00:01.000Z', ended: '2026-11-23T10:00:21.000Z' },
  ]);
});

test('shows every leg, newest last', async () => {
  net.webhooks.on('/voice', `<Say>One moment</Say><Dial>${customer}</Dial>`);
  const { sid } = await net.twilio.calls.create({
    to: operator,
    from: ownNumber,
    url: net.webhooks.url('/voice'),
  });
  await net.pass(2);
  expect(await net.calls()).toEqual([
    {
      sid,
      parent: null,
      to: operator,
      from: ownNumber,
      status: 'in-progress',
      created: '2026-11-23T10:00:00.000Z',
      rang: '2026-11-23T10:00:00.000Z',
      answered: '2026-11-23T10:00:01.000Z',
      ended: null,
      said: ['One moment'],
    },
    {
      sid: expect.stringMatching(/^CA/),
      parent: sid,
      to: customer,
      from: ownNumber,
      status: 'ringing',
      created: '2026-11-23T10:00:01.150Z',
      rang: '2026-11-23T10:00:01.150Z',
      answered: null,
      ended: null,
      said: [],
    },
  ]);
});
