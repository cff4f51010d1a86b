import { attemptFor, claimed, claimOf, noon, putDueRow, rowOf } from './samples.ts';
import type { OpenStore, Store } from './store.ts';

const oleg = { id: 'oleg', address: '+442079460102' };

/** What `Attempts` promises about calls that people make to us. */
export function callsInContract(open: OpenStore): void {
  test('a call that nobody attached leads nowhere', async () => {
    const { attempts } = await open();
    expect(await attempts.ofCall('CA1')).toBeUndefined();
  });

  test('a call leads to the attempt that was claimed with it, with the facts of the claim and later ones', async () => {
    const store = await open();
    const attempt = await claimFor(store, 'a1', { call: { sid: 'CA1' } });
    expect(await store.attempts.ofCall('CA1')).toEqual(attempt);
    await store.attempts.record(attempt.id, { kind: 'dialling', at: noon });
    const later = await store.attempts.ofCall('CA1');
    expect(later?.facts).toEqual({ ...attempt.facts, dialling: { at: noon } });
  });

  test('a call whose webhook comes twice makes one attempt', async () => {
    const store = await open();
    const row = await putDueRow(store);
    const claims = ['a1', 'a2'].map((suffix) => ({
      ...claimOf(row, attemptFor(row, suffix)),
      call: { sid: 'CA1' },
    }));
    const results = await Promise.all(claims.map((it) => store.attempts.claim(it)));
    expect(results.toSorted()).toEqual(['call-known', 'claimed']);
    expect(await store.attempts.history(row.key, 9)).toHaveLength(1);
  });

  test('a call that is known claims no other row', async () => {
    const store = await open();
    await claimFor(store, 'a1', { call: { sid: 'CA1' } });
    const row = await putDueRow(store, { Id: 18, tel: '+442079460018' });
    const claim = claimOf(row, attemptFor(row, 'a1', { operator: oleg }));
    expect(await store.attempts.claim({ ...claim, call: { sid: 'CA1' } })).toBe('call-known');
    expect(await rowOf(store, row.key)).toEqual(row);
  });

  test('a call goes on with another attempt only after the one that served it', async () => {
    const store = await open();
    const first = await claimFor(store, 'a1', { call: { sid: 'CA1' } });
    const settled = { outcome: 'operator-no-answer', nextDueAt: noon } as const;
    await store.attempts.settle({ attempt: first, settled, at: noon, operatorFreeAt: noon });
    const row = await putDueRow(store);
    const second = attemptFor(row, 'a2', { operator: oleg });
    const claim = { ...claimOf(row, second), call: { sid: 'CA1', after: first.id } };
    expect(await store.attempts.claim(claim)).toBe('claimed');
    expect((await store.attempts.ofCall('CA1'))?.id).toBe(second.id);
    const row3 = await putDueRow(store, { Id: 19, tel: '+442079460019' });
    const late = claimOf(row3, attemptFor(row3, 'a3', { operator: { id: 'ira', address: 'x' } }));
    const again = { ...late, call: { sid: 'CA1', after: first.id } };
    expect(await store.attempts.claim(again)).toBe('call-known');
  });

  test('an entry of a call is no lock', async () => {
    const store = await open();
    await claimFor(store, 'a1', { call: { sid: 'CA1' } });
    expect(await store.attempts.held()).toHaveLength(2);
  });

  test('a call of which its operator said “not now” gets no permission', async () => {
    const store = await open();
    const attempt = await claimed(store);
    await store.attempts.record(attempt.id, { kind: 'operatorReady', at: noon });
    await store.attempts.record(attempt.id, { kind: 'operatorDeferred', at: noon, minutes: 5 });
    expect(await store.attempts.permit(attempt, await rowOf(store), noon)).toBe(false);
  });
}

async function claimFor(store: Store, suffix: string, { call }: { call: { sid: string } }) {
  const row = await putDueRow(store);
  const facts = { operatorCreated: { at: noon, sid: call.sid }, operatorReady: { at: noon } };
  const attempt = attemptFor(row, suffix, { origin: 'manual', facts });
  expect(await store.attempts.claim({ ...claimOf(row, attempt), call })).toBe('claimed');
  return attempt;
}
