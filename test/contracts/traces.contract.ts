import type { Link } from '../../lambdas/domain/evidence/chain.ts';
import type { Forms } from '../../lambdas/ports/records/forms.ts';
import type { Traces } from '../../lambdas/ports/records/traces.ts';
import type { Views } from '../../lambdas/ports/records/views.ts';
import { claimed, key, noon } from './samples.ts';
import type { Store } from './store.ts';

export interface TraceStore {
  store: Pick<Store, 'rows' | 'outside' | 'attempts'>;
  traces: Traces;
  forms: Forms;
  views: Views;
}

const number = '+442079460017';
const link = (place: number): Link => ({
  place,
  at: noon,
  kind: 'attempt',
  ref: `demo.17.a${place}`,
  digest: 'd',
  hash: `h${place}`,
});

export function tracesContract(open: () => Promise<TraceStore>): void {
  test('a chain reads as it was added, in its order, also beyond nine', async () => {
    const { traces } = await open();
    const links = Array.from({ length: 11 }, (_, at) => link(at + 1));
    for (const it of links) expect(await traces.addLink(number, it)).toBe(true);
    expect(await traces.chain(number)).toEqual({ links, kept: [] });
    expect(await traces.chain('+442079460018')).toEqual({ links: [], kept: [] });
    expect(await traces.lastLink(number)).toEqual(link(11));
    expect(await traces.lastLink('+442079460018')).toBeUndefined();
  });

  test('a place is given once', async () => {
    const { traces } = await open();
    await traces.addLink(number, link(1));
    expect(await traces.addLink(number, { ...link(1), hash: 'other' })).toBe(false);
    expect((await traces.chain(number)).links).toEqual([link(1)]);
  });

  test('facts that are given stay with their link', async () => {
    const { traces } = await open();
    const facts = { by: 'boss', rows: 1 };
    await traces.addLink(number, { ...link(1), kind: 'erased' }, facts);
    const { kept } = await traces.chain(number);
    expect(kept).toEqual([{ at: noon, kind: 'erased', ref: 'demo.17.a1', facts }]);
  });

  test('all attempts are looked through, and erased with their forms', async () => {
    const { store, traces, forms } = await open();
    const attempt = await claimed(store);
    const form = {
      attempt: attempt.id,
      script: { id: 'callback', version: 1 },
      surface: 'screen' as const,
      run: { visits: [] },
      revision: 0,
      openedAt: noon,
    };
    await forms.open(form);
    const { attempts, next } = await traces.attempts(undefined);
    expect(attempts.map(({ id }) => id)).toEqual([attempt.id]);
    expect(next).toBeUndefined();
    for (let n = 0; n < 2; n++) await traces.eraseAttempts([attempt.id]);
    expect(await store.attempts.get(attempt.id)).toBeUndefined();
    expect(await store.attempts.history(key, 10)).toEqual([]);
    expect(await forms.get(attempt.id)).toBeUndefined();
  });

  test('the number’s lock is erased', async () => {
    const { store, traces } = await open();
    await claimed(store);
    expect(await traces.eraseLock(number)).toBe(true);
    expect(await traces.eraseLock(number)).toBe(false);
    expect(await store.attempts.locks([`number:${number}`])).toEqual([]);
  });

  test('what happened to a row is erased, and what happened to others is not', async () => {
    const { traces, views } = await open();
    const other = { ...key, Id: 18 };
    for (const row of [key, other]) {
      const event = { at: '2026-11-23T12:00:00.000Z', kind: 'created' } as const;
      const events = [{ sequence: '1', place: 0, event }];
      await views.follow({ row, put: [], remove: [], events, unkept: [] });
    }
    expect(await traces.eraseRowTraces(key)).toEqual({ receipts: 0 });
    expect(await views.events(key)).toEqual([]);
    expect(await views.events(other)).toHaveLength(1);
  });
}
