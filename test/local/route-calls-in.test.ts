import { repeatRule } from '../../lambdas/ports/calls/voice-paths.ts';
import { routeCallsIn } from '../../lib/local/route-calls-in.ts';
import {
  customer,
  NetworkUnderTest,
  ownNumber,
} from '../../lib/phone-network/test/network-under-test.ts';

const sipDomain = 'office.sip.twilio.com';

let net: NetworkUnderTest;
beforeEach(async () => {
  net = await new NetworkUnderTest().start();
  routeCallsIn(net.network, { address: net.webhooks.url(''), numbers: [ownNumber], sipDomain });
});
afterEach(() => net.stop());

test.each([
  ['a phone', customer, '/voice/inbound'],
  ['a browser phone', 'client:anna', '/voice/browser'],
  ['a desk phone', `sip:102@${sipDomain}`, '/voice/desk-phone'],
])('%s that calls in has its webhook, and its end is told', async (_, from, voicePath) => {
  await net.request('POST', '/phones/dial', { from, to: ownNumber });
  await net.pass(1);
  expect(net.webhooks.received.map(({ method, path }) => [method, path])).toEqual([
    ['POST', voicePath],
    ['POST', '/events/inbound'],
  ]);
});

test('a webhook that fails is followed by the fallback', async () => {
  net.webhooks.on('/voice/inbound', { status: 500 });
  await net.request('POST', '/phones/dial', { from: customer, to: ownNumber });
  await net.pass(5);
  expect(net.webhooks.at('/voice/inbound')).toHaveLength(3);
  expect(net.webhooks.at('/sorry-en.xml')).toMatchObject([{ method: 'GET' }]);
});

test('a number that is set otherwise later goes there', async () => {
  await net.request('PUT', `/phones/numbers/${ownNumber}`, {
    voiceUrl: net.webhooks.url('/elsewhere'),
  });
  await net.request('POST', '/phones/dial', { from: customer, to: ownNumber });
  await net.pass(1);
  expect(net.webhooks.received.map(({ path }) => path)).toEqual(['/elsewhere']);
});

test('at the next start, webhooks on another port are followed, and what goes elsewhere stays', async () => {
  const { network } = net;
  const elsewhere = 'https://example.com/voice/inbound';
  network.configureNumber(ownNumber, { voiceUrl: elsewhere });
  network.configureApp({ voiceUrl: 'http://127.0.0.1:1/voice/browser' });
  const { numbers, addresses, twimlAppSid } = network.routes;
  const second = { voiceUrl: 'http://127.0.0.1:1/voice/desk-phone' };
  addresses.configureSipDomain('second.sip.twilio.com', second);
  const own = await net.twilio.applications.create({ friendlyName: 'Without a voice URL' });
  routeCallsIn(network, { address: net.webhooks.url(''), numbers: [ownNumber], sipDomain });
  expect(numbers.configOf(ownNumber)).toMatchObject({ voiceUrl: elsewhere });
  expect(addresses.appOf(twimlAppSid)).toMatchObject({
    voiceUrl: net.webhooks.url(`/voice/browser${repeatRule}`),
    statusCallback: net.webhooks.url(`/events/inbound${repeatRule}`),
  });
  expect(addresses.sipDomainOf('second.sip.twilio.com')).toMatchObject({
    voiceUrl: net.webhooks.url(`/voice/desk-phone${repeatRule}`),
  });
  expect(addresses.appOf(own.sid)).toBeUndefined();
});
