import { bodyOf, draftOf } from '../../../lambdas/console/supervisor/account/account-draft.ts';
import { accountSchema } from '../../../lambdas/domain/task/task.ts';

const account = accountSchema.parse({
  callsPerSecond: 2.5,
  tryAgainMinutes: 30,
  allowedCountries: ['GB', 'IE'],
  sipDomains: ['office.sip.twilio.com'],
  awayReasons: ['Break', 'Stock room'],
});

test('settings that are not changed in the form are stored as they were', () => {
  expect(accountSchema.parse(bodyOf(draftOf(account)))).toEqual(account);
  const least = { callsPerSecond: null };
  expect(bodyOf(draftOf(least))).toEqual(least);
});

test('countries and domains may be written as people write them', () => {
  const draft = {
    ...draftOf(account),
    allowedCountries: 'gb, ie;fr',
    sipDomains: ' A.sip.example ',
  };
  expect(bodyOf(draft)).toMatchObject({
    allowedCountries: ['GB', 'IE', 'FR'],
    sipDomains: ['a.sip.example'],
  });
});

test('what is no number is the server’s to refuse', () => {
  const draft = { ...draftOf(account), callsPerSecond: '1,5', tryAgainMinutes: 'soon' };
  expect(bodyOf(draft)).toMatchObject({ callsPerSecond: 1.5, tryAgainMinutes: 'soon' });
});
