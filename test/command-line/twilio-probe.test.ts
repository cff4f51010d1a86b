import { type Finding, probeTwilio } from '../../lib/command-line/twilio/probe.ts';
import {
  NetworkUnderTest,
  otherOwnNumber,
  ownNumber,
} from '../../lib/phone-network/test/network-under-test.ts';

let net: NetworkUnderTest;
beforeEach(async () => {
  net = await new NetworkUnderTest().start();
});
afterEach(() => net.stop());

async function findings(): Promise<Finding[]> {
  const found: Finding[] = [];
  const pause = (seconds: number) => net.pass(seconds);
  const parts = { client: net.twilio, from: ownNumber, to: otherOwnNumber, pause };
  for await (const finding of probeTwilio(parts)) found.push(finding);
  return found;
}

test('the stand-in is as we believe Twilio to be, and no call is left over', async () => {
  const all = await findings();
  expect(all.length).toBeGreaterThanOrEqual(9);
  expect(all.filter(({ expected, found }) => expected !== found)).toEqual([]);
  expect((await net.calls()).filter(({ ended }) => ended === null)).toEqual([]);
});

test('an account that refuses all calls is a finding, without a number in it', async () => {
  await net.request('PUT', '/phones/settings', { blockedPrefixes: ['+'] });
  const all = await findings();
  expect(all).toContainEqual({
    belief: 'a call while it waits',
    expected: 'can be asked',
    found: '21215',
  });
  expect(JSON.stringify(all)).not.toContain(ownNumber);
});
