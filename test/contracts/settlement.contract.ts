import type { AttemptId } from '../../lambdas/domain/attempt/attempt.ts';
import type { Settled } from '../../lambdas/domain/attempt/facts.ts';
import type { RowChange } from '../../lambdas/domain/order/row-change.ts';
import {
  attemptFor,
  claimed,
  claimOf,
  key,
  noon,
  orderFor,
  putDueRow,
  rowOf,
  second,
} from './samples.ts';
import type { OpenStore, Store } from './store.ts';

const nextDueAt = noon + 300 * second;
const busy: Settled = { outcome: 'customer-busy', nextDueAt };
const retry = orderFor(nextDueAt);
const finish: RowChange = { kind: 'finish', status: 12 };

/** What `Attempts` promises about how an attempt ends. */
export function settlementContract(open: OpenStore): void {
  test('an operator wraps up until the instant at which they are free', async () => {
    const store = await open();
    const attempt = await claimed(store);
    expect(await store.attempts.wrappingUp(noon)).toEqual([]);
    const freeAt = noon + 30 * second;
    await store.attempts.settle({ attempt, settled: busy, at: noon, operatorFreeAt: freeAt });
    expect(await store.attempts.wrappingUp(freeAt - 1)).toMatchObject([
      { key: 'operator:anna', attempt: attempt.id, freeAt },
    ]);
    expect(await store.attempts.wrappingUp(freeAt)).toEqual([]);
  });

  test('a settlement changes the row, frees row and number, and keeps the operator', async () => {
    const store = await open();
    const attempt = await claimed(store);
    expect(await store.attempts.settle({ attempt, settled: busy, at: noon, change: retry })).toBe(
      true,
    );
    expect((await store.attempts.get(attempt.id))?.facts.settled).toEqual({ at: noon, ...busy });
    expect((await rowOf(store)).own.dueAt).toBe(nextDueAt);
    expect((await store.attempts.held()).map((lock) => lock.key)).toEqual(['operator:anna']);
  });

  test('a settlement gives the operator’s lock its instant when they are gone already', async () => {
    const store = await open();
    const attempt = await claimed(store);
    const operatorFreeAt = noon + 30 * second;
    await store.attempts.settle({ attempt, settled: busy, at: noon, operatorFreeAt });
    expect(await store.attempts.held()).toEqual([]);
    expect(await store.attempts.locks(['operator:anna'])).toEqual([
      { key: 'operator:anna', attempt: attempt.id, takenAt: noon, freeAt: operatorFreeAt },
    ]);
    const stored = await store.attempts.get(attempt.id);
    expect(stored?.facts.operatorReleased).toEqual({ at: noon, freeAt: operatorFreeAt });
  });

  describe('calls that an operator let ring', () => {
    const missed: Settled = { outcome: 'operator-no-answer', nextDueAt };

    let made = 0;

    /** So many calls of the row end like that, one after the other. */
    async function calls(store: Store, responses: ('missed' | 'answered' | undefined)[]) {
      for (const response of responses) {
        const attempt = await claimed(store, { suffix: `r${made++}` });
        const settlement = { attempt, settled: missed, at: noon, operatorFreeAt: noon };
        await store.attempts.settle({ ...settlement, ...(response && { response }) });
      }
    }

    test('are counted in their lock, through claims and calls that tell nothing', async () => {
      const store = await open();
      await calls(store, ['missed', undefined, 'missed']);
      const [lock] = await store.attempts.locks(['operator:anna']);
      expect(lock).toMatchObject({ missed: 2, freeAt: noon });
      expect(await store.attempts.missing(2)).toEqual([lock]);
      expect(await store.attempts.missing(3)).toEqual([]);
      await claimed(store, { suffix: 'later' });
      expect(await store.attempts.locks(['operator:anna'])).toMatchObject([{ missed: 2 }]);
    });

    test('count no more when they answer one', async () => {
      const store = await open();
      await calls(store, ['missed', 'answered', 'missed']);
      expect(await store.attempts.locks(['operator:anna'])).toMatchObject([{ missed: 1 }]);
      await calls(store, ['answered']);
      expect(await store.attempts.missing(1)).toEqual([]);
    });

    test('count no more when they show that they are there', async () => {
      const store = await open();
      await calls(store, ['missed', 'missed']);
      expect(await store.attempts.noteResponse('operator:anna')).toBe(true);
      expect(await store.attempts.noteResponse('operator:anna')).toBe(false);
      expect(await store.attempts.noteResponse('operator:nobody')).toBe(false);
      expect(await store.attempts.missing(1)).toEqual([]);
    });

    test('count no more when their leg ends after they were ready', async () => {
      const store = await open();
      await calls(store, ['missed', 'missed']);
      const attempt = await claimed(store, { suffix: 'later' });
      const fact = { kind: 'operatorReady', at: noon } as const;
      const ready = await store.attempts.record(attempt.id, fact);
      await store.attempts.settle({ attempt, settled: busy, at: noon });
      await store.attempts.release(ready ?? attempt, { freeAt: noon, at: noon });
      expect(await store.attempts.missing(1)).toEqual([]);
    });
  });

  test('an attempt is settled once, also by many at the same time', async () => {
    const store = await open();
    const attempt = await claimed(store);
    const results = await Promise.all(
      Array.from({ length: 5 }, (_, n) =>
        store.attempts.settle({ attempt, settled: busy, at: noon + n, change: retry }),
      ),
    );
    expect(results.filter(Boolean)).toHaveLength(1);
    const late = { attempt, settled: busy, at: noon + 9, change: finish, operatorFreeAt: noon };
    expect(await store.attempts.settle(late)).toBe(false);
    expect((await rowOf(store)).own.dueAt).toBe(nextDueAt);
    expect(await store.attempts.held()).toHaveLength(1);
  });

  test('what is news with a settlement is kept with it', async () => {
    const store = await open();
    const attempt = await claimed(store);
    const ended = { kind: 'customerEnded', at: noon, as: 'busy', seconds: 0 } as const;
    await store.attempts.settle({ attempt, settled: busy, at: noon + second, facts: [ended] });
    expect((await store.attempts.get(attempt.id))?.facts).toMatchObject({
      customerEnded: { at: noon, as: 'busy' },
      settled: { at: noon + second },
    });
  });

  test('news that would settle it otherwise holds a settlement up, whole', async () => {
    const store = await open();
    const attempt = await claimed(store);
    const answered = { kind: 'customerAnswered', at: noon } as const;
    await store.attempts.record(attempt.id, answered);
    const ended = { kind: 'customerEnded', at: noon, as: 'busy', seconds: 0 } as const;
    const settlement = { attempt, settled: busy, at: noon, facts: [ended], change: retry };
    expect(await store.attempts.settle({ ...settlement, unless: ['customerAnswered'] })).toBe(
      false,
    );
    expect((await store.attempts.get(attempt.id))?.facts).toEqual({
      customerAnswered: { at: noon },
    });
    expect((await rowOf(store)).columns.status).toBe(11);
  });

  test('a settlement sent twice is one', async () => {
    const store = await open();
    const settlement = { attempt: await claimed(store), settled: busy, at: noon, change: retry };
    expect(await store.attempts.settle(settlement)).toBe(true);
    expect(await store.attempts.settle(settlement)).toBe(false);
  });

  test('a lock is dropped while its attempt holds it, and never another’s', async () => {
    const store = await open();
    await claimed(store);
    const [lock] = await store.attempts.held();
    if (lock === undefined) throw new Error('nothing is held');
    await store.attempts.dropLock({ ...lock, attempt: 'demo.17.zz' as AttemptId });
    expect(await store.attempts.held()).toHaveLength(2);
    for (const _ of ['once', 'twice']) await store.attempts.dropLock(lock);
    expect((await store.attempts.held()).map(({ key }) => key)).not.toContain(lock.key);
    expect(await store.attempts.held()).toHaveLength(1);
  });

  test('a settlement frees no lock of another attempt, and none that is not there', async () => {
    const store = await open();
    const first = await claimed(store);
    const row = await putDueRow(store, { Id: 18, tel: '+442079460018' });
    const oleg = { id: 'oleg', address: '+442079460102' };
    await store.attempts.claim(claimOf(row, attemptFor(row, 'a2', { operator: oleg })));
    const stray = { ...first, customer: '+442079460018', row: { task: 'demo', Id: 99 } };
    const settlement = { attempt: stray, settled: busy, at: noon, operatorFreeAt: noon };
    expect(await store.attempts.settle(settlement)).toBe(true);
    const numbers = await store.attempts.locks(['number:+442079460018']);
    expect(numbers[0]?.attempt).toBe('demo.18.a2');
  });

  test('an attempt that does not exist is not settled', async () => {
    const store = await open();
    const attempt = attemptFor(await putDueRow(store), 'none');
    expect(await store.attempts.settle({ attempt, settled: busy, at: noon })).toBe(false);
    expect(await store.attempts.get(attempt.id)).toBeUndefined();
  });

  test.each<[string, (store: Store) => Promise<unknown>]>([
    [
      'replaced',
      ({ outside }) => outside.put({ ...key, tel: '+442079460017', status: 10, callaftermin: 60 }),
    ],
    [
      'moved',
      ({ outside }) => outside.update(key, { set: { status: 10, time_callback: '15:00' } }),
    ],
    ['cancelled', ({ outside }) => outside.update(key, { remove: ['status'] })],
    [
      'brought back at 11 without our columns',
      ({ outside }) => outside.update(key, { remove: ['_attempt'] }),
    ],
    ['deleted', ({ outside }) => outside.delete(key)],
  ])('a row that was %s in mid-call is left as it is, and the rest settles', async (_, happens) => {
    const store = await open();
    const attempt = await claimed(store);
    await happens(store);
    const before = await store.rows.get(key);
    const settlement = { attempt, settled: busy, at: noon, change: finish, operatorFreeAt: noon };
    expect(await store.attempts.settle(settlement)).toBe(true);
    expect(await store.rows.get(key)).toEqual(before);
    expect(await store.attempts.held()).toEqual([]);
  });

  test('a row that a writer brought back with “11” as text is still the attempt’s', async () => {
    const store = await open();
    const attempt = await claimed(store);
    await store.outside.update(key, { set: { status: '11' } });
    await store.attempts.settle({ attempt, settled: busy, at: noon, change: finish });
    expect((await rowOf(store)).columns.status).toBe(12);
  });

  test('locks that became another attempt’s are left alone', async () => {
    const store = await open();
    const first = await claimed(store);
    await store.attempts.release(first, { freeAt: noon, at: noon });
    const row = await putDueRow(store, { Id: 18, tel: '+442079460018' });
    const second = attemptFor(row, 'a2');
    expect(await store.attempts.claim(claimOf(row, second))).toBe('claimed');
    const settlement = { attempt: first, settled: busy, at: noon, operatorFreeAt: noon };
    expect(await store.attempts.settle(settlement)).toBe(true);
    const held = (await store.attempts.held()).map((lock) => lock.key);
    expect(held.toSorted()).toEqual(['number:+442079460018', 'operator:anna']);
  });

  releaseContract(open);
}

