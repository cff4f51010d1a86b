import { type Attempt, attemptId } from '../../lambdas/domain/attempt/attempt.ts';
import type { Fact } from '../../lambdas/domain/attempt/facts.ts';
import { attemptFor, claimed, claimOf, key, noon, putDueRow, rowOf, second } from './samples.ts';
import type { OpenStore, Store } from './store.ts';

const ready: Fact = { kind: 'operatorReady', at: noon + second };
const unknownId = attemptId(key, 'none');

/** What `Attempts` promises about facts and the customer's permission. */
export function attemptsContract(open: OpenStore): void {
  test('an attempt that nobody made reads as undefined', async () => {
    const { attempts } = await open();
    expect(await attempts.get(unknownId)).toBeUndefined();
    expect(await attempts.record(unknownId, ready)).toBeUndefined();
    expect(await attempts.get(unknownId)).toBeUndefined();
  });

  test('history is the row’s own, newest first, and no longer than asked for, but for those since an instant', async () => {
    const store = await open();
    for (const [Id, suffix] of [
      [17, 'a1'],
      [170, 'a2'],
      [17, 'a3'],
      [17, 'a2'],
    ] as const) {
      const row = await putDueRow(store, { Id });
      const attempt = attemptFor(row, suffix, { claimedAt: noon + Number(suffix.at(-1)) });
      expect(await store.attempts.claim(claimOf(row, attempt))).toBe('claimed');
      await store.attempts.settle({
        attempt,
        settled: { outcome: 'reached', status: 12 },
        at: noon,
        operatorFreeAt: noon,
      });
    }
    const ids = async (limit: number, since?: number) =>
      (await store.attempts.history(key, limit, since)).map((attempt) => attempt.id);
    expect(await ids(9)).toEqual(['demo.17.a3', 'demo.17.a2', 'demo.17.a1']);
    expect(await ids(2)).toEqual(['demo.17.a3', 'demo.17.a2']);
    expect(await ids(1, noon + 2)).toEqual(['demo.17.a3', 'demo.17.a2']);
    expect(await ids(2, noon + 3)).toEqual(['demo.17.a3', 'demo.17.a2']);
  });

  test('of hold the later word counts, whichever comes first', async () => {
    const store = await open();
    const { id, facts } = await claimed(store);
    const held = { isOn: true, at: noon };
    const back = { isOn: false, at: noon + second };
    expect(await store.attempts.noteHold(id, held)).toMatchObject({ facts, hold: held });
    expect(await store.attempts.noteHold(id, back)).toMatchObject({ hold: back });
    expect(await store.attempts.noteHold(id, held)).toMatchObject({ hold: back });
    expect(await store.attempts.get(id)).toMatchObject({ facts, hold: back });
    expect(await store.attempts.noteHold(unknownId, held)).toBeUndefined();
    expect(await store.attempts.get(unknownId)).toBeUndefined();
  });

  test('a fact is added once and never changed', async () => {
    const store = await open();
    const { id } = await claimed(store);
    const first = await store.attempts.record(id, {
      kind: 'operatorCreated',
      at: noon,
      sid: 'CA1',
    });
    const again = await store.attempts.record(id, {
      kind: 'operatorCreated',
      at: noon + 5,
      sid: 'CA2',
    });
    expect(first?.facts).toEqual({ operatorCreated: { at: noon, sid: 'CA1' } });
    expect(again).toEqual(first);
    expect(await store.attempts.get(id)).toEqual(first);
  });

  test('facts of one write are all kept, and those that were there stay as they were', async () => {
    const store = await open();
    const { id } = await claimed(store);
    const first = { kind: 'bridged', at: noon } as const;
    await store.attempts.record(id, first);
    const ended = { kind: 'customerEnded', at: noon + 5, as: 'completed', seconds: 20 } as const;
    const after = await store.attempts.record(id, [{ kind: 'bridged', at: noon + 5 }, ended]);
    expect(after?.facts).toEqual({
      bridged: { at: noon },
      customerEnded: { at: noon + 5, as: 'completed', seconds: 20 },
    });
    expect(await store.attempts.get(id)).toEqual(after);
  });

  test('facts that come at the same time are all kept', async () => {
    const store = await open();
    const { id } = await claimed(store);
    const kinds = ['submitting', 'operatorRang', 'operatorAnswered', 'operatorReady'] as const;
    await Promise.all(kinds.map((kind) => store.attempts.record(id, { kind, at: noon })));
    const stored = await store.attempts.get(id);
    expect(Object.keys(stored?.facts ?? {}).toSorted()).toEqual(kinds.toSorted());
  });

  test('a fact is not added beside one that excludes it', async () => {
    const store = await open();
    const { id } = await claimed(store);
    const dialling = { kind: 'dialling', at: noon } as const;
    await store.attempts.record(id, dialling);
    const withdrawn = { kind: 'withdrawn', at: noon, reason: 'moved' } as const;
    const after = await store.attempts.record(id, withdrawn, ['settled', 'dialling']);
    expect(after?.facts).toEqual({ dialling: { at: noon } });
  });

  permissionContract(open);
}

