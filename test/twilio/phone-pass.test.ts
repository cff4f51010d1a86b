import { createRequire } from 'node:module';
import { jwtVerify } from 'jose';
import { TwilioVoiceTokens } from '../../lambdas/adapters/twilio/voice-token.ts';

const AccessToken = createRequire(__filename)('twilio/lib/jwt/AccessToken');

const keys = {
  accountSid: `AC${'1'.repeat(32)}`,
  apiKeySid: `SK${'2'.repeat(32)}`,
  apiKeySecret: 'a secret of the API key',
  twimlAppSid: `AP${'3'.repeat(32)}`,
};
const now = Date.parse('2026-11-23T10:00:00.400Z');
const clock = { now: () => now };
const here = { clock, place: { region: 'us1', edge: 'roaming' } } as const;

/** As Twilio’s own library would write it at that second. */
function theirs(region?: string): string {
  jest.useFakeTimers({ now });
  const token = new AccessToken(keys.accountSid, keys.apiKeySid, keys.apiKeySecret, {
    identity: 'anna',
    ttl: 3600,
    region,
  });
  const outgoingApplicationSid = keys.twimlAppSid;
  token.addGrant(new AccessToken.VoiceGrant({ incomingAllow: true, outgoingApplicationSid }));
  const text = token.toJwt();
  jest.useRealTimers();
  return text;
}

function decoded(token: string): unknown[] {
  const parts = token.split('.').slice(0, 2);
  return parts.map((part) => JSON.parse(Buffer.from(part, 'base64url').toString()));
}

test('a pass says what an access token of Twilio’s own library says', async () => {
  const pass = await new TwilioVoiceTokens(async () => keys, here).tokenFor('anna');
  expect(decoded(pass?.token ?? '')).toEqual(decoded(theirs()));
  expect(pass?.expiresAt).toBe(Date.parse('2026-11-23T11:00:00.000Z'));
});

test('a pass of another region names it, and by which edge the browser gets there', async () => {
  const place = { region: 'ie1', edge: 'dublin' } as const;
  const pass = await new TwilioVoiceTokens(async () => keys, { clock, place }).tokenFor('anna');
  expect(decoded(pass?.token ?? '')).toEqual(decoded(theirs('ie1')));
  expect(pass?.edge).toBe('dublin');
});

test('a pass is signed with the secret of the API key', async () => {
  const pass = await new TwilioVoiceTokens(async () => keys, here).tokenFor('anna');
  const secret = new TextEncoder().encode(keys.apiKeySecret);
  const { payload } = await jwtVerify(pass?.token ?? '', secret, { currentDate: new Date(now) });
  expect(payload.iss).toBe(keys.apiKeySid);
});

test('the keys are read once in five minutes, and again while they are missing', async () => {
  let readings = 0;
  let at = now;
  let there: typeof keys | undefined;
  const read = async () => {
    readings += 1;
    return there;
  };
  const passes = new TwilioVoiceTokens(read, { ...here, clock: { now: () => at } });
  expect(await passes.tokenFor('anna')).toBeUndefined();
  there = keys;
  await passes.tokenFor('anna');
  await passes.tokenFor('ivan');
  expect(readings).toBe(2);
  at += 300_000;
  await passes.tokenFor('anna');
  expect(readings).toBe(3);
});
