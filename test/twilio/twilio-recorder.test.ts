import { KnownAccount } from '../../lambdas/adapters/twilio/known-account.ts';
import { TwilioRecorder } from '../../lambdas/adapters/twilio/twilio-recorder.ts';
import { attemptId } from '../../lambdas/domain/attempt/attempt.ts';
import { DialUnderTest } from '../../lib/phone-network/test/dial-under-test.ts';
import {
  accountSid,
  authToken,
  customer,
} from '../../lib/phone-network/test/network-under-test.ts';

const attempt = attemptId({ task: 'demo', Id: 17 }, 'a1');
const talk = `<Dial><Number>${customer}</Number></Dial>`;
const recorded = `<Dial record="record-from-answer-dual"><Number>${customer}</Number></Dial>`;

let dial: DialUnderTest;
beforeEach(async () => {
  dial = await new DialUnderTest().start();
  dial.net.phone(customer, { hangUpAfterSeconds: 20 });
});
afterEach(() => dial.net.stop());

function recorder(): TwilioRecorder {
  const tokens = ['an older token', authToken] as const;
  const account = new KnownAccount(async () => ({ sid: accountSid, authTokens: tokens }), {
    now: () => 0,
  });
  const { baseUrl: apiUrl, webhooks } = dial.net;
  return new TwilioRecorder({ account, apiUrl, publicBaseUrl: webhooks.url('') });
}

test('begins a recording, whose news come with the attempt’s id', async () => {
  const call = await dial.connect(talk, 10);
  const begun = await recorder().start(call, attempt);
  expect(begun).toMatchObject({ call, state: 'open' });
  await dial.net.pass(60);
  const [news] = dial.net.webhooks.at('/events/recording');
  expect(news?.url).toContain('?attempt=demo.17.a1');
  expect(news?.parameters).toMatchObject({ RecordingSid: begun?.sid, RecordingChannels: '2' });
});

test('pauses what is being made, and goes on; what is said meanwhile is silence', async () => {
  const call = await dial.connect(recorded, 5);
  expect(await recorder().change(call, 'paused')).toMatchObject({ state: 'paused' });
  expect(await recorder().change(call, 'paused')).toMatchObject({ state: 'paused' });
  await dial.net.pass(5);
  expect(await recorder().change(call, 'recording')).toMatchObject({ state: 'open' });
  await dial.net.pass(60);
  expect(await recorder().ofCall(call)).toMatchObject([
    { call, state: 'completed', seconds: 20, channels: 2 },
  ]);
});

test('knows where there is nothing to record, or to pause', async () => {
  const call = await dial.connect(talk, 10);
  expect(await recorder().change(call, 'paused')).toBeUndefined();
  await dial.net.pass(60);
  expect(await recorder().start(call, attempt)).toBeUndefined();
  expect(await recorder().ofCall(call)).toEqual([]);
});

test('hands out sound in pieces though the network sends it whole, until it is deleted', async () => {
  const call = await dial.connect(recorded, 60);
  const [found] = await recorder().ofCall(call);
  const sid = found?.sid ?? '';
  const head = await recorder().sound(sid, { from: 0, to: 3 });
  expect(Buffer.from(head?.bytes ?? []).toString()).toBe('RIFF');
  const { total = 0 } = head ?? {};
  const end = await recorder().sound(sid, { from: total - 2, to: total + 100 });
  expect(end).toMatchObject({ from: total - 2, total });
  expect(end?.bytes).toHaveLength(2);
  await recorder().remove({ sid, call });
  await recorder().remove({ sid, call });
  expect(await recorder().sound(sid, { from: 0, to: 3 })).toBeUndefined();
});
