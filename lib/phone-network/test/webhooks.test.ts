import { createServer } from 'node:net';
import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks.js';
import { realClock } from '../src/base/clock.ts';
import { parseConnectionOverrides } from '../src/webhooks/connection-overrides.ts';
import { NetworkUnderTest, operator, ownNumber } from './network-under-test.ts';

let net: NetworkUnderTest;
beforeEach(async () => {
  net = await new NetworkUnderTest().start();
  net.phone(operator, { afterSeconds: 0, hangUpAfterSeconds: null });
});
afterEach(() => net.stop());

const call = (url: string, changes = {}) =>
  net.twilio.calls.create({
    to: operator,
    from: ownNumber,
    url,
    fallbackUrl: net.webhooks.url('/fallback'),
    ...changes,
  });

/** A port where nobody listens. */
const closedPort = () =>
  new Promise<number>((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });

describe('signatures', () => {
  const parameters = {
    CallSid: 'CA1234567890ABCDE',
    Caller: '+14158675309',
    Digits: '1234',
    From: '+14158675309',
    To: '+18005551212',
  };
  const myApp = 'https://mycompany.com/myapp.php?foo=1&bar=2';

  test.each([
    [myApp, parameters, 'RSOYDt4T1cUTdK1PDd93/VVr8B8='],
    ['https://mycompany.com:443/myapp.php?foo=1&bar=2', parameters, 'kvajT1Ptam85bY51eRf/AJRuM3w='],
    ['http://mycompany.com:80/myapp.php?foo=1&bar=2', parameters, '0ZXoZLH/DfblKGATFgpif+LLRf4='],
    ['http://mycompany.com:1234/myapp.php?foo=1&bar=2', parameters, 'Zmvh+3yNM1Phv2jhDCwEM3q5ebU='],
    [myApp, {}, 'zYQTYrRWXE7LtzbG4PfP7/bkkGo='],
    ['https://mycompany.com/myapp.php', parameters, '1xaxFBvyzXYvWplzNOSs28HWO94='],
  ])('%s is signed as in the test vectors of the SDK', (url, signed, signature) => {
    expect(getExpectedTwilioSignature('12345', url, signed)).toBe(signature);
  });

  test.each(['POST', 'GET'])(
    'every %s carries a signature over the URL without its fragment',
    async (method) => {
      net.webhooks.on(
        '/voice',
        `<Gather numDigits="1" method="${method}" action="/keys?q=%C3%A9&amp;r=#rc=2"/>`,
      );
      net.phone(operator, { afterSeconds: 0, presses: '1', hangUpAfterSeconds: 5 });
      await call(net.webhooks.url('/voice?a=b%20c#rc=2&rp=all'), {
        method,
        statusCallback: net.webhooks.url('/status#rc=0'),
        statusCallbackMethod: method,
      });
      await net.pass(10);
      expect(net.webhooks.received.map(({ path, method: used }) => [path, used])).toEqual([
        ['/voice', method],
        ['/keys', method],
        ['/status', method],
      ]);
      expect(net.webhooks.received.every(({ isSignatureValid }) => isSignatureValid)).toBe(true);
      expect(net.webhooks.received.some(({ url }) => url.includes('#'))).toBe(false);
    },
  );
});

test('a form is sent as Twilio sends it', async () => {
  await call(net.webhooks.url('/voice'));
  await net.pass(1);
  expect(net.webhooks.at('/voice')[0]?.headers).toMatchObject({
    'content-type': 'application/x-www-form-urlencoded; charset=UTF-8',
    'user-agent': 'TwilioProxy/1.1',
  });
});

