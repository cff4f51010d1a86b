import { classifyRefusal } from '../../lambdas/adapters/twilio/classify-refusal.ts';
import { lineEnd } from '../../lambdas/adapters/twilio/line-answer.ts';
import { refusalCodes } from '../../lambdas/adapters/twilio/refusal-codes.ts';

describe('tries again at once what Twilio did not process', () => {
  test.each([
    [429, 20429],
    [429, undefined],
  ])('HTTP %s, error %s', (status, code) => {
    expect(classifyRefusal(status, code)).toBe('retry');
  });
});

describe('waits while the account has too many calls', () => {
  test.each([
    [400, 10004],
    [403, 10004],
    [400, 86008],
    [429, 10004],
  ])('HTTP %s, error %s', (status, code) => {
    expect(classifyRefusal(status, code)).toBe('wait');
  });
});

describe('gives up on a number that cannot or must not be called', () => {
  test.each([
    [400, 21202],
    [400, 21211],
    [400, 21214],
    [400, 21216],
    [400, 21217],
    [400, 32009],
  ])('HTTP %s, error %s', (status, code) => {
    expect(classifyRefusal(status, code)).toBe('number');
  });
});

describe('knows when it is the account that may not call a number', () => {
  test.each([
    [400, 21203],
    [400, 21215],
    [400, 21219],
    [400, 573005],
  ])('HTTP %s, error %s', (status, code) => {
    expect(classifyRefusal(status, code)).toBe('permission');
  });
});

describe('stops the task for its account, its credentials and its caller ID alone', () => {
  test.each([
    [401, 20003],
    [401, undefined],
    [403, undefined],
    [403, 20005],
    [403, 20403],
    [403, 10005],
    [404, 20404],
    [400, 21210],
    [400, 21212],
    [400, 21213],
  ])('HTTP %s, error %s', (status, code) => {
    expect(classifyRefusal(status, code)).toBe('stop');
  });
});

describe('takes what nobody listed for the one call’s', () => {
  test.each([
    [400, undefined],
    [400, 99999],
    [422, undefined],
  ])('HTTP %s, error %s', (status, code) => {
    expect(classifyRefusal(status, code)).toBe('unlisted');
  });
});

describe('does not know whether the call exists', () => {
  test.each([
    [undefined, undefined],
    [500, 20500],
    [502, undefined],
    [503, 20503],
    [504, undefined],
    [500, 10004],
    [408, undefined],
    [307, undefined],
    [201, undefined],
  ])('HTTP %s, error %s', (status, code) => {
    expect(classifyRefusal(status, code)).toBe('unknown');
  });
});

describe('sorts every code that is documented for creating a call and for Dial', () => {
  /** Runs of codes in Twilio's dictionary; of each of them, whose it is. */
  const documented: [string, number[]][] = [
    ['the account', [10001, 10002, 10003, 10004, 10005]],
    ['Dial', [13201, ...from(13_210, 13_227), ...from(13_241, 13_255)]],
    ['REST', [20001, 20003, 20004, 20005, 20006, 20008, 20010, 20011, 20012]],
    ['REST by HTTP status', [20403, 20404, 20413, 20422, 20423, 20426, 20429]],
    ['Calls', [...from(21_200, 21_229), 21234, 21262, 21263, 21264]],
    ['SIP interface', [32002, 32006, 32009, 32011, 32013, 32016, 32017, 32018, 32019]],
    ['SIP addresses', [32101, 32110, 32111, 32112, 32113, 32114, 32214, 32215, 32216]],
    ['SIP registrations', [32220, 32221, 32223]],
    ['newer ones', [86008, 573_005]],
  ];

  test.each(documented)('%s', (_, codes) => {
    expect(codes.filter((code) => !refusalCodes.has(code))).toEqual([]);
  });

  test.each([...refusalCodes])(
    'error %s is answered with %s, and no code counts as a talk',
    (code, kind) => {
      expect(classifyRefusal(400, code)).toBe(kind);
      expect(classifyRefusal(500, code)).toBe('unknown');
      const { as, refused } = lineEnd('failed', { sip: undefined, code });
      expect(as).toBe('failed');
      const because = kind === 'number' ? 'no-such-number' : 'our-account';
      expect(refused).toEqual(kind === 'retry' ? undefined : { because, code });
    },
  );

  test('no code about To stops a task', () => {
    const aboutTo = [
      13223, 13224, 13225, 13226, 21202, 21203, 21211, 21214, 21215, 21216, 21217, 21219,
    ];
    expect(aboutTo.map((code) => refusalCodes.get(code))).not.toContain('stop');
  });
});

function from(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, n) => first + n);
}
