import { once } from 'node:events';
import { WebSocket } from 'ws';
import type { FeedUpdate } from '../src/phones/phones-feed.ts';
import { attachPhonesSocket, type PhoneCommand } from '../src/phones-socket.ts';
import {
  customer,
  NetworkUnderTest,
  operator,
  otherOwnNumber,
  ownNumber,
} from './network-under-test.ts';

/** A page, as the network sees it: gathers what it is told and sends what a person does. */
class Page {
  readonly #updates: FeedUpdate[] = [];
  readonly #socket: WebSocket;
  #wake = () => {};

  constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.on('message', (text) => {
      this.#updates.push(JSON.parse(String(text)));
      this.#wake();
    });
  }

  order(command: PhoneCommand): void {
    this.#socket.send(JSON.stringify(command));
  }

  send(text: string): void {
    this.#socket.send(text);
  }

  call(phone: string) {
    return this.#updates.flatMap(({ calls }) => calls).findLast((call) => call.phone === phone);
  }

  phone(address: string) {
    return this.#updates
      .flatMap(({ phones }) => phones)
      .findLast((phone) => phone.address === address);
  }

  numbers() {
    return this.#updates.at(-1)?.numbers;
  }

  async until<T>(look: () => T | undefined | false): Promise<T> {
    for (;;) {
      const seen = look();
      if (seen) return seen;
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }

  close(): void {
    this.#socket.terminate();
  }
}

let net: NetworkUnderTest;
let detach: () => void;
let page: Page;
const open = (headers = {}) =>
  new WebSocket(`${net.baseUrl.replace('http', 'ws')}/phones/socket`, { headers });

beforeEach(async () => {
  net = await new NetworkUnderTest().start();
  net.phone(operator, { answer: 'manual' });
  detach = attachPhonesSocket(net.server, net.network);
  page = new Page(open());
  await page.until(() => page.phone(operator));
});
afterEach(async () => {
  page.close();
  detach();
  await net.stop();
});

const ring = async () => {
  net.webhooks.on(
    '/voice',
    '<Gather action="/keys" numDigits="1" timeout="60"><Say loop="0">Press a key</Say></Gather>',
  );
  const { sid } = await net.twilio.calls.create({
    to: operator,
    from: ownNumber,
    url: net.webhooks.url('/voice'),
    statusCallback: net.webhooks.url('/status'),
  });
  await page.until(() => page.call(operator)?.status === 'ringing');
  return sid;
};
const answer = async () => {
  const sid = await ring();
  page.order({ do: 'answer', sid });
  await page.until(() => page.call(operator)?.status === 'in-progress');
  await net.pass(1);
  return sid;
};

test('a page sees every phone that was set, and the numbers of the account', async () => {
  expect(page.phone(operator)).toMatchObject({
    label: '+44 7700 900001',
    answer: 'manual',
    isSet: true,
  });
  expect(page.numbers()).toEqual([
    { number: ownNumber, label: '+44 20 7946 0000', takesCalls: false },
    { number: otherOwnNumber, label: '+44 20 7946 0010', takesCalls: false },
  ]);
});

test('a phone that is picked up by hand rings until somebody does', async () => {
  await ring();
  await net.pass(50);
  expect(await net.calls()).toMatchObject([{ status: 'ringing' }]);
  await net.pass(10);
  expect(await net.calls()).toMatchObject([{ status: 'no-answer' }]);
});

test('answering runs the TwiML, and its words appear on the page', async () => {
  await answer();
  const call = await page.until(
    () => (page.call(operator)?.transcript.length ?? 0) > 0 && page.call(operator),
  );
  expect(call).toMatchObject({ display: '+44 20 7946 0000', isIncoming: true });
  expect(call?.transcript[0]).toMatchObject({ kind: 'said', text: 'Press a key' });
});

test('a key press stops the prompt of a Gather and is taken to its action', async () => {
  const sid = await answer();
  page.order({ do: 'press', sid, key: '7' });
  await net.webhooks.untilReceived('/keys', 1);
  expect(net.webhooks.parametersAt('/keys')).toMatchObject([{ Digits: '7' }]);
  const call = await page.until(() => page.call(operator)?.endedAt != null && page.call(operator));
  expect(call.transcript.at(-1)).toMatchObject({ kind: 'pressed', text: '7' });
});

test('declining makes the caller hear that the phone is busy', async () => {
  page.order({ do: 'decline', sid: await ring() });
  await net.webhooks.untilReceived('/status', 1);
  expect(net.webhooks.parametersAt('/status')).toMatchObject([
    { CallStatus: 'busy', SipResponseCode: '603' },
  ]);
});

test('hanging up ends the call', async () => {
  page.order({ do: 'hangUp', sid: await answer() });
  await net.webhooks.untilReceived('/status', 1);
  expect(net.webhooks.parametersAt('/status')).toMatchObject([{ CallStatus: 'completed' }]);
});

test('a page sees with whom a phone is connected', async () => {
  net.webhooks.on('/voice', `<Dial>${customer}</Dial>`);
  net.phone(operator, { hangUpAfterSeconds: null });
  await net.twilio.calls.create({ to: operator, from: ownNumber, url: net.webhooks.url('/voice') });
  await net.pass(3);
  await page.until(() => page.call(operator)?.talksWith === '+44 7700 900002');
  await page.until(() => page.call(customer)?.talksWith === '+44 7700 900001');
});

test.each([
  ['client:anna', '', 'the call centre'],
  ['client:anna', customer, '+44 7700 900002'],
  ['sip:102@office.sip.twilio.com', customer, '+44 7700 900002'],
  ['sip:102@office.sip.twilio.com', '101', '101@office.sip.twilio.com'],
])('a page sees what %s dials (“%s”) as people write it', async (from, to, display) => {
  net.network.configureApp({ voiceUrl: net.webhooks.url('/browser') });
  net.network.configureSipDomain('office.sip.twilio.com', { voiceUrl: net.webhooks.url('/desk') });
  await net.request('POST', '/phones/dial', { from, to });
  const call = await page.until(() => page.call(from));
  expect(call).toMatchObject({ display, isIncoming: false });
});

test('a page that comes later sees the calls so far', async () => {
  await answer();
  const late = new Page(open());
  expect(await late.until(() => late.call(operator))).toMatchObject({ status: 'in-progress' });
  late.close();
});

test('a changed behaviour appears at once', async () => {
  await net.request('PUT', `/local/phones/${customer}`, { answer: 'busy' });
  expect(await page.until(() => page.phone(customer))).toMatchObject({
    answer: 'busy',
    isSet: true,
  });
});

test.each([
  'nonsense',
  '{"do":"explode"}',
  '{"do":"press","sid":"CA1","key":"12"}',
  '{"do":"answer","sid":"CA1"}',
])('the message %s changes nothing', async (text) => {
  const sid = await ring();
  page.send(text);
  page.order({ do: 'answer', sid });
  await page.until(() => page.call(operator)?.status === 'in-progress');
});

test('other sites may not open the socket', async () => {
  const foreign = open({ origin: 'https://evil.example' });
  const [error] = await once(foreign, 'error');
  expect(String(error)).toContain('403');
});

test('the page itself may', async () => {
  const own = open({ origin: net.baseUrl });
  await once(own, 'open');
  own.terminate();
});
