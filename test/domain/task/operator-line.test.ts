import { isAtWork, lineOf } from '../../../lambdas/domain/task/operator-line.ts';

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
  ['where he chose', 'client:anna', 'client:anna'],
  ['at his first address where he chose none', undefined, '+442079460991'],
  ['at his first address where what he chose is not his any more', 'client:old', '+442079460991'],
])('an operator is rung %s', (_, at, line) => {
  expect(lineOf({ addresses, at })).toBe(line);
});
