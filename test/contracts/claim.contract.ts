import { parseAttemptId } from '../../lambdas/domain/attempt/attempt.ts';
import { locksOf } from '../../lambdas/domain/attempt/lock.ts';
import { attemptFor, claimed, claimOf, key, noon, putDueRow, rowOf, second } from './samples.ts';
import type { OpenStore, Store } from './store.ts';

const oleg = { id: 'oleg', address: '+442079460102' };

/** What `Attempts` promises about claims and their locks. */
export function claimContract(open: OpenStore): void {
  test('a claim turns the row to 11, creates the attempt and takes both locks', async () => {
    const store = await open();
    const attempt = await claimed(store);
    const { columns, own } = await rowOf(store);
    expect(columns).toMatchObject({ status: 11, date_call: '2026-11-23T12:00:00.000Z' });
    expect(own).toMatchObject({ attempt: attempt.id, order: { status: '11' } });
    expect(own.dueAt).toBeUndefined();
    expect(await store.attempts.get(attempt.id)).toEqual(attempt);
    expect(await heldKeys(store)).toEqual(['number:+442079460017', 'operator:anna']);
  });

  test('of twenty racing claims of one row, exactly one wins', async () => {
    const store = await open();
    const row = await putDueRow(store);
    const attempts = Array.from({ length: 20 }, (_, n) =>
      attemptFor(row, `a${n}`, { operator: { id: `op${n}`, address: '+442079460101' } }),
    );
    const results = await Promise.all(attempts.map((it) => store.attempts.claim(claimOf(row, it))));
    expect(results.toSorted()).toEqual(['claimed', ...Array(19).fill('row-changed')]);
    const history = await store.attempts.history(key, 30);
    expect(history.map((it) => it.id)).toEqual([(await rowOf(store)).own.attempt]);
    expect(await store.attempts.held()).toHaveLength(2);
  });

  test('of two rows with one number, one is claimed', async () => {
    const store = await open();
    const results = await race(store, [{}, { operator: oleg }]);
    expect(results.toSorted()).toEqual(['claimed', 'number-taken']);
  });

  test('an operator is claimed once, by whichever of their addresses', async () => {
    const store = await open();
    const results = await race(store, [
      { operator: { id: 'anna', address: '+442079460101' } },
      { operator: { id: 'anna', address: 'client:anna' }, customer: '+442079460018' },
    ]);
    expect(results.toSorted()).toEqual(['claimed', 'operator-taken']);
  });

  test('operators whom nobody registered are told apart by their addresses', async () => {
    const store = await open();
    const results = await race(store, [
      { operator: { address: '+442079460103' } },
      { operator: { address: '+442079460104' }, customer: '+442079460018' },
    ]);
    expect(results).toEqual(['claimed', 'claimed']);
  });

  test('a claim that is refused leaves nothing behind', async () => {
    const store = await open();
    await claimed(store);
    const row = await putDueRow(store, { Id: 18 });
    const attempt = attemptFor(row, 'a2', { operator: oleg });
    expect(await store.attempts.claim(claimOf(row, attempt))).toBe('number-taken');
    expect(await store.attempts.get(attempt.id)).toBeUndefined();
    expect(await rowOf(store, row.key)).toEqual(row);
    expect(await store.attempts.locks([locksOf(attempt).operator])).toEqual([]);
  });

  test('a row that somebody wrote since it was seen is not claimed', async () => {
    const store = await open();
    const row = await putDueRow(store);
    await store.outside.update(key, { set: { time_callback: '15:00' } });
    expect(await store.attempts.claim(claimOf(row, attemptFor(row, 'a1')))).toBe('row-changed');
    expect(await store.attempts.held()).toEqual([]);
  });

  test('a row that is gone is not claimed', async () => {
    const store = await open();
    const row = await putDueRow(store);
    await store.outside.delete(key);
    expect(await store.attempts.claim(claimOf(row, attemptFor(row, 'a1')))).toBe('row-changed');
    expect(await store.rows.get(key)).toBeUndefined();
  });

  test('a row that was replaced while a call is on has its number locked', async () => {
    const store = await open();
    await claimed(store);
    const row = await putDueRow(store);
    const attempt = attemptFor(row, 'a2', { operator: oleg });
    expect(await store.attempts.claim(claimOf(row, attempt))).toBe('number-taken');
  });

  test('a claim sent twice makes one attempt', async () => {
    const store = await open();
    const row = await putDueRow(store);
    const claim = claimOf(row, attemptFor(row, 'a1'));
    expect(await store.attempts.claim(claim)).toBe('claimed');
    expect(await store.attempts.claim(claim)).toBe('row-changed');
    expect(await store.attempts.history(key, 9)).toHaveLength(1);
  });

  test('an attempt’s id is used once, whatever became of its row', async () => {
    const store = await open();
    const attempt = await claimed(store);
    await store.attempts.settle({ attempt, settled: reached, at: noon, operatorFreeAt: noon });
    const row = await putDueRow(store);
    expect(await store.attempts.claim(claimOf(row, attempt))).toBe('row-changed');
    expect(await rowOf(store)).toEqual(row);
  });

  test('an operator’s lock may be taken once its instant has passed', async () => {
    const store = await open();
    const first = await claimed(store);
    const freeAt = noon + 30 * second;
    const settlement = { attempt: first, settled: reached, at: noon, operatorFreeAt: freeAt };
    await store.attempts.settle(settlement);
    const row = await putDueRow(store);
    const early = claimOf(row, attemptFor(row, 'a2'), freeAt - 1);
    expect(await store.attempts.claim(early)).toBe('operator-taken');
    const onTime = claimOf(row, attemptFor(row, 'a3'), freeAt);
    expect(await store.attempts.claim(onTime)).toBe('claimed');
    expect(await store.attempts.locks(['operator:anna'])).toEqual([
      { key: 'operator:anna', attempt: 'demo.17.a3', takenAt: freeAt },
    ]);
  });

  test('locks that do not exist are not among those found, and one asked for twice is found once', async () => {
    const store = await open();
    await claimed(store);
    const found = await store.attempts.locks(['operator:anna', 'operator:zoe', 'operator:anna']);
    expect(found).toEqual([{ key: 'operator:anna', attempt: 'demo.17.a1', takenAt: noon }]);
    expect(await store.attempts.locks([])).toEqual([]);
  });

  test('more locks may be asked for than one request of the database takes', async () => {
    const store = await open();
    await claimed(store);
    const keys = Array.from({ length: 250 }, (_, n) => `operator:${n === 7 ? 'anna' : n}` as const);
    expect(await store.attempts.locks(keys)).toHaveLength(1);
  });
}

const reached = { outcome: 'reached', status: 12 } as const;

async function heldKeys(store: Store): Promise<string[]> {
  const held = await store.attempts.held();
  expect(new Set(held.map((lock) => parseAttemptId(lock.attempt)?.suffix))).toEqual(
    new Set(['a1']),
  );
  return held.map((lock) => lock.key).toSorted();
}

/** Claims of different rows at the same time. */
async function race(store: Store, given: Parameters<typeof attemptFor>[2][]) {
  const rows = [];
  for (const [n] of given.entries()) rows.push(await putDueRow(store, { Id: n + 1 }));
  const claims = rows.map((row, n) => claimOf(row, attemptFor(row, 'a1', given[n])));
  return Promise.all(claims.map((claim) => store.attempts.claim(claim)));
}
