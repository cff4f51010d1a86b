import { readSettings } from '../../lib/cloud/settings.ts';

const settingsFor = (given: Record<string, unknown>) => readSettings((name) => given[name]);

test('a stack that names no stage is production', () => {
  expect(settingsFor({})).toEqual({ stage: 'prod', callsAtOnce: 100, logRetentionDays: 90 });
});

test('the command line overrides the stage’s own settings', () => {
  const given = { stage: 'staging', callsAtOnce: '3', logRetentionDays: '7' };
  expect(settingsFor(given)).toEqual({ stage: 'staging', callsAtOnce: 3, logRetentionDays: 7 });
});

test('a sign-in is an issuer with an audience', () => {
  const signIn = {
    issuer: 'https://cognito-idp.eu-west-2.amazonaws.com/eu-west-2_a1',
    audience: 'c1',
  };
  expect(settingsFor({ signInIssuer: signIn.issuer, signInAudience: 'c1' }).signIn).toEqual(signIn);
});

test.each([
  [
    { stage: 'Prod!' },
    'stage must be 1–16 small letters, digits or hyphens, beginning with a letter, got Prod!',
  ],
  [{ callsAtOnce: 'many' }, 'callsAtOnce must be 2–1000, got many'],
  [{ callsAtOnce: 1 }, 'callsAtOnce must be 2–1000, got 1'],
  [{ callsAtOnce: 2.5 }, 'callsAtOnce must be 2–1000, got 2.5'],
  [
    { publicBaseUrl: 'http://calls.example.com' },
    'publicBaseUrl must be an https address without a slash at the end, got http://calls.example.com',
  ],
  [
    { publicBaseUrl: 'https://calls.example.com/' },
    'publicBaseUrl must be an https address without a slash at the end, got https://calls.example.com/',
  ],
  [
    { publicBaseUrl: 'https://my_calls.example.com' },
    'publicBaseUrl must be an https address without a slash at the end, got https://my_calls.example.com',
  ],
  [
    { signInIssuer: 'https://example.com' },
    'signInIssuer and signInAudience belong together: give both, or neither',
  ],
])('refuses %j with a sentence', (given, sentence) => {
  expect(() => settingsFor(given)).toThrow(new Error(sentence));
});

test('names the retentions that CloudWatch knows', () => {
  expect(() => settingsFor({ logRetentionDays: 8 })).toThrow(
    /^logRetentionDays must be one of 1, 3, 5, 7, 14, .*, got 8$/,
  );
});
