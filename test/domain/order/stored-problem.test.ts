import {
  type OrderProblem,
  orderProblemText,
} from '../../../lambdas/domain/order/order-problem.ts';
import { problemColumns, shownProblem } from '../../../lambdas/domain/order/stored-problem.ts';

const missed: OrderProblem = {
  code: 'missed',
  promisedFor: Date.parse('2026-11-23T10:30:00Z'),
  lateSeconds: 3700,
  graceSeconds: 3600,
};

/** The problem as a row keeps it. */
function stored(problem: OrderProblem) {
  const { _problem, _problem_code } = problemColumns(problem);
  return { problem: _problem as string, problemCode: _problem_code as string };
}

test.each<OrderProblem>([
  missed,
  { code: 'not-a-phone', country: 'GB', got: '12' },
  { code: 'past', date: '2026-11-22', time: '10:30', zone: 'Europe/Paris', at: 1_763_900_000_000 },
  { code: 'operator-refused', error: 21217 },
  { code: 'never-callable', reason: 'attempts-today-used-up' },
])('a stored problem is shown in each language: $code', (problem) => {
  expect(shownProblem(stored(problem), 'en')).toBe(orderProblemText(problem, 'en'));
  expect(shownProblem(stored(problem), 'ru')).toBe(orderProblemText(problem, 'ru'));
});

test('a sentence that an earlier release worded in another way is shown in Russian all the same', () => {
  const { problemCode } = stored(missed);
  const former = { problem: 'the call was missed by an hour', problemCode };
  expect(shownProblem(former, 'ru')).toBe(orderProblemText(missed, 'ru'));
  expect(shownProblem(former, 'en')).toBe('the call was missed by an hour');
});

test.each([
  ['absent, as earlier releases left it', undefined],
  ['no JSON', 'no-tel'],
  ['a code that nobody knows', '{"code":"unheard-of"}'],
  ['without its details', '{"code":"missed"}'],
  ['nothing', 'null'],
])('a problem whose code is %s is shown in English', (_, problemCode) => {
  const problem = 'tel is empty';
  expect(shownProblem({ problem, ...(problemCode && { problemCode }) }, 'ru')).toBe(problem);
});

test('a row without a problem shows none, whatever stands in its code', () => {
  expect(shownProblem({ problemCode: '{"code":"no-tel"}' }, 'ru')).toBeUndefined();
});
