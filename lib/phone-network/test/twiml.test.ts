import { NetworkUnderTest, operator, ownNumber } from './network-under-test.ts';

let net: NetworkUnderTest;
beforeEach(async () => {
  net = await new NetworkUnderTest().start();
  net.phone(operator, { hangUpAfterSeconds: null });
});
afterEach(() => net.stop());

const call = (changes = {}) =>
  net.twilio.calls.create({
    to: operator,
    from: ownNumber,
    url: net.webhooks.url('/voice'),
    ...changes,
  });
const onlyCall = async () => (await net.calls())[0];
const apology = 'We are sorry, an application error has occurred. Goodbye.';

test('asks for TwiML when the call is answered, not before', async () => {
  await call();
  await net.pass(0.9);
  expect(net.webhooks.at('/voice')).toEqual([]);
  await net.pass(0.1);
  expect(net.webhooks.parametersAt('/voice')).toMatchObject([
    { From: ownNumber, To: operator, CallStatus: 'in-progress', Direction: 'outbound-api' },
  ]);
});

test('says and waits, in document order, and hangs up at the end', async () => {
  net.webhooks.on(
    '/voice',
    '<Say voice="Polly.Amy">Good <break time="1s"/> day &amp; <emphasis>hello</emphasis></Say><Pause length="3"/><Say>Привет</Say>',
  );
  await call();
  await net.pass(10);
  expect(await onlyCall()).toMatchObject({
    said: ['Good day & hello', 'Привет'],
    status: 'completed',
  });
  const spoken = ['Good day & hello', 'Привет'].join('').length * 15;
  expect(Date.parse((await onlyCall())?.ended ?? '')).toBe(
    Date.parse('2026-11-23T10:00:04Z') + spoken,
  );
});

test('speech lasts a second and a half at most', async () => {
  net.webhooks.on('/voice', `<Say>${'word '.repeat(100)}</Say>`);
  await call();
  await net.pass(10);
  expect(await onlyCall()).toMatchObject({ ended: '2026-11-23T10:00:02.500Z' });
});

test('repeats speech as often as asked', async () => {
  net.webhooks.on('/voice', '<Say loop="3">Hello</Say>');
  await call();
  await net.pass(10);
  expect(await onlyCall()).toMatchObject({ said: ['Hello', 'Hello', 'Hello'] });
});

test('plays a sound for a second', async () => {
  net.webhooks.on('/voice', '<Play>music.mp3</Play>');
  await call();
  await net.pass(10);
  expect(await onlyCall()).toMatchObject({ said: [], ended: '2026-11-23T10:00:02.000Z' });
});

test.each([
  ['an empty response', ''],
  ['Hangup', '<Hangup/><Say>never</Say>'],
])('%s ends the call at once', async (_, twiml) => {
  net.webhooks.on('/voice', twiml);
  await call();
  await net.pass(5);
  expect(await onlyCall()).toMatchObject({
    said: [],
    status: 'completed',
    ended: '2026-11-23T10:00:01.000Z',
  });
});

test('follows a Redirect relative to the running document, by its method', async () => {
  net.webhooks.on(
    '/voice',
    '<Redirect method="GET">next?step=2&amp;x=1</Redirect><Say>never</Say>',
  );
  net.webhooks.on('/next', '<Say>here</Say>');
  await call();
  await net.pass(5);
  expect(net.webhooks.at('/next')).toMatchObject([
    { method: 'GET', parameters: { step: '2', x: '1', To: operator } },
  ]);
  expect((await onlyCall())?.said).toEqual(['here']);
});

test('runs inline TwiML', async () => {
  await call({ url: undefined, twiml: '<Response><Say>Inline</Say></Response>' });
  await net.pass(5);
  expect((await onlyCall())?.said).toEqual(['Inline']);
});

test('inline TwiML has nothing that a relative URL could refer to (11100)', async () => {
  await call({ url: undefined, twiml: '<Response><Redirect>next</Redirect></Response>' });
  await net.pass(5);
  expect(await net.debuggerCodes()).toEqual([11100]);
  expect((await onlyCall())?.said).toEqual([apology]);
});

