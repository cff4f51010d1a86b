import { KnownAccount } from '../../lambdas/adapters/twilio/known-account.ts';
import { TwilioTexts } from '../../lambdas/adapters/twilio/twilio-texts.ts';
import { permitted } from '../../lambdas/domain/gate/permitted.ts';
import {
  accountSid,
  authToken,
  customer,
  NetworkUnderTest,
  ownNumber,
} from '../../lib/phone-network/test/network-under-test.ts';

let under: NetworkUnderTest;
beforeEach(async () => {
  under = await new NetworkUnderTest().start();
});
afterEach(() => under.stop());

function texts(apiUrl = under.baseUrl): TwilioTexts {
  const read = async () => ({ sid: accountSid, authTokens: [authToken] as [string] });
  return new TwilioTexts({ account: new KnownAccount(read, { now: Date.now }), apiUrl });
}

const text = { to: permitted(customer), from: ownNumber, body: 'Извините, мы опоздали.' };

test('a text is sent once, as it is written', async () => {
  const { kind, ...sent } = await texts().send(text);
  expect({ kind, sent }).toEqual({ kind: 'sent', sent: { id: expect.stringMatching(/^SM/) } });
  const received = await (await under.request('GET', '/local/texts')).json();
  expect(received).toMatchObject([{ to: customer, from: ownNumber, body: text.body }]);
});

test('what Twilio refuses is refused, with its code', async () => {
  expect(await texts().send({ ...text, from: customer })).toEqual({ kind: 'refused', code: 21606 });
});

test('of what nobody answered nobody knows', async () => {
  expect(await texts('http://127.0.0.1:9').send(text)).toEqual({ kind: 'unknown' });
});
