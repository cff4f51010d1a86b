import { type OrderProblem, orderProblemText } from '../../lambdas/domain/order/order-problem.ts';
import { toldProblem } from '../../lambdas/domain/order/told-problem.ts';
import type { Columns } from '../../lambdas/domain/row/row.ts';
import { instant } from '../support/sample-attempt.ts';
import { sampleTask } from '../support/sample-task.ts';
import { judge } from './judging.ts';

const row = { task: 'demo', Id: 17, tel: '+442079460017', status: 10 };
const task = sampleTask();

function told(problem: OrderProblem, columns: Columns, own = {}): string {
  return toldProblem(orderProblemText(problem, 'en'), { columns, own, task }, 'ru');
}

test.each<Columns>([
  { status: 99 },
  { tel: null },
  { tel: '12' },
  { operator_number: 'Анна' },
  { time_zone: 'Москва' },
  { callaftermin: 'завтра' },
  { date_callback: '2027-02-29', time_callback: '10:00' },
  { date_callback: '2026-11-23', time_callback: '11:00' },
  {},
])('what a row with %j is refused for is told in Russian later', (columns) => {
  const verdict = judge(columns);
  if (verdict.kind !== 'refused') throw new Error(verdict.kind);
  const { problem } = verdict;
  expect(told(problem, { ...row, ...columns })).toBe(orderProblemText(problem, 'ru'));
});

test.each<OrderProblem>([
  { code: 'no-live-call' },
  { code: 'already-made' },
  { code: 'operator-refused', error: 21217 },
  { code: 'never-callable', reason: 'outside-calling-hours' },
  {
    code: 'missed',
    promisedFor: instant('2026-11-23T10:30:00Z'),
    lateSeconds: 3601,
    graceSeconds: 3600,
  },
])('so is what became of the promise: %j', (problem) => {
  expect(told(problem, row)).toBe(orderProblemText(problem, 'ru'));
});

test('an order over a ban is told of as long as the ban stands', () => {
  const own = { order: { status: '14' } };
  expect(told({ code: 'barred' }, row, own)).toMatch(/^status был 14/);
});

test('what the row does not explain any more stays as it was written', () => {
  expect(told({ code: 'no-tel' }, row)).toBe('tel is empty; write the phone number to call');
  expect(toldProblem('somebody else wrote this', { columns: row, own: {}, task }, 'ru')).toBe(
    'somebody else wrote this',
  );
});
