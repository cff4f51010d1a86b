import { KnownAccount } from '../../lambdas/adapters/twilio/known-account.ts';
import { TwilioConferences } from '../../lambdas/adapters/twilio/twilio-conferences.ts';
import { attemptId } from '../../lambdas/domain/attempt/attempt.ts';
import { DialUnderTest } from '../../lib/phone-network/test/dial-under-test.ts';
import {
  accountSid,
  authToken,
  customer,
} from '../../lib/phone-network/test/network-under-test.ts';

const attempt = attemptId({ task: 'demo', Id: 17 }, 'a1');
const music = 'https://example.com/music.mp3';
const room = `<Dial><Conference beep="false" waitUrl="">${attempt}</Conference></Dial>`;

let dial: DialUnderTest;
beforeEach(async () => {
  dial = await new DialUnderTest().start();
  dial.net.phone(customer, { hangUpAfterSeconds: null });
});
afterEach(() => dial.net.stop());

function conferences(): TwilioConferences {
  const read = async () => ({ sid: accountSid, authTokens: [authToken] as [string] });
  const account = new KnownAccount(read, { now: () => 0 });
  return new TwilioConferences({ account, apiUrl: dial.net.baseUrl });
}

/** Both are in the attempt's conference; resolves to the customer's leg. */
async function conferring(): Promise<string> {
  await dial.connect(`<Dial action="/room"><Number>${customer}</Number></Dial>`, 5);
  dial.net.webhooks.on('/room', room);
  const { sid } = (await dial.legs()).child;
  await dial.net.twilio.calls(sid).update({ url: dial.net.webhooks.url('/room') });
  await dial.net.pass(1);
  return sid;
}

const view = () =>
  dial.net.network.feed.snapshot().calls.findLast(({ phone }) => phone === customer);

test('holds a leg, with the music that is given, and lets it talk again; twice is once', async () => {
  const leg = await conferring();
  expect(await conferences().hold(attempt, leg, music)).toBe(true);
  expect(await conferences().hold(attempt, leg, music)).toBe(true);
  await dial.net.pass(2);
  expect(view()).toMatchObject({ isHeld: true });
  expect(view()?.transcript.at(-1)).toMatchObject({ kind: 'played', text: music });
  expect(await conferences().resume(attempt, leg)).toBe(true);
  expect(view()).toMatchObject({ isHeld: false, talksWith: '+44 7700 900001' });
  expect(await dial.net.debuggerCodes()).toEqual([]);
});

test('says so where there is no such conference, or the leg is not in it', async () => {
  const leg = await conferring();
  expect(await conferences().hold(attemptId({ task: 'demo', Id: 18 }, 'a1'), leg, music)).toBe(
    false,
  );
  expect(await conferences().hold(attempt, 'CA00000000000000000000000000000009', music)).toBe(
    false,
  );
  await dial.net.twilio.calls(leg).update({ status: 'completed' });
  expect(await conferences().resume(attempt, leg)).toBe(false);
});
