import fc from 'fast-check';
import { numberKinds } from '../../../lambdas/domain/basics/number-kind.ts';
import { toE164 } from '../../../lambdas/domain/basics/phone-number.ts';
import { placeNumber } from '../../../lambdas/domain/basics/place-number.ts';
import { mayDial } from '../../../lambdas/domain/gate/gate.ts';
import type { GateFacts } from '../../../lambdas/domain/gate/question.ts';
import { whyNoNumber } from '../../../lambdas/domain/gate/where.ts';
import type { Task } from '../../../lambdas/domain/task/task.ts';
import { gateFacts } from '../../support/gate-facts.ts';
import { instant } from '../../support/sample-attempt.ts';
import { sampleTask } from '../../support/sample-task.ts';

/** The reason, or `yes`. */
function ask(to: string | undefined, task: Partial<Task> = {}, facts: Partial<GateFacts> = {}) {
  const answer = mayDial({
    to,
    columns: {},
    task: sampleTask(task),
    at: instant('2026-11-23T10:30:00Z'),
    facts: gateFacts(facts),
  });
  return answer.may ? 'yes' : answer.reason;
}

test.each([
  ['a landline', '+442079460017', 'yes'],
  ['a mobile', '+447700900123', 'yes'],
  ['a free number', '+448001111111', 'yes'],
  ['a company’s', '+443001234567', 'yes'],
  ['a premium number', '+449098790000', 'kind-not-allowed'],
  ['a shared-cost number', '+448451234567', 'kind-not-allowed'],
  ['a personal number', '+447012345678', 'kind-not-allowed'],
  ['a satellite’s', '+881612345678', 'kind-not-allowed'],
  ['another satellite’s', '+8821612345678', 'kind-not-allowed'],
  ['an international premium number', '+979123456789', 'kind-not-allowed'],
  [
    'a landline in Jersey, which has a plan and prices of its own',
    '+441534456789',
    'country-not-allowed',
  ],
  ['a number in France', '+33199008723', 'country-not-allowed'],
])('a task in Britain, %s: %s %s', (_, to, expected) => {
  expect(ask(to)).toBe(expected);
});

test.each([
  ['+12025550164', 'yes'],
  ['+19005550164', 'kind-not-allowed'],
  // the same country’s code, other countries: calls there are what toll fraud lives on
  ['+18765550164', 'country-not-allowed'],
  ['+12645550164', 'country-not-allowed'],
  ['+16135550164', 'country-not-allowed'],
])('a task in the United States, %s: %s', (to, expected) => {
  expect(ask(to, { country: 'US' })).toBe(expected);
});

test('what is no phone number is refused as such', () => {
  expect(ask(undefined)).toBe('not-a-number');
});

test('a service’s short number is none of a customer, unless the task names them', () => {
  expect(ask('+43116123', { country: 'AT' })).toBe('short-number');
  expect(ask('+43116123', { country: 'AT', allowedKinds: ['short'] })).toBe('yes');
});

test('a kind may be allowed by its name, and ordinary ones left out', () => {
  expect(ask('+449098790000', { allowedKinds: ['premium'] })).toBe('yes');
  expect(ask('+881612345678', { allowedKinds: ['satellite'] })).toBe('yes');
  expect(ask('+448001111111', { allowedKinds: ['fixed', 'mobile'] })).toBe('kind-not-allowed');
  expect(ask('+447700900123', { allowedKinds: ['fixed'] })).toBe('kind-not-allowed');
});

test('a task may name the countries that it calls, and its own is then none unless named', () => {
  const abroad = { allowedCountries: ['FR', 'JE'] };
  expect(ask('+33199008723', abroad)).toBe('yes');
  expect(ask('+441534456789', abroad)).toBe('yes');
  expect(ask('+442079460017', abroad)).toBe('country-not-allowed');
});

test('the account may allow fewer countries than a task does', () => {
  const account = { callsPerSecond: 1, allowedCountries: ['GB'] };
  expect(ask('+33199008723', { allowedCountries: ['FR'] }, { account })).toBe(
    'country-not-allowed',
  );
  expect(ask('+442079460017', {}, { account })).toBe('yes');
});

test('a number of our own is no customer’s', () => {
  expect(ask('+442079460991', {}, { ours: new Set(['+442079460991']) })).toBe('own-number');
});

const countries = ['GB', 'US', 'RU', 'DE', 'FR', 'KZ', 'AU', 'JM'];
const digits = fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 4, maxLength: 14 });
const anyText = fc
  .tuple(fc.constantFrom('', '+', '00', '+44', '+44 90', '+1', '+1 900', '+881', '8'), digits)
  .map(([prefix, rest]) => prefix + rest);

test('no number of a country or a kind that is not allowed is ever dialled, however it is written', () => {
  const settings = fc.record({
    country: fc.constantFrom(...countries),
    allowedCountries: fc.option(fc.subarray(countries)),
    allowedKinds: fc.subarray([...numberKinds]),
  });
  fc.assert(
    fc.property(anyText, settings, (text, task) => {
      const to = toE164(text, task.country);
      if (ask(to, task) !== 'yes') return;
      const { country, kinds } = placeNumber(to ?? '', task.country);
      expect(kinds.some((it) => task.allowedKinds.includes(it))).toBe(true);
      if (country !== undefined) expect(task.allowedCountries ?? [task.country]).toContain(country);
    }),
    { numRuns: 400 },
  );
});

test.each(['110', '112', '113', '117', '118', '119', '122', '190', '911', '999', '000', '0112'])(
  'what is dialled in an emergency is dialled in no country: %s',
  (emergency) => {
    for (const country of [...countries, 'AT']) {
      const allowedKinds = [...numberKinds];
      expect(ask(toE164(emergency, country), { country, allowedKinds })).not.toBe('yes');
    }
  },
);

test.each([
  ['999', 'GB', 'emergency-number'],
  ['+44 999', 'GB', 'emergency-number'],
  ['1-1-2', 'RU', 'emergency-number'],
  ['102', 'RU', 'emergency-number'],
  ['+1 911', 'US', 'emergency-number'],
  ['116 123', 'GB', 'not-a-number'],
  ['call 999', 'GB', 'not-a-number'],
  ['', 'GB', 'not-a-number'],
])('%j in %s has a reason of its own: %s', (text, country, reason) => {
  expect(toE164(text, country)).toBeUndefined();
  expect(whyNoNumber(text, country)).toBe(reason);
});

test('an emergency number in the form of the network’s is refused even where short ones are allowed', () => {
  expect(toE164('0112', 'AT')).toBe('+430112');
  expect(ask('+430112', { country: 'AT', allowedKinds: ['short'] })).toBe('emergency-number');
});
