import { addressText, phoneText } from '../../lambdas/console/words/phone-text.ts';

test.each([
  ['+442079460991', '+44 20 7946 0991'],
  ['+447700900633', '+44 7700 900633'],
  ['+12025550101', '+1 202 555 0101'],
  ['+79160000000', '+7 916 000 00 00'],
  ['+33199008723', '+33 1 99 00 87 23'],
  ['+525555555501', '+52 55 5555 5501'],
  ['+4930235550123', '+49 30 235550123'],
  // What is not E.164 is shown as it was given.
  ['07700 900633', '07700 900633'],
  ['+44 (0)20', '+44 (0)20'],
])('%s is read out as %s', (number, text) => {
  expect(phoneText(number)).toBe(text);
});

test.each([
  ['client:anna', 'anna'],
  ['sip:102@office.sip.twilio.com', '102@office.sip.twilio.com'],
  ['+442079460991', '+44 20 7946 0991'],
])('the line %s is called %s', (address, text) => {
  expect(addressText(address)).toBe(text);
});
