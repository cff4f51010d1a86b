import fc from 'fast-check';
import type { Columns } from '../../../lambdas/domain/row/row.ts';
import { rowEvents } from '../../../lambdas/domain/views/row-events.ts';
import {
  keepOutcome,
  keepRowViews,
  type RowWrite,
} from '../../../lambdas/use-cases/views/keep-views.ts';
import { CallCentre } from '../../support/call-centre.ts';
import { attemptWith, fact, instant } from '../../support/sample-attempt.ts';
import { talking } from '../../support/scenarios.ts';

const promised: Columns = {
  tel: '020 7946 0017',
  имя: 'Мария',
  status: 10,
  date_callback: '2026-11-23',
  time_callback: '10:30',
};

const key = { task: 'demo', Id: 17 };

test('a row that was written is found by its words, its number and its promise', async () => {
  const centre = await CallCentre.open();
  centre.put(17, promised);
  await centre.follow();
  const { views } = centre.world;
  expect(await views.byWord('demo', 'мар', 9)).toEqual([key]);
  expect(await views.byNumber('demo', '+442079460017')).toEqual([key]);
  const { promises } = await views.promisedFor('demo', 'anybody', { limit: 9 });
  expect(promises).toEqual([{ key, dueAt: instant('2026-11-23T10:30:00Z') }]);
  expect(await views.fresh('demo', undefined, 9)).toEqual([]);
});

test('what it is no longer, it is not found by', async () => {
  const centre = await CallCentre.open();
  centre.put(17, promised);
  await centre.follow();
  centre.write(17, { имя: 'Анна', tel: '020 7946 0018', operator_number: '020 7946 0991' });
  await centre.follow();
  const { views } = centre.world;
  expect(await views.byWord('demo', 'мар', 9)).toEqual([]);
  expect(await views.byNumber('demo', '+442079460017')).toEqual([]);
  const mine = await views.promisedFor('demo', ['+442079460991'], { limit: 9 });
  expect(mine.promises).toHaveLength(1);
  centre.delete(17);
  await centre.follow();
  expect(await views.byWord('demo', 'анна', 9)).toEqual([]);
  expect((await views.promisedFor('demo', ['+442079460991'], { limit: 9 })).promises).toEqual([]);
});

test('the story of a row tells what its writes meant', async () => {
  const { centre, call } = await talking();
  await centre.runUntil('2026-11-23T10:31:06Z');
  await call.customerIs('completed', 60);
  await call.operatorIs('completed');
  await centre.runUntil('2026-11-23T10:32:00Z');
  const events = await centre.world.views.events(key);
  expect(events.map(({ kind }) => kind)).toEqual(['created', 'promised', 'in-service', 'ended']);
});

describe('writes that are told of again', () => {
  /** The writes of a row, as the stream told of them. */
  async function writesOf(...states: Columns[]) {
    const centre = await CallCentre.open();
    const writes: RowWrite[] = [];
    for (const [n, columns] of states.entries()) {
      centre.put(17, columns);
      const [record] = centre.world.tables.takeRecords();
      const { before, after } = record ?? {};
      const at = instant('2026-11-23T10:00:00Z');
      writes.push({ ...(before && { before }), ...(after && { after }), at, sequence: String(n) });
    }
    return { ports: centre.ports, writes };
  }

  const found = async ({ views }: CallCentre['ports']) => ({
    words: (await Promise.all(['17', 'a', 'b', 'c'].map((it) => views.byWord('demo', it, 9)))).map(
      (rows) => rows.length,
    ),
    events: await views.events(key),
  });

  test('mean the same, also when a part of them was taken before', async () => {
    const states = [{ x: 'a b' }, { x: 'c' }, { x: 'b' }];
    const once = await writesOf(...states);
    await keepRowViews(once.ports, once.writes);
    const expected = await found(once.ports);
    expect(expected.words).toEqual([1, 0, 1, 0]);
    for (const earlier of [[0], [0, 1], [0, 1, 2], [0, 0, 1]]) {
      const again = await writesOf(...states);
      for (const n of earlier) {
        await keepRowViews(again.ports, again.writes.slice(n, n + 1));
      }
      await keepRowViews(again.ports, again.writes);
      expect(await found(again.ports)).toEqual(expected);
    }
  });

  const states = fc.array(fc.subarray(['a', 'b', 'c']), { minLength: 1, maxLength: 6 });
  /** How long a batch is, and whether what it did counts, or it comes again from its beginning. */
  const batches = fc.array(fc.tuple(fc.integer({ min: 1, max: 4 }), fc.boolean()));

  test('leave the row where its last write put it, whatever batches failed on the way', async () => {
    const property = fc.asyncProperty(states, batches, async (words, course) => {
      const distinct = words.map((it, n) => ({ n, x: it.join(' ') }));
      const { ports, writes } = await writesOf(...distinct);
      let next = 0;
      for (const [length, counts] of [...course, [writes.length, true] as const]) {
        await keepRowViews(ports, writes.slice(next, next + length));
        if (counts) next = Math.min(next + length, writes.length);
      }
      const isIn = (word: string) => Number(words.at(-1)?.includes(word));
      const after = await found(ports);
      expect(after.words).toEqual([1, isIn('a'), isIn('b'), isIn('c')]);
      const events = writes.flatMap((it) => rowEvents(it.before, it.after, it.at));
      expect(after.events).toEqual(events);
    });
    await fc.assert(property, { numRuns: 300 });
  });
});

test('a row of a task that nobody created is found by its international number', async () => {
  const centre = await CallCentre.open();
  centre.world.tables.putRow({ task: 'nowhere', Id: 1, tel: '+44 20 7946 0017' });
  await centre.follow();
  expect(await centre.world.views.byNumber('nowhere', '+442079460017')).toHaveLength(1);
});

describe('figures', () => {
  const settled = fact('settled', { outcome: 'customer-busy' });

  test('are kept when an attempt is settled, and again when it is corrected', async () => {
    const { ports } = await CallCentre.open();
    const outcomes = async () =>
      (await ports.views.outcomes('demo', ['2026-11-23'])).map(({ outcome }) => outcome);
    await keepOutcome(ports, { after: attemptWith([fact('dialling')]) });
    expect(await outcomes()).toEqual([]);
    await keepOutcome(ports, { after: attemptWith([settled]) });
    expect(await outcomes()).toEqual(['customer-busy']);
    const after = attemptWith([settled, fact('corrected')]);
    await keepOutcome(ports, { before: attemptWith([settled]), after });
    expect(await outcomes()).toEqual(['reached']);
  });

  test('are not written again by what does not change them', async () => {
    const { ports } = await CallCentre.open();
    const written: string[] = [];
    const views = { ...ports.views, keepOutcome: async () => void written.push('again') };
    const before = attemptWith([settled]);
    const after = attemptWith([settled, fact('operatorReleased')]);
    await keepOutcome({ ...ports, views: views as typeof ports.views }, { before, after });
    expect(written).toEqual([]);
  });
});
