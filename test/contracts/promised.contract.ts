import type { ViewEntry } from '../../lambdas/domain/views/index-entries.ts';
import type { PromisePage, Views, Whose } from '../../lambdas/ports/records/views.ts';
import { noon, second } from './samples.ts';
import { list, type OpenViews, row, type ViewStore } from './view-store.ts';

const promised = (owner: string, seconds: number): ViewEntry => ({
  view: 'promised',
  owner,
  dueAt: noon + seconds * second,
});

const anna = '+442079460101';

export function promisedContract(open: OpenViews): void {
  const ids = async (views: Views, whose: Whose, page: Partial<PromisePage> = {}) => {
    const { promises } = await views.promisedFor('demo', whose, { limit: 9, ...page });
    return promises.map(({ key }) => key.Id);
  };

  test('an operator’s promises are those of all their addresses, the earliest first', async () => {
    const { views } = await open();
    await list(views, row(1), promised(anna, 30));
    await list(views, row(2), promised('client:anna', 10));
    await list(views, row(3), promised('anybody', 20));
    await list(views, row(4, 'other'), promised(anna, 0));
    expect(await views.promisedFor('demo', [anna, 'client:anna'], { limit: 9 })).toEqual({
      promises: [
        { key: row(2), dueAt: noon + 10 * second },
        { key: row(1), dueAt: noon + 30 * second },
      ],
    });
    expect(await ids(views, 'anybody')).toEqual([3]);
    expect(await ids(views, [])).toEqual([]);
  });

  test('from is included and to is not', async () => {
    const { views } = await open();
    for (const seconds of [1, 2, 3]) await list(views, row(seconds), promised(anna, seconds));
    const at = (seconds: number) => noon + seconds * second;
    expect(await ids(views, [anna], { from: at(2) })).toEqual([2, 3]);
    expect(await ids(views, [anna], { to: at(2) })).toEqual([1]);
    expect(await ids(views, [anna], { from: at(2), to: at(3) })).toEqual([2]);
  });

  test('a span that ends before it begins holds nothing', async () => {
    const store = await open();
    await everybodys(store);
    await list(store.views, row(1), promised(anna, 2));
    const at = (seconds: number) => noon + seconds * second;
    for (const whose of [[anna], 'everybody'] as Whose[]) {
      expect(await ids(store.views, whose, { from: at(9), to: at(1) })).toEqual([]);
      expect(await ids(store.views, whose, { from: at(2), to: at(2) })).toEqual([]);
    }
  });

  const everybodys = async ({ outside }: ViewStore) => {
    for (const [Id, seconds] of [
      [1, 2],
      [2, 1],
      [3, 2],
      [4, 3],
    ] as const) {
      const _due_at = new Date(noon + seconds * second).toISOString();
      await outside.put({ ...row(Id), status: 10, _due_at });
    }
    await outside.put({ ...row(5, 'other'), _due_at: new Date(noon).toISOString() });
    await outside.put({ ...row(6) });
  };

  test('everybody’s promises are read from the rows themselves', async () => {
    const store = await open();
    await everybodys(store);
    expect((await ids(store.views, 'everybody')).toSorted()).toEqual([1, 2, 3, 4]);
    expect(await ids(store.views, 'everybody', { from: noon + 3 * second })).toEqual([4]);
    expect(await ids(store.views, 'everybody', { to: noon + 2 * second })).toEqual([2]);
  });

  test.each<[string, Whose]>([
    ['several owners', [anna, 'client:anna']],
    ['everybody', 'everybody'],
  ])('pages name every promise of %s once', async (_, whose) => {
    const store = await open();
    await everybodys(store);
    await list(store.views, row(1), promised(anna, 2));
    await list(store.views, row(2), promised('client:anna', 1));
    await list(store.views, row(3), promised('client:anna', 2));
    await list(store.views, row(4), promised(anna, 3));
    const found: number[] = [];
    let cursor: string | undefined;
    do {
      const page = await store.views.promisedFor('demo', whose, { limit: 2, cursor });
      expect(page.promises.length).toBeLessThanOrEqual(2);
      found.push(...page.promises.map(({ key }) => key.Id));
      cursor = page.cursor;
    } while (cursor !== undefined);
    expect(found[0]).toBe(2);
    expect(found.toSorted()).toEqual([1, 2, 3, 4]);
  });
}
