import { buildViews } from '../../../lambdas/use-cases/views/build-views.ts';
import { CallCentre } from '../../support/call-centre.ts';

const people = Array.from({ length: 250 }, (_, n) => n + 1);

/** Rows whose writes no view has followed. */
async function oldRows(): Promise<CallCentre> {
  const centre = await CallCentre.open();
  for (const Id of people) centre.put(Id, { tel: '020 7946 0017', имя: 'Мария' });
  centre.world.tables.takeRecords();
  return centre;
}

const found = async ({ world }: CallCentre) =>
  (await world.views.byWord('demo', 'мария', 999)).length;

test('rows that were there before the views are found', async () => {
  const centre = await oldRows();
  await buildViews(centre.ports);
  expect(await found(centre)).toBe(people.length);
  expect(await centre.world.views.events({ task: 'demo', Id: 1 })).toEqual([]);
});

test('are listed once, not at every patrol', async () => {
  const centre = await oldRows();
  await buildViews(centre.ports);
  const pages: unknown[] = [];
  const page = async (...given: unknown[]) => {
    pages.push(given);
    return { rows: [] };
  };
  const rows = Object.assign(Object.create(centre.world.rows), { page });
  await buildViews({ ...centre.ports, rows });
  expect(pages).toEqual([]);
});

test('a run that takes too long is gone on with by the next', async () => {
  const centre = await oldRows();
  const { world } = centre;
  const times = [0, 0, 300_001];
  const clock = { now: () => times.shift() ?? 300_001, sleepUntil: async () => {} };
  await buildViews({ ...centre.ports, clock });
  expect(await found(centre)).toBe(100);
  await buildViews({ ...centre.ports, clock: world.clock });
  expect(await found(centre)).toBe(people.length);
});

test('a row that cannot be listed is counted, and the others are found', async () => {
  const centre = await oldRows();
  const { follow } = centre.world.views;
  centre.world.views.follow = async (change) => {
    if (change.row.Id === 7) throw new Error('One or more parameter values are not valid');
    return follow.call(centre.world.views, change);
  };
  await buildViews(centre.ports);
  expect(await found(centre)).toBe(people.length - 1);
  expect(centre.world.journal.failures).toMatchObject([{ ids: { row: 'demo.7' } }]);
});
