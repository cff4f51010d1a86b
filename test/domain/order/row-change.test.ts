import { attemptId } from '../../../lambdas/domain/attempt/attempt.ts';
import { columnChange, type RowChange, readOwn } from '../../../lambdas/domain/order/row-change.ts';
import { type Columns, orderFieldsOf, sameFields } from '../../../lambdas/domain/row/row.ts';
import { instant } from '../../support/sample-attempt.ts';

const fields = { status: '10', date_callback: '2026-11-23', time_callback: '10:30:00' };
const order: RowChange = {
  kind: 'order',
  dueAt: instant('2026-11-23T10:30:00Z'),
  fields,
  promisedAt: instant('2026-11-23T09:00:00.123Z'),
};
const serve: RowChange = {
  kind: 'serve',
  attempt: attemptId({ task: 'demo', Id: 17 }, 'a1'),
  fields,
  at: instant('2026-11-23T10:29:45.007Z'),
};
const refuse: RowChange = { kind: 'refuse', problem: { code: 'no-tel' }, mark: 'mark' };

test('an order shows its instant in the public columns and takes the minutes away', () => {
  const { set, remove } = columnChange(order);
  expect(set).toEqual({
    status: 10,
    date_callback: '2026-11-23',
    time_callback: '10:30:00',
    _order: fields,
    _due_at: '2026-11-23T10:30:00.000Z',
    _promised_at: '2026-11-23T09:00:00.123Z',
    _promised_for: '2026-11-23T10:30:00.000Z',
  });
  expect(remove).toEqual(
    expect.arrayContaining([
      'callaftermin',
      '_attempt',
      '_problem',
      '_problem_code',
      '_refused',
      '_waiting_for',
    ]),
  );
});

test('an order that waits says since when and for whom', () => {
  const since = instant('2026-11-23T10:30:00Z');
  const { set } = columnChange({ ...order, waiting: { since, for: 'task:demo' } });
  expect(set).toMatchObject({
    _waiting_since: '2026-11-23T10:30:00.000Z',
    _waiting_for: 'task:demo',
  });
});

test('a call in service keeps date and time, and is taken off the clock', () => {
  const { set, remove } = columnChange(serve);
  expect(set).toEqual({
    status: 11,
    date_call: '2026-11-23T10:29:45.007Z',
    _order: { ...fields, status: '11' },
    _attempt: 'demo.17.a1',
  });
  expect(remove).toEqual(expect.arrayContaining(['_due_at', '_promised_at', '_waiting_since']));
});

test('what is refused keeps the writer’s values', () => {
  const { set, remove } = columnChange(refuse);
  expect(set).toEqual({
    _problem: 'tel is empty; write the phone number to call',
    _problem_code: '{"code":"no-tel"}',
    _refused: 'mark',
  });
  expect(remove.filter((name) => !name.startsWith('_'))).toEqual([]);
  expect(remove).toEqual(expect.arrayContaining(['_order', '_due_at']));
});

test('a row whose order is cleared keeps its public columns and nothing of ours', () => {
  const { set, remove } = columnChange({ kind: 'clear' });
  expect(set).toEqual({});
  expect(remove.every((name) => name.startsWith('_'))).toBe(true);
  expect(remove).toContain('_due_at');
});

test('a row that ends with a status keeps no order', () => {
  const { set, remove } = columnChange({ kind: 'finish', status: 12 });
  expect(set).toEqual({ status: 12, _order: { status: '12' } });
  expect(remove).toEqual(
    expect.arrayContaining(['callaftermin', 'date_callback', 'time_callback', '_due_at']),
  );
});

test('a row that ends without a status loses the one that it had', () => {
  const { set, remove } = columnChange({ kind: 'finish', status: undefined });
  expect(set).toEqual({});
  expect(remove).toEqual(expect.arrayContaining(['status', '_order', 'date_callback']));
});

test('a row that ends with a problem says which', () => {
  const problem = { code: 'never-callable', reason: 'outside-calling-hours' } as const;
  const { set } = columnChange({ kind: 'finish', status: 14, problem });
  expect(set).toMatchObject({
    status: 14,
    _problem: 'the number may not be called: it is outside the calling hours where the customer is',
    _problem_code: JSON.stringify(problem),
  });
});

test.each<[string, RowChange]>([
  ['order', order],
  ['serve', serve],
  ['clear', { kind: 'clear' }],
  ['refuse', refuse],
  ['finish', { kind: 'finish', status: 12 }],
  ['finish without a status', { kind: 'finish', status: undefined }],
])('no column is both set and removed: %s', (_, change) => {
  const { set, remove } = columnChange(change);
  expect(remove.filter((name) => name in set)).toEqual([]);
  expect(new Set(remove).size).toBe(remove.length);
});

test.each<[string, RowChange, Columns]>([
  ['order', order, { status: 10, callaftermin: 5, date_callback: 'any', time_callback: 'any' }],
  ['serve', serve, { ...fields, status: 10 }],
  ['finish', { kind: 'finish', status: 13 }, { ...fields, status: 11, callaftermin: 5 }],
])('the record of our own change reads as unchanged: %s', (_, change, before) => {
  const { set, remove } = columnChange(change);
  const after = { ...before, ...set };
  const kept = Object.entries(after).filter(([name]) => !remove.includes(name));
  expect(sameFields(orderFieldsOf(Object.fromEntries(kept)), readOwn(set).order)).toBe(true);
});

test('our own columns are read with care: outside software may have written anything there', () => {
  const columns = {
    _order: 'text',
    _due_at: 'soon',
    _promised_at: 17,
    _attempt: null,
    _problem: 5,
    _problem_code: { code: 'no-tel' },
    _refused: {},
    _waiting_since: '',
    _waiting_for: [],
  };
  expect(readOwn(columns)).toEqual({});
});

test('a row that is reopened keeps what others wrote, beside the order as it was taken before', () => {
  const taken = { status: '11', date_callback: '2026-11-23', time_callback: '10:30:00' };
  const { set, remove } = columnChange({ kind: 'reopen', taken });
  expect(set).toEqual({ status: 10, _order: { ...taken, status: '10' } });
  expect(remove).not.toContain('time_callback');
  expect(remove).toEqual(expect.arrayContaining(['_attempt', '_due_at', '_promised_at']));
});
