import { classifyRefusal } from '../../lambdas/adapters/twilio/classify-refusal.ts';

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
    [400, 21205],
    [422, 20422],
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
