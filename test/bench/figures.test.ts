import { milliseconds, percentile, spreadOf, spreadText } from './figures.ts';

const hundred = Array.from({ length: 100 }, (_, n) => 100 - n);

test('a percentile is the smallest value that the share does not exceed', () => {
  expect([0.5, 0.99, 1].map((share) => percentile(hundred, share))).toEqual([50, 99, 100]);
  expect(percentile([7], 0.01)).toBe(7);
  expect(percentile([], 0.5)).toBeNaN();
});

test('what comes before its moment is told', () => {
  expect(spreadText(spreadOf([-1, 2, 12_345]))).toBe(
    'p50 2 ms, p99 12.3 s, worst 12.3 s, 1 early, of 3',
  );
});

test('from ten seconds on, seconds are told', () => {
  expect([9_999.94, 10_000].map(milliseconds)).toEqual(['9999.9 ms', '10 s']);
});
