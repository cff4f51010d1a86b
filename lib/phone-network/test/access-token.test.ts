import AccessToken, { VoiceGrant } from 'twilio/lib/jwt/AccessToken.js';
import { readAccessToken } from '../src/devices/access-token.ts';
import { accessToken, type TokenWish } from './access-tokens.ts';
import { accountSid, apiKeySecret, apiKeySid, twimlAppSid } from './network-under-test.ts';

const secretOf = (key: string) => (key === apiKeySid ? apiKeySecret : undefined);
const read = (token: string, now = Date.parse('2026-11-23T10:00:00Z')) =>
  readAccessToken(token, { accountSid, secretOf, now });

test('takes what Twilio’s own library makes', async () => {
  const token = new AccessToken(accountSid, apiKeySid, apiKeySecret, { identity: 'anna', ttl: 60 });
  token.addGrant(new VoiceGrant({ incomingAllow: true, outgoingApplicationSid: twimlAppSid }));
  expect(await read(token.toJwt(), Date.now())).toEqual({
    identity: 'anna',
    mayTakeCalls: true,
    applicationSid: twimlAppSid,
    expiresAt: expect.any(Number),
  });
});

test('a grant without a word on calls allows none', async () => {
  expect(await read(await accessToken({ voice: {} }))).toEqual({
    identity: 'anna',
    mayTakeCalls: false,
    applicationSid: null,
    expiresAt: Date.parse('2026-11-23T11:00:00Z'),
  });
});

test.each<[string, TokenWish]>([
  ['signed with another secret', { secret: 'another' }],
  ['of another key', { key: 'SK2' }],
  ['of another account', { account: 'AC2' }],
  ['of another type', { type: 'application/json' }],
  ['for a day and a second', { expires: '2026-11-24T09:59:01Z' }],
  ['without an identity', { identity: '' }],
  ['for an identity with a space', { identity: 'anna b' }],
])('refuses a token %s', async (_, wish) => {
  expect(await read(await accessToken(wish))).toBe('invalid');
});

test('takes a token for a whole day', async () => {
  const token = await accessToken({ expires: '2026-11-24T09:59:00Z' });
  expect(await read(token)).toMatchObject({ identity: 'anna' });
});

test('refuses what is no token', async () => {
  expect(await read('nonsense')).toBe('invalid');
});

test('a token is good until the second in which it expires', async () => {
  const token = await accessToken({ expires: '2026-11-23T10:30:00Z' });
  expect(await read(token, Date.parse('2026-11-23T10:29:59Z'))).toMatchObject({ identity: 'anna' });
  expect(await read(token, Date.parse('2026-11-23T10:30:00Z'))).toBe('expired');
});
