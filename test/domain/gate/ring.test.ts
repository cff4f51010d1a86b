import { mayRing } from '../../../lambdas/domain/gate/ring.ts';
import type { Account, Operator, Task } from '../../../lambdas/domain/task/task.ts';
import { gateFacts } from '../../support/gate-facts.ts';
import { instant } from '../../support/sample-attempt.ts';
import { anna, sampleTask } from '../../support/sample-task.ts';

interface Given {
  task?: Partial<Task>;
  operators?: Operator[];
  account?: Partial<Account>;
}

/** `yes`, or why not. */
function ask(address: string, { task, operators = [anna], account }: Given = {}): string {
  const answer = mayRing({
    line: { address },
    operators,
    task: sampleTask({ allowUnregisteredOperators: true, ...task }),
    at: instant('2026-11-23T10:30:00Z'),
    facts: gateFacts({ account: { callsPerSecond: 1, ...account } }),
  });
  return answer.may ? 'yes' : answer.reason;
}

const registeredAlone = { task: { allowUnregisteredOperators: false } };

test.each(['+442079460991', 'client:anna'])('a registered operator is rung at %s', (address) => {
  expect(ask(address, registeredAlone)).toBe('yes');
});

test.each(['+442079460999', 'client:somebody', 'sip:101@pbx.example.com'])(
  'whom nobody registered is rung only where the task allows that: %s',
  (address) => {
    expect(ask(address, registeredAlone)).toBe('operator-not-registered');
    expect(ask(address, { task: { allowUnregisteredOperators: undefined } })).toBe(
      'operator-not-registered',
    );
    expect(ask(address)).toBe('yes');
  },
);

test.each([
  ['+449098790000', 'kind-not-allowed'],
  ['+881612345678', 'kind-not-allowed'],
  ['+33199008723', 'country-not-allowed'],
])('an operator’s number that nobody registered goes where the task’s calls go: %s', (to, why) => {
  expect(ask(to)).toBe(why);
});

describe('a desk phone at Twilio', () => {
  const desk = 'sip:102@office.sip.twilio.com';

  test('is one of the account’s where the account names its domain', () => {
    expect(ask(desk, { account: { sipDomains: ['office.sip.twilio.com'] } })).toBe('yes');
    expect(
      ask('sip:102@office.sip.us1.twilio.com', {
        account: { sipDomains: ['office.sip.twilio.com'] },
      }),
    ).toBe('yes');
  });

  test('is one of the account’s where an operator is registered at its domain', () => {
    const atDesk = { ...anna, addresses: ['sip:anna@office.sip.twilio.com'] };
    expect(ask(desk, { operators: [atDesk] })).toBe('yes');
  });

  test.each([
    desk,
    'sip:102@OFFICE.sip.twilio.com:5061',
    'sip:102@office.sip.dublin.twilio.com;transport=tls',
  ])('is else somebody else’s, and never rung: %s', (address) => {
    expect(ask(address)).toBe('foreign-sip-domain');
    expect(ask(address, { account: { sipDomains: ['other.sip.twilio.com'] } })).toBe(
      'foreign-sip-domain',
    );
  });
});
