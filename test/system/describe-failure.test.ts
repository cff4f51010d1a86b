import { describeFailure } from '../../lambdas/adapters/powertools/describe-failure.ts';

describe('a log line has no phone number in it', () => {
  test.each([
    ['the number +447700900001 is not valid', 'the number [number] is not valid'],
    ['+44 7700 900-001, twice', '[number], twice'],
    ['call (202) 555-0142 now', 'call ([number] now'],
    ['operator:+12025550142', 'operator:[number]'],
    ['sip:442079460001@office', 'sip:[number]@office'],
  ])('%s', (message, logged) => {
    const described = describeFailure(new Error(message));
    expect(described.message).toBe(logged);
    expect(described.stack).toContain(logged);
  });
});

describe('ids, instants and places in the code are left', () => {
  test.each([
    'attempt demo.17.0mwsxjdtx-4d8bf8e9c77d',
    'call CA00000000000000000000000000000001',
    'due at 2026-11-23T10:00:00.000Z',
    'at node:internal/modules/esm/loader:647:26',
    'HTTP 500, error 20500',
  ])('%s', (message) => {
    expect(describeFailure(new Error(message)).message).toBe(message);
  });
});

test('what an SDK hangs on its errors stays out: it may be a whole row', () => {
  const refused = Object.assign(new Error('refused'), { Item: { имя: { S: 'Мария' } } });
  const outage = new Error('no', { cause: refused });
  expect(JSON.stringify(describeFailure(outage))).not.toContain('Мария');
});

test('an error is told with its causes, as deep as anybody reads', () => {
  const endless = new Error('again');
  endless.cause = endless;
  expect(
    describeFailure(new TypeError('fetch failed', { cause: new Error('ECONNRESET') })),
  ).toEqual({
    name: 'TypeError',
    message: 'fetch failed',
    stack: expect.stringContaining('TypeError: fetch failed'),
    cause: expect.objectContaining({ message: 'ECONNRESET' }),
  });
  expect(JSON.stringify(describeFailure(endless)).match(/"again"/g)).toHaveLength(4);
});

test('what was thrown and is no error is told by its type alone', () => {
  expect(describeFailure('Мария, +447700900001')).toEqual({
    name: 'NotAnError',
    message: 'string',
    stack: undefined,
  });
});
