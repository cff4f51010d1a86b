import { timeOrderedSuffix } from '../../lambdas/adapters/system/time-ordered-suffix.ts';
import { attemptId, parseAttemptId } from '../../lambdas/domain/attempt/attempt.ts';

const instants = [0, 1_795_418_029_511, 1_795_418_029_512, 101_559_956_668_415];

test('sorts as the instants do', () => {
  const suffixes = instants.map(timeOrderedSuffix);
  expect(suffixes.toSorted()).toEqual(suffixes);
});

test('is another one each time', () => {
  const suffixes = Array.from({ length: 1000 }, () => timeOrderedSuffix(0));
  expect(new Set(suffixes).size).toBe(1000);
});

test('can stand in an attempt id', () => {
  const id = attemptId({ task: 'demo', Id: 17 }, timeOrderedSuffix(1_795_418_029_511));
  expect(parseAttemptId(id)?.id).toBe(id);
});
