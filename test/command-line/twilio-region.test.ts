import { twilioClient } from '../../lib/command-line/twilio/open-account.ts';

const account = { sid: `AC${'1'.repeat(32)}`, token: 'a token' };

async function hostAsked(region: 'us1' | 'ie1' | 'au1'): Promise<string> {
  const client = twilioClient({ ...account, region });
  let host = '';
  const request = async ({ uri }: { uri: string }) => {
    host = new URL(uri).host;
    return { statusCode: 200, body: {}, headers: {} };
  };
  Object.assign(client.httpClient, { request });
  await client.calls('CA1').fetch();
  return host;
}

test.each([
  ['us1', 'api.twilio.com'],
  ['ie1', 'api.dublin.ie1.twilio.com'],
  ['au1', 'api.sydney.au1.twilio.com'],
] as const)('an account’s region %s is asked at %s', async (region, host) => {
  expect(await hostAsked(region)).toBe(host);
});

test('a region that the environment names for other programs changes nothing', async () => {
  const before = { ...process.env };
  Object.assign(process.env, { TWILIO_REGION: 'au1', TWILIO_EDGE: 'tokyo' });
  try {
    expect(await hostAsked('us1')).toBe('api.twilio.com');
  } finally {
    process.env = before;
  }
});
