import { NetworkUnderTest, operator, ownNumber } from './network-under-test.ts';

let net: NetworkUnderTest;
beforeEach(async () => {
  net = await new NetworkUnderTest().start();
});
afterEach(() => net.stop());

const ask = async (twiml: string, behaviour: Record<string, unknown>) => {
  net.webhooks.on('/voice', `${twiml}<Say>no input</Say>`);
  net.webhooks.on('/keys', '<Hangup/>');
  net.phone(operator, { hangUpAfterSeconds: null, ...behaviour });
  await net.twilio.calls.create({ to: operator, from: ownNumber, url: net.webhooks.url('/voice') });
  await net.pass(30);
};
const pressed = () =>
  net.webhooks.parametersAt('/keys').map(({ Digits, FinishedOnKey }) => [Digits, FinishedOnKey]);
const call = async () => (await net.calls())[0];

test('takes what was pressed to its action', async () => {
  await ask('<Gather numDigits="1" action="/keys"><Say>Press one</Say></Gather>', { presses: '1' });
  expect(net.webhooks.parametersAt('/keys')).toMatchObject([
    { Digits: '1', To: operator, CallStatus: 'in-progress', msg: 'Gather End' },
  ]);
  expect((await call())?.said).toEqual(['Press one']);
});

test('a person hears the prompts out and presses at once', async () => {
  await ask('<Gather numDigits="1" action="/keys"><Pause length="4"/></Gather>', { presses: '1' });
  expect(await call()).toMatchObject({ ended: '2026-11-23T10:00:05.000Z' });
});

test('the first key stops the prompts; then it waits for more keys', async () => {
  net.phone(operator, { answer: 'manual' });
  net.webhooks.on(
    '/voice',
    '<Gather action="/keys" timeout="3"><Say>One</Say><Pause length="9"/><Say>Two</Say></Gather>',
  );
  const { sid } = await net.twilio.calls.create({
    to: operator,
    from: ownNumber,
    url: net.webhooks.url('/voice'),
  });
  net.webhooks.on('/keys', '<Pause length="20"/>');
  net.network.hand.answer(sid);
  await net.pass(2);
  net.network.hand.press(sid, '4');
  await net.pass(2.9);
  expect(pressed()).toEqual([]);
  await net.pass(0.1);
  expect(pressed()).toEqual([['4', '']]);
  await net.pass(10);
  expect((await call())?.said).toEqual(['One']);
});

test.each([
  ['so many digits', 'numDigits="2"', '1234', ['12', '']],
  ['the # key', '', '12#34', ['12', '#']],
  ['a key of its own', 'finishOnKey="*"', '1#2*', ['1#2', '*']],
  ['silence after the last key', 'finishOnKey=""', '1#', ['1#', '']],
])('ends with %s', async (_, attributes, presses, expected) => {
  await ask(`<Gather action="/keys" ${attributes}/>`, { presses });
  expect(pressed()).toEqual([expected]);
});

test('without input the next verb runs when the timeout is over', async () => {
  await ask('<Gather action="/keys" timeout="7"/>', { presses: '' });
  expect(pressed()).toEqual([]);
  expect(await call()).toMatchObject({ said: ['no input'], ended: '2026-11-23T10:00:08.120Z' });
});

test('waits five seconds unless told otherwise', async () => {
  await ask('<Gather action="/keys"/>', { presses: '' });
  expect(await call()).toMatchObject({ ended: '2026-11-23T10:00:06.120Z' });
});

test('the finishing key alone is no input', async () => {
  await ask('<Gather action="/keys"/>', { presses: '#' });
  expect(await call()).toMatchObject({ said: ['no input'] });
  expect(pressed()).toEqual([]);
});

test('actionOnEmptyResult takes silence to the action', async () => {
  await ask('<Gather action="/keys" actionOnEmptyResult="true"/>', { presses: '' });
  expect(pressed()).toEqual([['', '']]);
});

test('without an action the current document is asked for again, with the digits', async () => {
  const answers = ['<Gather numDigits="1"/>', '<Hangup/>'];
  net.webhooks.on('/voice', () => answers.shift() ?? '');
  net.phone(operator, { presses: '5' });
  await net.twilio.calls.create({
    to: operator,
    from: ownNumber,
    url: net.webhooks.url('/voice?a=1'),
  });
  await net.pass(5);
  expect(
    net.webhooks
      .at('/voice')
      .map(({ url, parameters }) => [new URL(url).search, parameters.Digits]),
  ).toEqual([
    ['?a=1', undefined],
    ['?a=1', '5'],
  ]);
});

test('keys are pressed for each Gather afresh', async () => {
  await ask('<Gather numDigits="1" action="/again"/>', { presses: '12' });
  net.webhooks.on('/again', '<Gather numDigits="2" action="/keys"/>');
  await net.twilio.calls.create({ to: operator, from: ownNumber, url: net.webhooks.url('/voice') });
  await net.pass(5);
  expect(pressed()).toEqual([['12', '']]);
});

test.each(['voicemail', 'manual'])('a %s presses nothing by itself', async (answer) => {
  await ask('<Gather action="/keys" numDigits="1"/>', { answer, presses: '1' });
  expect(pressed()).toEqual([]);
});

test('does not listen to keys when it waits for speech only', async () => {
  await ask('<Gather input="speech" action="/keys" numDigits="1"/>', { presses: '1' });
  expect(pressed()).toEqual([]);
});

test('nests prompts only (13320)', async () => {
  await ask('<Gather action="/keys"><Dial/><Say>Press</Say></Gather>', { presses: '1' });
  expect(await net.debuggerCodes()).toEqual([13320]);
  expect(pressed()).toEqual([['1', '']]);
});

test('a list of keys is pressed in turn, and each call begins it anew', async () => {
  const twiml = '<Gather numDigits="2" timeout="2" action="/again"/>';
  await ask(twiml, { presses: ['12', '34'] });
  net.webhooks.on('/again', '<Gather numDigits="2" timeout="2" action="/keys"/>');
  for (let calls = 0; calls < 2; calls += 1) {
    await net.twilio.calls.create({
      to: operator,
      from: ownNumber,
      url: net.webhooks.url('/voice'),
    });
    await net.pass(8);
  }
  expect(pressed()).toEqual([
    ['34', ''],
    ['34', ''],
  ]);
});

test('nothing is pressed when the list is used up', async () => {
  await ask('<Gather numDigits="2" timeout="2" action="/again"/>', { presses: [] });
  expect((await call())?.said).toEqual(['no input']);
});