function releaseContract(open: OpenStore): void {
  test('what is news with the release is kept with it', async () => {
    const store = await open();
    const attempt = await claimed(store);
    const ended = { kind: 'operatorEnded', at: noon, as: 'completed' } as const;
    await store.attempts.release(attempt, { freeAt: noon, at: noon, facts: [ended] });
    expect((await store.attempts.get(attempt.id))?.facts).toMatchObject({
      operatorEnded: { at: noon, as: 'completed' },
      operatorReleased: { at: noon, freeAt: noon },
    });
  });

  test('a release says when the operator is free; the first word counts', async () => {
    const store = await open();
    const attempt = await claimed(store);
    await store.attempts.release(attempt, { freeAt: noon + 30 * second, at: noon });
    await store.attempts.release(attempt, { freeAt: noon + 60 * second, at: noon + second });
    expect(await operatorFreeAt(store)).toBe(noon + 30 * second);
    const stored = await store.attempts.get(attempt.id);
    expect(stored?.facts.operatorReleased).toEqual({ at: noon, freeAt: noon + 30 * second });
  });

  test('a release that comes late leaves the lock of the next call alone', async () => {
    const store = await open();
    const first = await claimed(store);
    await store.attempts.settle({
      attempt: first,
      settled: busy,
      at: noon,
      change: retry,
      operatorFreeAt: noon,
    });
    await claimed(store, { suffix: 'a2' });
    await store.attempts.release(first, { freeAt: noon, at: noon });
    expect(await operatorFreeAt(store)).toBeUndefined();
  });

  test('done ends the wrap-up at once, and a release that comes again does not bring it back', async () => {
    const store = await open();
    const attempt = await claimed(store);
    await store.attempts.release(attempt, { freeAt: noon + 30 * second, at: noon });
    await store.attempts.endWrapUp('operator:anna', noon + second);
    await store.attempts.release(attempt, { freeAt: noon + 30 * second, at: noon });
    expect(await operatorFreeAt(store)).toBe(noon + second);
    await store.attempts.endWrapUp('operator:anna', noon + 60 * second);
    expect(await operatorFreeAt(store)).toBe(noon + second);
  });

  test('more time is given to who still has what was read, and to nobody else', async () => {
    const store = await open();
    const attempt = await claimed(store);
    const freeAt = noon + 30 * second;
    await store.attempts.settle({ attempt, settled: busy, at: noon, operatorFreeAt: freeAt });
    const [lock] = await store.attempts.locks(['operator:anna']);
    if (lock === undefined) throw new Error('nothing is held');
    const read = { ...lock, freeAt };
    expect(await store.attempts.extendWrapUp(read, noon + 90 * second)).toBe(true);
    expect(await operatorFreeAt(store)).toBe(noon + 90 * second);
    expect(await store.attempts.extendWrapUp(read, noon + 150 * second)).toBe(false);
    await store.attempts.endWrapUp('operator:anna', noon - second);
    await claimed(store, { suffix: 'a2' });
    expect(await store.attempts.extendWrapUp(read, noon + 150 * second)).toBe(false);
    expect(await operatorFreeAt(store)).toBeUndefined();
  });

  test('done means nothing while the call is on, or when there was none', async () => {
    const store = await open();
    await claimed(store);
    await store.attempts.endWrapUp('operator:anna', noon);
    await store.attempts.endWrapUp('operator:oleg', noon);
    expect(await operatorFreeAt(store)).toBeUndefined();
    expect(await store.attempts.locks(['operator:oleg'])).toEqual([]);
  });
}

async function operatorFreeAt({ attempts }: Store): Promise<number | undefined> {
  const [lock] = await attempts.locks(['operator:anna']);
  return lock?.freeAt;
}
