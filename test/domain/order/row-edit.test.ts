import { orderProblemText } from '../../../lambdas/domain/order/order-problem.ts';
import {
  editedColumns,
  editOf,
  problemOf,
  replacementOf,
} from '../../../lambdas/domain/order/row-edit.ts';
import type { Columns, OwnColumns } from '../../../lambdas/domain/row/row.ts';
import { taskSchema } from '../../../lambdas/domain/task/task.ts';

const task = taskSchema.parse({
  id: 'demo',
  title: 'Demo',
  timeZone: 'Europe/London',
  country: 'GB',
  callerId: '+442079460000',
  operators: [],
});
const at = Date.parse('2027-03-01T12:00:00Z');

function problem(before: Columns, given: Columns, own: OwnColumns = {}): string | undefined {
  const found = problemOf({ before, own, edit: editOf(given), task, at });
  return found && orderProblemText(found, 'en');
}

test('null and empty texts remove a column, zero does not', () => {
  const edit = editOf({ status: null, tel: ' ', callaftermin: 0, имя: 'Анна' });
  expect(edit).toEqual({ set: { callaftermin: 0, имя: 'Анна' }, remove: ['status', 'tel'] });
});

test('a replacement removes what it does not name, but nothing of the system’s own', () => {
  const before = { task: 'demo', Id: 1, tel: '020 7946 0590', имя: 'Анна', _attempt: 'demo.1.a' };
  const edit = replacementOf(before, { tel: '020 7946 0591' });
  expect(editedColumns(before, edit)).toEqual({
    task: 'demo',
    Id: 1,
    tel: '020 7946 0591',
    _attempt: 'demo.1.a',
  });
});

describe('an order is judged as the row stands after the edit', () => {
  test('a time alone, where the row has the date', () => {
    const before = { tel: '020 7946 0590', status: 10, date_callback: '2027-03-02' };
    expect(problem(before, { time_callback: '15:00' })).toBeUndefined();
  });

  test('a number alone, where the row has the order', () => {
    const before = { tel: '020 7946 0590', status: 10, callaftermin: 5 };
    expect(problem(before, { tel: null })).toBe('tel is empty; write the phone number to call');
  });

  test('the past is refused', () => {
    const given = { status: 10, date_callback: '2027-02-28', time_callback: '15:00' };
    expect(problem({ tel: '020 7946 0590' }, given)).toMatch(/was past at 2027-03-01T12:00:00/);
  });
});

test('what orders nothing is not judged: a comment may be written during a call', () => {
  const before = { tel: '020 7946 0590', status: 11 };
  expect(problem(before, { комментарии: 'перезвонить' })).toBeUndefined();
});

test('nobody but the system puts a row in service', () => {
  expect(problem({ tel: '020 7946 0590' }, { status: 11 })).toMatch(
    /^status 11 is set by the system/,
  );
});

test('the same mistake is refused again', () => {
  const given = { status: 10, callaftermin: 'soon' };
  const refused = JSON.stringify(['10', 'soon', null, null, null, '020 7946 0590', null]);
  expect(problem({ tel: '020 7946 0590' }, given, { refused })).toMatch(/^callaftermin must be/);
});

test('a number that may not be called is not ordered before that is lifted', () => {
  const before = { tel: '020 7946 0590', status: 14 };
  expect(problem(before, { status: 10, callaftermin: 5 })).toBe(
    'the row is at 14 (may not be called): remove status first, then order the call',
  );
  expect(problem(before, { status: null })).toBeUndefined();
});

test('a zone that is none is refused though nothing is ordered yet', () => {
  expect(problem({ tel: '020 7946 0590' }, { time_zone: 'PST' })).toBe(
    'time_zone must be an IANA name such as America/Los_Angeles, got “PST”',
  );
});
