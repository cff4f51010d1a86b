import { ticksUpTo } from '../../../lambdas/console/supervisor/reports/charts/axis.ts';
import { inGroups } from '../../../lambdas/console/supervisor/reports/charts/outcome-groups.ts';

test.each([
  [0, [0, 1]],
  [1, [0, 1]],
  [3, [0, 1, 2, 3]],
  [7, [0, 2, 4, 6, 8]],
  [10, [0, 5, 10]],
  [38, [0, 10, 20, 30, 40]],
  [401, [0, 200, 400, 600]],
  [10_000, [0, 5000, 10_000]],
])('an axis up to %p has the ticks %p', (highest, ticks) => {
  expect(ticksUpTo(highest)).toEqual(ticks);
});

test('outcomes fall into four groups', () => {
  const outcomes = {
    reached: 5,
    'customer-busy': 1,
    'customer-no-answer': 2,
    'caller-gone': 1,
    'operator-no-answer': 3,
    withdrawn: 1,
    'never-sent': 1,
  };
  expect(inGroups(outcomes)).toEqual({ reached: 5, customer: 4, operator: 3, other: 2 });
});
