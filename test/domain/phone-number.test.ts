import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { toAddress, toE164 } from '../../lambdas/domain/basics/phone-number.ts';

test.each([
  // as the sample tables write them
  ['07700 900154', '+447700900154'],
  ['020 7946 0590', '+442079460590'],
  ['+44 7700 900633', '+447700900633'],
  ['+44(0)20 7946 0136', '+442079460136'],
  ['+1 (202) 555-0164', '+12025550164'],
  ['1-202-555-0170', '+12025550170'],
  ['+33 1 99 00 87 23', '+33199008723'],
  // as others do
  ['+442079460136', '+442079460136'],
  ['00 44 20 7946 0136', '+442079460136'],
  ['44 20 7946 0136', '+442079460136'],
  ['(020) 7946-0136', '+442079460136'],
  ['020.7946.0136', '+442079460136'],
  ['  020 7946 0136 ', '+442079460136'],
  ['tel:+44-20-7946-0136', '+442079460136'],
])('“%s”, written in Britain, is %s', (given, e164) => {
  expect(toE164(given, 'GB')).toBe(e164);
});

test('a number without a country code is the country’s own', () => {
  expect(toE164('(202) 555-0164', 'US')).toBe('+12025550164');
  expect(toE164('01 99 00 87 23', 'FR')).toBe('+33199008723');
});

test('what is impossible in the country is tried as international', () => {
  expect(toE164('1-202-555-0170', 'GB')).toBe('+12025550170');
  expect(toE164('442079460136', 'US')).toBe('+442079460136');
});

test('a country that nobody knows leaves numbers with a country code', () => {
  expect(toE164('+442079460136', 'ZZ')).toBe('+442079460136');
  expect(toE164('020 7946 0136', 'ZZ')).toBeUndefined();
});

test.each([
  '',
  '   ',
  '-',
  'телефон неизвестен',
  'n/a',
  '12',
  '0000',
  '+44',
  '+44 20',
  '1'.repeat(30),
])('“%s” cannot be a number', (given) => {
  expect(toE164(given, 'GB')).toBeUndefined();
});

test('every number of the sample table is read', () => {
  const path = join(__dirname, '../fixtures/table_out_call.utf8.csv');
  const lines = readFileSync(path, 'utf8').trim().split('\n').slice(1);
  const numbers = lines.map((line) => line.split(',')[1] ?? '');
  expect(numbers).toHaveLength(120);
  const fictional = /^\+(442079460\d{3}|447700900\d{3}|120255501\d\d|331990\d{5})$/;
  expect(numbers.filter((it) => !fictional.test(toE164(it, 'GB') ?? ''))).toEqual([]);
});

describe('an operator’s address', () => {
  test.each([
    ['+44 20 7946 0999', '+442079460999'],
    ['020 7946 0999', '+442079460999'],
    ['client:ivan', 'client:ivan'],
    [' client:Ivan ', 'client:Ivan'], // Twilio tells capital letters apart
    ['sip:102@office.sip.twilio.com', 'sip:102@office.sip.twilio.com'],
    ['SIP:Ann@Office.SIP.Twilio.com', 'sip:Ann@office.sip.twilio.com'],
    ['sips:102@office.sip.twilio.com', 'sip:102@office.sip.twilio.com'],
  ])('“%s” is %s', (given, address) => {
    expect(toAddress(given, 'GB')).toBe(address);
  });

  test.each([
    '',
    'ivan',
    'client:',
    'client:ivan petrov',
    'client:a,b',
    `client:${'a'.repeat(257)}`,
    'sip:102',
    'sip:@office.example',
    'sip:a@b@c',
    'mailto:ivan@example.org',
    'https://example.org/020 7946 0999',
  ])('“%s” is none', (given) => {
    expect(toAddress(given, 'GB')).toBeUndefined();
  });
});