test('skips verbs that it does not know, with a warning', async () => {
  net.webhooks.on('/voice', '<say>no</say><toJSON/><Say>yes</Say>');
  await call();
  await net.pass(5);
  expect((await onlyCall())?.said).toEqual(['yes']);
  expect(await net.debuggerCodes()).toEqual([12200, 12200]);
});

test('says of every attribute and noun that it does not play, whether Twilio knows it or not', async () => {
  net.webhooks.on(
    '/voice',
    '<Gather hints="yes"><Say voise="x">Hello <break time="1s"/></Say></Gather><Dial ringTone="ru"><Queue>a</Queue></Dial>',
  );
  await call();
  await net.pass(9);
  expect(await net.debuggerMessages()).toEqual([
    'hints of <Gather> is not played',
    'voise of <Say> is not played',
    'ringTone of <Dial> is not played',
    '<Queue> is not played',
    'not an E.164 number',
  ]);
});

test('plain text that is no TwiML is read aloud', async () => {
  net.webhooks.on('/voice', { contentType: 'text/plain', body: 'Just words' });
  await call();
  await net.pass(5);
  expect((await onlyCall())?.said).toEqual(['Just words']);
});

const troubles: [
  what: string,
  code: number,
  answer: Parameters<NetworkUnderTest['webhooks']['on']>[1],
][] = [
  ['a raw ampersand', 12100, '<Say>you & me</Say>'],
  ['a raw ampersand in an attribute', 12100, '<Redirect method="a&b">x</Redirect>'],
  ['an unclosed tag', 12100, '<Say>'],
  ['white space before the XML header', 12100, { body: ' <?xml version="1.0"?><Response/>' }],
  ['a document that is no Response', 12100, { body: '<Answer/>' }],
  ['names that no parser takes', 12100, '<constructor/>'],
  ['no body', 12100, { body: '' }],
  ['JSON', 12300, { contentType: 'application/json', body: '{}' }],
  ['no Content-Type', 11200, { contentType: null, body: '<Response/>' }],
  ['HTTP 404', 11200, { status: 404 }],
  ['HTTP 500', 11200, { status: 500 }],
  ['more than 64 kB', 11750, `<!--${'x'.repeat(65_536)}-->`],
  ['a broken connection', 11200, () => 'cut'],
  ['redirects without end', 11215, { status: 302, headers: { Location: '/voice' } }],
];

describe.each(troubles)('%s (%i)', (_, code, answer) => {
  test('the caller hears that an application error has occurred', async () => {
    net.webhooks.on('/voice', answer);
    await call();
    await net.pass(5);
    expect(await net.debuggerCodes()).toEqual([code]);
    expect(await onlyCall()).toMatchObject({ said: [apology], status: 'completed' });
  });

  test('goes to the fallback URL where there is one', async () => {
    net.webhooks.on('/voice', answer);
    net.webhooks.on('/fallback', '<Say>One moment</Say>');
    await call({ fallbackUrl: net.webhooks.url('/fallback') });
    await net.pass(5);
    expect(net.webhooks.parametersAt('/fallback')).toMatchObject([
      { ErrorCode: String(code), To: operator },
    ]);
    expect((await onlyCall())?.said).toEqual(['One moment']);
  });
});

test('a fallback that fails too ends in the apology', async () => {
  net.webhooks.on('/voice', { status: 500 });
  net.webhooks.on('/fallback', { status: 500 });
  await call({ fallbackUrl: net.webhooks.url('/fallback') });
  await net.pass(5);
  expect((await onlyCall())?.said).toEqual([apology]);
  expect(net.webhooks.at('/fallback')).toHaveLength(1);
});

test('a call that ends while its TwiML is on the way runs nothing', async () => {
  const slow = Promise.withResolvers<string>();
  net.webhooks.on('/voice', () => slow.promise);
  const { sid } = await call();
  await net.clock.pass(1000, async () => {});
  await net.webhooks.untilReceived('/voice', 1);
  await net.twilio.calls(sid).update({ status: 'completed' });
  slow.resolve('<Dial>+447700900002</Dial>');
  await net.pass(5);
  expect(await net.calls()).toMatchObject([{ sid, status: 'completed' }]);
});
