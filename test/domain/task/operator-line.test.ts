import { isAtWork, isDialled, lineOf } from '../../../lambdas/domain/task/operator-line.ts';

test.each([
  [{ away: false, gone: false }, true],
  [{ away: false }, true],
  [{ away: true, gone: false }, false],
  [{ away: false, gone: true }, false],
])('%j is at work: %p', (operator, expected) => {
  expect(isAtWork(operator)).toBe(expected);
});

const addresses = ['+442079460991', 'client:anna'];

test.each([
  ['where they chose', 'client:anna', 'client:anna'],
  ['at their first address where they chose none', undefined, '+442079460991'],
  [
    'at their first address where what they chose is not theirs any more',
    'client:old',
    '+442079460991',
  ],
])('an operator is rung %s', (_, at, line) => {
  expect(lineOf({ addresses, at })).toBe(line);
});

test.each([
  ['sip:102@office.sip.twilio.com', true],
  ['sip:102@office.sip.us1.twilio.com', true],
  ['sip:102@office.sip.us1-ix.twilio.com', true],
  ['sip:102@pbx.example.com', true],
  ['client:anna', true],
  ['sip:102@office.sip.dublin.twilio.com', false],
  ['sip:102@office.sip.dublin.ie1.twilio.com', false],
  ['sip:102@office.sip.ashburn-ix.twilio.com', false],
  ['sip:102@office.sip.london-ix.twilio.com', false],
  ['sip:102@office.sip.ie1.twilio.com', false],
  ['sip:102@office.sip.sydney.twilio.com:5061', false],
])('Twilio dials %s: %s', (address, isSo) => {
  expect(isDialled(address)).toBe(isSo);
});
