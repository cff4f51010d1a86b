import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { customer, NetworkUnderTest, operator, ownNumber } from './network-under-test.ts';

const folder = mkdtempSync(join(tmpdir(), 'phone-network-'));
let net: NetworkUnderTest;
beforeEach(async () => {
  net = await new NetworkUnderTest({
    dataFile: join(folder, `${process.hrtime.bigint()}.sqlite`),
  }).start();
  net.phone(operator, { hangUpAfterSeconds: null });
  net.phone(customer, { answer: 'no-answer' });
});
afterEach(() => net.stop());
afterAll(() => rmSync(folder, { recursive: true }));

const talk = async (seconds: number) => {
  net.webhooks.on(
    '/voice',
    `<Dial><Number statusCallback="${net.webhooks.url('/child')}">${customer}</Number></Dial>`,
  );
  const { sid } = await net.twilio.calls.create({
    to: operator,
    from: ownNumber,
    url: net.webhooks.url('/voice'),
    statusCallback: net.webhooks.url('/parent'),
    statusCallbackEvent: ['answered', 'completed'],
  });
  await net.pass(seconds);
  return sid;
};

test('live calls end as failed when the network starts again, with their callbacks', async () => {
  const sid = await talk(10);
  await net.restart();
  await net.pass(0);
  expect(await net.calls()).toMatchObject([{ status: 'failed' }, { status: 'failed' }]);
  expect(net.webhooks.callbacksAt('/parent')).toMatchObject([
    { CallStatus: 'in-progress', SequenceNumber: '0' },
    { CallStatus: 'failed', SequenceNumber: '1', CallSid: sid },
  ]);
  expect(net.webhooks.callbacksAt('/child')).toMatchObject([
    { CallStatus: 'failed', ParentCallSid: sid },
  ]);
});

test('calls that were over stay as they were, and fire nothing', async () => {
  const sid = await talk(10);
  await net.twilio.calls(sid).update({ status: 'completed' });
  await net.pass(1);
  const before = await net.calls();
  const count = net.webhooks.received.length;
  await net.restart();
  await net.pass(1);
  expect(await net.calls()).toEqual(before);
  expect(net.webhooks.received).toHaveLength(count);
  expect((await net.twilio.calls(sid).fetch()).status).toBe('completed');
});

test('phones keep their behaviour', async () => {
  await net.restart();
  expect(await (await net.request('GET', '/local/phones')).json()).toMatchObject([
    { number: operator, answer: 'human', hangUpAfterSeconds: null },
    { number: customer, answer: 'no-answer' },
  ]);
});

test('a call that was accepted is on disk before the answer', async () => {
  const { sid } = await net.twilio.calls.create({
    to: operator,
    from: ownNumber,
    url: net.webhooks.url('/voice'),
  });
  await net.restart();
  expect((await net.twilio.calls(sid).fetch()).status).toBe('failed');
});
