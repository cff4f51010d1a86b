import fc from 'fast-check';
import { LineCounter } from '../../../lambdas/domain/import/line-counter.ts';

test('counts how often each number came', () => {
  const numbers = fc.array(
    fc.oneof(
      fc.integer({ min: 1, max: 50 }),
      fc.maxSafeNat().map((n) => n + 1),
    ),
    {
      size: 'large',
    },
  );
  fc.assert(
    fc.property(numbers, (given) => {
      const occurrences = new LineCounter();
      const counted = given.map((number) => occurrences.count(number));
      expect(counted).toEqual(
        given.map((number, at) => given.slice(0, at + 1).filter((it) => it === number).length),
      );
    }),
  );
});

test('tells apart a hundred thousand neighbours, and numbers that differ in their high half', () => {
  const occurrences = new LineCounter();
  const numbers = Array.from({ length: 100_000 }, (_, n) => (n % 2 ? n + 1 : (n + 1) * 2 ** 32));
  expect(numbers.every((number) => occurrences.count(number) === 1)).toBe(true);
  expect(numbers.every((number) => occurrences.count(number) === 2)).toBe(true);
});
