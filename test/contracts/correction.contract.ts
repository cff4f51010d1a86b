import type { Attempt } from '../../lambdas/domain/attempt/attempt.ts';
import type { Settled } from '../../lambdas/domain/attempt/facts.ts';
import type { RowChange } from '../../lambdas/domain/order/row-change.ts';
import { attemptFor, claimed, claimOf, key, noon, orderFor, rowOf, second } from './samples.ts';
import type { OpenStore, Store } from './store.ts';

const nextDueAt = noon + 300 * second;
const busy: Settled = { outcome: 'customer-busy', nextDueAt };
const retry = orderFor(nextDueAt);
const finish: RowChange = { kind: 'finish', status: 12 };

/** What `Attempts` promises about proof that comes after the settlement. */
export function correctionContract(open: OpenStore): void {
  test('late proof takes the booked retry back, once', async () => {
    const store = await open();
    const attempt = await notReached(store);
    expect(await store.attempts.correct(proof(attempt, noon + second))).toBe(true);
    expect((await rowOf(store)).columns).toMatchObject({ status: 12 });
    expect(await store.attempts.correct(proof(attempt, noon + second))).toBe(false);
    const stored = await store.attempts.get(attempt.id);
    expect(stored?.facts.corrected).toEqual({ at: noon + second });
  });

  test('a voicemail that is noted late takes the end of the call back, once, unless others ordered since', async () => {
    for (const isOrdered of [false, true]) {
      const store = await open();
      const attempt = await reached(store);
      if (isOrdered) await store.outside.update(key, { set: { status: 10, callaftermin: 5 } });
      const fact = { kind: 'voicemail', at: noon + second, by: 'operator' } as const;
      const correction = { attempt, fact: { ...fact, instead: busy }, change: retry };
      expect(await store.attempts.correct(correction)).toBe(true);
      expect(await store.attempts.correct(correction)).toBe(false);
      const { columns, own } = await rowOf(store);
      expect(own.dueAt).toBe(isOrdered ? undefined : nextDueAt);
      expect(columns.callaftermin).toBe(isOrdered ? 5 : undefined);
      const stored = await store.attempts.get(attempt.id);
      expect(stored?.facts.voicemail).toEqual({ at: noon + second, by: 'operator', instead: busy });
    }
  });

  test('an attempt that is not settled cannot be corrected', async () => {
    const store = await open();
    const attempt = await claimed(store);
    expect(await store.attempts.correct(proof(attempt, noon))).toBe(false);
    expect((await rowOf(store)).columns.status).toBe(11);
  });

  test.each<[string, (store: Store) => Promise<unknown>]>([
    [
      'moved, and not yet judged',
      ({ outside }) => outside.update(key, { set: { callaftermin: 5 } }),
    ],
    [
      'booked for another instant',
      async (store) => store.rows.change(await rowOf(store), orderFor(nextDueAt + second)),
    ],
    ['cancelled', ({ outside }) => outside.update(key, { remove: ['status'] })],
    ['replaced', ({ outside }) => outside.put({ ...key, status: 10, callaftermin: 5 })],
    [
      'claimed again',
      async (store) => {
        const row = await rowOf(store);
        const operator = { id: 'oleg', address: '+442079460102' };
        await store.attempts.claim(claimOf(row, attemptFor(row, 'a2', { operator })));
      },
    ],
    ['deleted', ({ outside }) => outside.delete(key)],
  ])('late proof leaves a row alone that was %s', async (_, happens) => {
    const store = await open();
    const attempt = await notReached(store);
    await happens(store);
    const before = await store.rows.get(key);
    expect(await store.attempts.correct(proof(attempt, noon))).toBe(true);
    expect(await store.rows.get(key)).toEqual(before);
  });
}

function proof(attempt: Attempt, at: number) {
  return { attempt, fact: { kind: 'corrected', at }, change: finish } as const;
}

async function reached(store: Store): Promise<Attempt> {
  return settledAs(store, { outcome: 'reached', status: 12 }, finish);
}

async function notReached(store: Store): Promise<Attempt> {
  return settledAs(store, busy, retry);
}

async function settledAs(store: Store, settled: Settled, change: RowChange): Promise<Attempt> {
  const { id, ...attempt } = await claimed(store);
  await store.attempts.settle({
    attempt: { id, ...attempt },
    settled,
    at: noon,
    change,
  });
  const stored = await store.attempts.get(id);
  if (stored === undefined) throw new Error('the attempt is gone');
  return stored;
}