function permissionContract(open: OpenStore): void {
  test('permits the customer’s leg of an operator who is ready, and again when asked again', async () => {
    const store = await open();
    const { attempt, row } = await readyToDial(store);
    expect(await store.attempts.permit(attempt, row, noon)).toBe(true);
    expect(await store.attempts.permit(attempt, row, noon + second)).toBe(true);
    expect((await store.attempts.get(attempt.id))?.facts.dialling).toEqual({ at: noon });
  });

  test('stays permitted after the row was moved or the attempt settled', async () => {
    const store = await open();
    const { attempt, row } = await readyToDial(store);
    await store.attempts.permit(attempt, row, noon);
    await store.outside.update(key, { set: { status: 10 } });
    expect(await store.attempts.permit(attempt, row, noon)).toBe(true);
    await store.attempts.settle({ attempt, settled: { outcome: 'reached', status: 12 }, at: noon });
    expect(await store.attempts.permit(attempt, row, noon)).toBe(true);
  });

  test('of a permission and a withdrawal at the same time, one wins', async () => {
    const store = await open();
    const { attempt, row } = await readyToDial(store);
    const withdrawn = { kind: 'withdrawn', at: noon, reason: 'moved' } as const;
    const [permitted, after] = await Promise.all([
      store.attempts.permit(attempt, row, noon),
      store.attempts.record(attempt.id, withdrawn, ['dialling', 'settled']),
    ]);
    expect(after?.facts.withdrawn === undefined).toBe(permitted);
  });

  test.each<[string, (store: Store, attempt: Attempt) => Promise<unknown>]>([
    [
      'withdrawn',
      ({ attempts }, { id }) =>
        attempts.record(id, { kind: 'withdrawn', at: noon, reason: 'moved' }),
    ],
    [
      'settled',
      ({ attempts }, attempt) =>
        attempts.settle({ attempt, settled: { outcome: 'withdrawn' }, at: noon }),
    ],
    ['moved', ({ outside }) => outside.update(key, { set: { callaftermin: 5 } })],
    [
      'given another number',
      ({ outside }) => outside.update(key, { set: { tel: '+442079460018' } }),
    ],
    [
      'replaced by the same values without our columns',
      ({ outside }) => outside.update(key, { remove: ['_attempt', '_order'] }),
    ],
    ['deleted', ({ outside }) => outside.delete(key)],
  ])('refuses the leg of an attempt whose row or self was %s', async (_, happens) => {
    const store = await open();
    const { attempt, row } = await readyToDial(store);
    await happens(store, attempt);
    expect(await store.attempts.permit(attempt, row, noon)).toBe(false);
    expect(await store.attempts.permit(attempt, row, noon)).toBe(false);
    expect((await store.attempts.get(attempt.id))?.facts.dialling).toBeUndefined();
  });

  test('refuses the leg while the operator is not ready', async () => {
    const store = await open();
    const attempt = await claimed(store);
    expect(await store.attempts.permit(attempt, await rowOf(store), noon)).toBe(false);
  });
}

async function readyToDial(store: Store) {
  const { id } = await claimed(store);
  const attempt = await store.attempts.record(id, ready);
  if (attempt === undefined) throw new Error('the attempt is gone');
  return { attempt, row: await rowOf(store) };
}