describe('connection overrides', () => {
  test('stand in the fragment; what is out of range does not count', () => {
    expect(
      parseConnectionOverrides('https://a.test/x#ct=200&rt=4000&tt=9000&rc=2&rp=ct,rt,5xx'),
    ).toEqual({
      connectMilliseconds: 200,
      readMilliseconds: 4000,
      totalMilliseconds: 9000,
      retries: 2,
      retryOn: new Set(['ct', 'rt', '5xx']),
    });
    expect(parseConnectionOverrides('https://a.test/x#ct=50&rt=15001&tt=abc&rc=6&rp=all')).toEqual({
      connectMilliseconds: 5000,
      readMilliseconds: 15_000,
      totalMilliseconds: 15_000,
      retries: 1,
      retryOn: new Set(['ct', 'rt', '4xx', '5xx']),
    });
    expect(parseConnectionOverrides('https://a.test/x').retryOn).toEqual(new Set(['ct']));
  });

  test.each([
    ['a 500 is not tried again by itself', '', 500, 1],
    ['a 500 is tried again when the URL says so', '#rc=2&rp=5xx', 500, 3],
    ['a 404 is not a 5xx', '#rc=2&rp=5xx', 404, 1],
    ['a 404 is tried again when the URL says so', '#rc=3&rp=4xx', 404, 4],
    ['no retries at all', '#rc=0&rp=all', 500, 1],
  ])('%s', async (_, fragment, status, times) => {
    net.webhooks.on('/voice', { status });
    await call(net.webhooks.url(`/voice${fragment}`));
    await net.pass(1);
    expect(net.webhooks.at('/voice')).toHaveLength(times);
    expect(net.webhooks.at('/fallback')).toHaveLength(1);
  });

  test('tries of one webhook share an idempotency token; another webhook has its own', async () => {
    net.webhooks.on('/voice', { status: 500 });
    await call(net.webhooks.url('/voice#rc=1&rp=5xx'));
    await net.pass(1);
    const [first, second, other] = net.webhooks.received.map(
      ({ headers }) => headers['i-twilio-idempotency-token'],
    );
    expect(first).toMatch(/^[0-9a-f-]{36}$/);
    expect(second).toBe(first);
    expect(other).not.toBe(first);
  });

  test('no connection: tried once more, then the fallback', async () => {
    await call(`http://127.0.0.1:${await closedPort()}/voice`);
    await net.pass(1);
    expect(await net.debuggerCodes()).toEqual([11205]);
    expect(net.webhooks.at('/fallback')).toHaveLength(1);
  });
});

describe('a server that does not answer', () => {
  const stopped = async () => {};
  const silent = async (fragment: string) => {
    net.webhooks.on('/voice', 'hang');
    await call(net.webhooks.url(`/voice${fragment}`));
    await net.clock.pass(0, stopped);
    await net.webhooks.untilReceived('/voice', 1);
  };

  test('is waited for for 15 seconds and not asked again', async () => {
    await silent('');
    await net.clock.pass(14_999, stopped);
    expect(net.webhooks.at('/fallback')).toEqual([]);
    await net.clock.pass(1, stopped);
    await net.webhooks.untilReceived('/fallback', 1);
    expect(net.webhooks.at('/voice')).toHaveLength(1);
    expect(await net.debuggerCodes()).toEqual([11200]);
  });

  test('is asked again after its own read timeout, and all tries share the total', async () => {
    await silent('#rt=4000&tt=10000&rc=5&rp=rt');
    for (const [tries, ms] of [
      [2, 4000],
      [3, 4000],
    ] as const) {
      await net.clock.pass(ms, stopped);
      await net.webhooks.untilReceived('/voice', tries);
    }
    await net.clock.pass(2000, stopped);
    await net.webhooks.untilReceived('/fallback', 1);
    expect(net.webhooks.at('/voice')).toHaveLength(3);
  });
});

test('a status callback that is refused is noted (15003) and not repeated', async () => {
  net.webhooks.on('/status', { status: 404 });
  await call(net.webhooks.url('/voice'), { statusCallback: net.webhooks.url('/status') });
  await net.pass(1);
  expect(net.webhooks.at('/status')).toHaveLength(1);
  expect(await net.debuggerCodes()).toEqual([15003]);
});

test('status callbacks do not hold up the call', async () => {
  net.webhooks.on('/status', 'hang');
  net.webhooks.on('/voice', '<Say>Hello</Say>');
  await call(net.webhooks.url('/voice'), {
    statusCallback: net.webhooks.url('/status'),
    statusCallbackEvent: ['initiated', 'ringing', 'answered', 'completed'],
  });
  await net.clock.pass(0, async () => {});
  await net.webhooks.untilReceived('/voice', 1);
  await net.webhooks.untilReceived('/status', 3);
  expect(
    net.webhooks
      .parametersAt('/status')
      .map(({ SequenceNumber }) => SequenceNumber)
      .sort(),
  ).toEqual(['0', '1', '2']);
});

test('real time passes, and can be called off', async () => {
  const before = realClock.now();
  const callOff = realClock.setTimer(0, () => {
    throw new Error('was called off');
  });
  callOff();
  await new Promise<void>((resolve) => realClock.setTimer(1, resolve));
  expect(realClock.now()).toBeGreaterThanOrEqual(before);
});
