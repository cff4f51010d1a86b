import {
  dialledInBrowser,
  dialledOnSip,
  fitsCredential,
  sameAddress,
} from '../../../lambdas/domain/row/caller-address.ts';

describe('a caller is known by their line', () => {
  test.each([
    ['+442079460991', '+442079460991'],
    ['client:anna', 'client:anna'],
    ['sip:anna@office.sip.twilio.com', 'sip:anna@office.sip.twilio.com'],
    ['sip:anna@office.sip.twilio.com', 'sip:anna@OFFICE.sip.twilio.com:5060;transport=tls'],
    ['sip:anna@office.sip.twilio.com', 'sips:anna@office.sip.twilio.com?x-desk=4'],
    ['sip:anna@office.sip.twilio.com', 'sip:anna@office.sip.dublin.twilio.com'],
    ['sip:anna@office.sip.twilio.com', 'sip:anna@office.sip.us1.twilio.com:5061'],
  ])('%s is %s', (known, given) => {
    expect(sameAddress(known, given)).toBe(true);
  });

  test.each([
    ['+442079460991', '+442079460992'],
    ['client:anna', 'client:Anna'],
    ['sip:anna@office.sip.twilio.com', 'sip:ivan@office.sip.twilio.com'],
    ['sip:anna@office.sip.twilio.com', 'sip:anna@office.sip.twilio.com.example.org'],
    ['sip:anna@office.sip.twilio.com', 'sip:anna@elsewhere.example.org'],
    ['sip:anna@office.sip.twilio.com', 'sip:anna@other.sip.dublin.twilio.com'],
    ['sip:anna@office.sip.twilio.com', 'sip:anna@office.sip.evil.example.com'],
    ['+442079460991', 'anonymous'],
  ])('%s is not %s', (known, given) => {
    expect(sameAddress(known, given)).toBe(false);
  });
});

describe('a SIP phone', () => {
  const from = 'sip:anna@office.sip.twilio.com:5060';

  test.each([
    [{ user: 'anna', domain: 'office.sip.twilio.com' }],
    [{ domain: 'office.sip.dublin.twilio.com' }],
    [{}],
  ])('is who it says, let in with %j', (credential) => {
    expect(fitsCredential(from, credential)).toBe(true);
  });

  test.each([
    [{ user: 'ivan', domain: 'office.sip.twilio.com' }],
    [{ user: 'Anna' }],
    [{ user: 'anna', domain: 'other.sip.twilio.com' }],
  ])('is somebody else, let in with %j', (credential) => {
    expect(fitsCredential(from, credential)).toBe(false);
  });

  test('that shows no SIP address is nobody', () => {
    expect(fitsCredential('client:anna', {})).toBe(false);
  });
});

test.each([
  ['sip:+447700900123@office.sip.twilio.com', '+447700900123'],
  ['sip:02079460017@office.sip.twilio.com:5060;transport=udp', '02079460017'],
  ['sip:%2B447700900123;user=phone@office.sip.twilio.com', '+447700900123'],
  ['nonsense', ''],
])('a desk phone that calls %s dialled %s', (to, dialled) => {
  expect(dialledOnSip(to)).toBe(dialled);
});

test.each([
  ['row:demo.17', { row: { task: 'demo', Id: 17 } }],
  ['+447700900123', { tel: '+447700900123' }],
  ['row:demo.0', { tel: 'row:demo.0' }],
  ['row:../demo.17', { tel: 'row:../demo.17' }],
  ['9'.repeat(100), { tel: '9'.repeat(60) }],
])('a browser phone that asks for %s wants %j', (to, target) => {
  expect(dialledInBrowser(to)).toEqual(target);
});
