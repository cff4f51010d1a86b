import { orderProblemText } from '../../../lambdas/domain/order/order-problem.ts';
import type { Columns } from '../../../lambdas/domain/row/row.ts';
import { judge } from './judging.ts';

test.each<[Columns, string]>([
  [
    { status: 99 },
    'status может быть 10 (позвонить в обещанное время), 12, 13, 14 или пустым; записано «99»',
  ],
  [{ tel: '' }, 'tel пуст; запишите номер телефона'],
  [{ callaftermin: 'завтра' }, 'callaftermin — это целое число минут, 0–525600; записано «завтра»'],
  [
    { date_callback: '2026-11-23', time_callback: '11:00' },
    'обещанное время 2026-11-23 11:00:00 (Europe/London) уже прошло: заказ записан 2026-11-23T12:00:00.000Z; укажите более позднее',
  ],
  [
    { date_callback: '2027-02-29', time_callback: '10:00' },
    'date_callback — «2027-02-29», такого дня в календаре нет',
  ],
  [
    { time_callback: '25:00' },
    'time_callback записывают как HH:mm или HH:mm:ss по часовому поясу строки; записано «25:00»',
  ],
])('the refusal of %j is told in Russian', (columns, sentence) => {
  const verdict = judge(columns);
  expect(verdict.kind === 'refused' && orderProblemText(verdict.problem, 'ru')).toBe(sentence);
});

test('a long value is cut in both languages', () => {
  const problem = { code: 'unknown-status', got: 'x'.repeat(100) } as const;
  expect(orderProblemText(problem, 'en')).toContain(`“${'x'.repeat(40)}…”`);
  expect(orderProblemText(problem, 'ru')).toContain(`«${'x'.repeat(40)}…»`);
});
