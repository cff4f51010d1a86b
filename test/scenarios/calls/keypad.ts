import { minute, second } from '../../../lambdas/domain/basics/instant.ts';
import { inSeconds } from '../../support/desk.ts';
import { sampleScript } from '../../support/keypad-call.ts';
import { floor } from './floor.ts';

floor.script('callback', sampleScript);

/** Ready for the call, then a key or more for each question. */
const pressing = (...answers: string[]) => ({
  afterSeconds: 0.3,
  hangUpAfterSeconds: null,
  presses: ['1', ...answers],
});

const promising = floor.desk({ task: { script: 'callback', language: 'ru', wrapUpSeconds: 30 } });
test.concurrent('an operator without a screen promises the next call by the keys of their phone', async () => {
  await promising.setPhone(promising.operator, pressing('2', '10#', '1', '1'));
  await promising.order({ dueAt: inSeconds(5), имя: 'Вера' });
  const row = await promising.rowWhen(
    (it) => it.status === 10 && it._promised_at !== undefined && it.date_call !== undefined,
  );
  const {
    operators: [leg],
    customers,
  } = await promising.legsWhen(({ operators }) => (operators[0]?.ended ?? null) !== null);
  const promisedAt = Date.parse(String(row._promised_at));
  expect(promisedAt).toBeGreaterThan(Date.parse(customers[0]?.ended ?? ''));
  const wholeSecond = Math.ceil(promisedAt / second) * second;
  expect(Date.parse(String(row._due_at))).toBe(wholeSecond + 10 * minute);
  expect(leg?.said).toContain('Чем закончился разговор?');
  expect(leg?.said).toContain('Вера: звонок будет обещан.');
  expect(leg?.said.at(-1)).toMatch(/^Абоненту позвонят снова .*\. До свидания\.$/);
});

const givingUp = floor.desk({ task: { script: 'callback', wrapUpSeconds: 30 } });
test.concurrent('who does not answer a question books nothing', async () => {
  await givingUp.setPhone(givingUp.operator, pressing('2', '10#', '1', '9', '9', '9'));
  await givingUp.order({ dueAt: inSeconds(5) });
  const {
    operators: [leg],
  } = await givingUp.legsWhen(({ operators }) => (operators[0]?.ended ?? null) !== null);
  expect(leg?.said.at(-1)).toMatch(/nothing was stored, and no call was promised/);
  const row = await givingUp.rowAt(12);
  expect(row).not.toHaveProperty('_due_at');
  expect(row).not.toHaveProperty('callaftermin');
});
