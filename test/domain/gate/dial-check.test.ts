import { type AttemptId, attemptId } from '../../../lambdas/domain/attempt/attempt.ts';
import { checkDial, type DialCheck } from '../../../lambdas/domain/gate/dial-check.ts';
import type { Columns, OwnColumns } from '../../../lambdas/domain/row/row.ts';
import { gateFacts } from '../../support/gate-facts.ts';
import { instant, sampleAttempt } from '../../support/sample-attempt.ts';
import { sampleTask } from '../../support/sample-task.ts';

const attempt = sampleAttempt();
const served = { ...attempt.order, status: 11, tel: attempt.tel, имя: 'Zoë' };

function asked(columns: Columns, own: OwnColumns = {}, given: Partial<DialCheck> = {}) {
  const answer = checkDial({
    attempt,
    row: { columns: { ...served, ...columns }, own: { attempt: attempt.id, ...own } },
    task: sampleTask(),
    at: instant('2026-11-23T10:30:00Z'),
    facts: gateFacts(),
    ...given,
  });
  if (answer.may) return undefined;
  const { may: _, ...refusal } = answer;
  return refusal;
}

test('the customer may be dialled while the row says 11 with this attempt and what was claimed', () => {
  expect(asked({})).toBeUndefined();
});

test.each<[string, Columns]>([
  ['11 as a text', { status: '11' }],
  ['the number with a space behind it', { tel: '020 7946 0017 ' }],
  ['another name, note or operator', { имя: 'Zoé', комментарии: '', operator_number: 'client:x' }],
])('%s is no withdrawal', (_, columns) => {
  expect(asked(columns)).toBeUndefined();
});

test('an outside writer who dropped our column is no withdrawal: the lock says who serves the row', () => {
  const row = { columns: served, own: {} };
  expect(asked({}, {}, { row })).toBeUndefined();
});

test('a row that was deleted is gone', () => {
  expect(asked({}, {}, { row: undefined })).toEqual({ reason: 'gone' });
});

test.each([[undefined], [null], ['']])('status %p is a cancel', (status) => {
  expect(asked({ status })).toEqual({ reason: 'cancelled' });
});

test.each<[string, Columns]>([
  ['10', { status: 10 }],
  ['another status', { status: 12 }],
  ['another date', { date_callback: '2026-11-24' }],
  ['another time', { time_callback: '11:00' }],
  ['minutes', { callaftermin: 5 }],
  ['another zone', { time_zone: 'Etc/UTC' }],
  ['another number', { tel: '+442079460018' }],
  ['the number written differently', { tel: '+44 20 7946 0017' }],
  ['no number', { tel: null }],
])('%s moves the call', (_, columns) => {
  expect(asked(columns)).toEqual({ reason: 'moved' });
});

test('another attempt in the row moves the call', () => {
  const other: AttemptId = attemptId(attempt.row, 'a2');
  expect(asked({}, { attempt: other })).toEqual({ reason: 'moved' });
});

test('the gate is asked for now, and names the instant when it will say yes', () => {
  const task = sampleTask({ callingHours: { '1': [['11:00', '12:00']] } });
  expect(asked({}, {}, { task })).toEqual({
    reason: 'may-not-be-called',
    why: 'outside-calling-hours',
    nextAt: instant('2026-11-23T11:00:00Z'),
  });
});

test('a gate that never opens names no instant', () => {
  expect(asked({}, {}, { task: sampleTask({ callingHours: {} }) })).toEqual({
    reason: 'may-not-be-called',
    why: 'outside-calling-hours',
  });
});
