import type { Columns, OwnColumns } from '../../../lambdas/domain/row/row.ts';
import { takeOver } from '../../../lambdas/domain/settlement/take-over.ts';
import { instant } from '../../support/sample-attempt.ts';

const promisedAt = instant('2026-11-23T09:00:00Z');
const dueAt = instant('2026-11-23T15:00:00Z');
const order = { status: '10', date_callback: '2026-11-23', time_callback: '15:00:00' };

function calledAt(iso: string, columns: Columns = {}, own: OwnColumns = {}) {
  const row = {
    columns: { ...order, status: 10, ...columns },
    own: { order, dueAt, promisedAt, ...own },
  };
  return takeOver(row, instant(iso));
}

test('a call within 30 minutes of the promise takes it over', () => {
  const takenOver = { servesPromise: true, takenOverDueAt: dueAt, promisedAt, promisedFor: dueAt };
  expect(calledAt('2026-11-23T14:30:00.000Z')).toEqual(takenOver);
  expect(calledAt('2026-11-23T14:59:59.999Z')).toEqual(takenOver);
});

test('a call earlier than that leaves the promise to stand again when it ends', () => {
  expect(calledAt('2026-11-23T14:29:59.999Z')).toEqual({
    servesPromise: false,
    laterDueAt: dueAt,
    promisedFor: dueAt,
    promisedAt,
  });
});

test('a promise that is overdue is taken over', () => {
  expect(calledAt('2026-11-23T15:20:00Z')).toEqual({
    servesPromise: true,
    takenOverDueAt: dueAt,
    promisedFor: dueAt,
    promisedAt,
  });
});

test.each<[string, Columns, OwnColumns]>([
  ['nothing was ordered', { status: null }, {}],
  ['the order was lost', {}, { order: undefined, dueAt: undefined } as unknown as OwnColumns],
  ['the order was moved and not yet taken', { time_callback: '16:00' }, {}],
])('where %s the call serves no promise', (_, columns, own) => {
  const at = '2026-11-23T14:45:00Z';
  expect(calledAt(at, columns, own)).toEqual({ servesPromise: false, promisedAt: instant(at) });
});

test('a promise of which nobody knows when it was made begins its budget now', () => {
  const own = { promisedAt: undefined } as unknown as OwnColumns;
  expect(calledAt('2026-11-23T14:45:00Z', {}, own)).toEqual({
    servesPromise: true,
    takenOverDueAt: dueAt,
    promisedFor: dueAt,
    promisedAt: instant('2026-11-23T14:45:00Z'),
  });
});

test.each([12, 13] as const)('how an earlier promise ended is remembered: %s', (status) => {
  const at = '2026-11-23T14:45:00Z';
  expect(calledAt(at, { status })).toEqual({
    servesPromise: false,
    formerStatus: status,
    promisedAt: instant(at),
  });
});

test('an order that was refused, a missed promise above all, is kept by the call, late', () => {
  const at = '2026-11-23T18:00:00Z';
  const own = { order: undefined, dueAt: undefined, refused: 'a mark' } as unknown as OwnColumns;
  const call = calledAt(at, {}, own);
  expect(call).toMatchObject({ servesPromise: true, takenOverDueAt: instant(at) });
  expect(call).not.toHaveProperty('promisedFor');
});
