import { anna, boss, Console } from '../../support/console.ts';

let desk: Console;

beforeEach(async () => {
  desk = await Console.open();
});

afterEach(() => expect(desk.failures).toEqual([]));

const route = 'POST /api/tasks/demo/import';
const tel = '020 7946 0005';

function batch(cells: Record<string, string>[], more: object = {}) {
  const lines = cells.map((it, at) => ({ line: at + 2, cells: it, occurrence: 1 }));
  return { mode: 'write', highestId: 0, lines, ...more };
}

test('lines become rows, and each is answered for in its place', async () => {
  const body = batch([{ Id: '70', tel, имя: 'Zoë' }, { Id: '71', tel: 'who?' }, { tel }], {
    highestId: 71,
  });
  expect(await desk.ask(route, { as: boss, body })).toMatchObject({
    status: 200,
    body: {
      receptions: [
        { line: 2, outcome: 'imported' },
        { line: 3, outcome: 'refused', column: 'tel', value: 'who?' },
        { line: 4, outcome: 'imported' },
      ],
    },
  });
  expect(desk.centre.row(70)).toMatchObject({ tel, имя: 'Zoë' });
  expect(desk.centre.row(72)).toMatchObject({ tel });
});

test('a batch that is sent again changes nothing', async () => {
  const body = batch([{ Id: '70', tel }, { tel }], { highestId: 70 });
  await desk.ask(route, { as: boss, body });
  const { body: again } = await desk.ask(route, { as: boss, body });
  expect(again.receptions.map((it: { outcome: string }) => it.outcome)).toEqual([
    'unchanged',
    'unchanged',
  ]);
  expect(desk.centre.row(72)).toEqual({});
});

test('a rehearsal says whose number stands in the table already', async () => {
  desk.centre.put(17, { tel: '+44 20 7946 0005' });
  await desk.centre.follow();
  const body = batch(
    [
      { Id: '17', tel },
      { Id: '70', tel },
      { Id: '71', tel: '020 7946 0006' },
    ],
    {
      mode: 'rehearse',
      highestId: 71,
    },
  );
  expect((await desk.ask(route, { as: boss, body })).body.numbers).toEqual([
    { line: 2, number: '+442079460005', rows: [] },
    { line: 3, number: '+442079460005', rows: [17] },
    { line: 4, number: '+442079460006', rows: [] },
  ]);
});

test('a rehearsal looks for the rows of a number once, however many lines have it', async () => {
  const asked = jest.spyOn(desk.ports.views, 'byNumber');
  const body = batch(
    Array.from({ length: 50 }, () => ({ tel })),
    { mode: 'rehearse' },
  );
  expect((await desk.ask(route, { as: boss, body })).body.numbers).toHaveLength(50);
  expect(asked).toHaveBeenCalledTimes(1);
});

test('a rehearsal says which lines are new, and which change a row, perhaps into another customer', async () => {
  desk.centre.put(17, { tel: '+44 20 7946 0005', имя: 'Zoë' });
  desk.centre.put(18, { tel: '+44 20 7946 0006', имя: 'Bob' });
  const lines = [{ Id: '17', tel, имя: 'Zoe' }, { Id: '18', tel: '020 7946 0007' }, { tel }];
  const body = batch(lines, { mode: 'rehearse', highestId: 18 });
  expect((await desk.ask(route, { as: boss, body })).body.effects).toEqual([
    { line: 2, effect: 'changed' },
    { line: 3, effect: 'another-number' },
    { line: 4, effect: 'new' },
  ]);
});

test('a rehearsal writes nothing', async () => {
  const body = batch([{ Id: '70', tel }], { mode: 'rehearse', highestId: 70 });
  expect((await desk.ask(route, { as: boss, body })).body.receptions).toEqual([
    { line: 2, outcome: 'imported' },
  ]);
  expect(desk.centre.row(70)).toEqual({});
});

test.each([
  [batch([{ tel, _due_at: '2027-01-01T00:00:00.000Z' }])],
  [batch([{ tel, task: 'other' }])],
  [batch([])],
  [batch(Array.from({ length: 101 }, () => ({ tel })))],
  [batch([{ tel }], { highestId: 1e15 })],
  [batch([{ tel }], { mode: 'try' })],
  [{ mode: 'write', highestId: 0, lines: [{ line: 2, cells: { tel } }] }],
])('what is no batch is refused whole: %#', async (body) => {
  expect((await desk.ask(route, { as: boss, body })).status).toBe(400);
  expect(desk.centre.row(1)).toEqual({});
});

test('only supervisors import, into a task that is there', async () => {
  const body = batch([{ Id: '70', tel }]);
  expect((await desk.ask(route, { as: anna, body })).status).toBe(403);
  const other = 'POST /api/tasks/sales/import';
  expect((await desk.ask(other, { as: boss, body })).status).toBe(404);
  expect(desk.centre.row(70)).toEqual({});
});
