import { anna, boss, Console } from '../../support/console.ts';

let desk: Console;
const tel = '020 7946 0017';
const number = '+442079460017';

beforeEach(async () => {
  desk = await Console.open();
  desk.centre.put(17, { tel, имя: 'Zoë' });
  desk.centre.put(18, { tel: number, status: 10, callaftermin: 60 });
  await desk.centre.follow();
});

afterEach(() => expect(desk.failures).toEqual([]));

const sayNo = (body: object = {}) =>
  desk.ask('POST /api/tasks/demo/subscribers/17/do-not-call', { as: anna, body });
const asBoss = (what: string, body: object) =>
  desk.ask(`POST /api/do-not-call${what}`, { as: boss, body });

describe('from the desk', () => {
  test('an operator notes that the customer of a row said no, and all its rows go to 14', async () => {
    expect(await sayNo({ reason: 'no more' })).toMatchObject({
      status: 200,
      body: { isNew: true, rows: 2 },
    });
    expect(desk.centre.row(17)).toMatchObject({ status: 14 });
    expect(desk.centre.row(18)).toMatchObject({ status: 14 });
    const { body } = await asBoss('/search', { text: tel });
    expect(body.numbers).toMatchObject([
      {
        number,
        stands: true,
        entries: [{ kind: 'added', task: 'demo', by: 'anna', door: 'desk', reason: 'no more' }],
      },
    ]);
  });

  test('for all tasks, where the customer meant all', async () => {
    await sayNo({ all: true });
    const { body } = await asBoss('/search', {});
    expect(body.numbers[0].entries[0]).not.toHaveProperty('task');
  });

  test('a row of this very second is barred as well', async () => {
    desk.centre.put(19, { tel });
    await desk.ask('POST /api/tasks/demo/subscribers/19/do-not-call', { as: anna, body: {} });
    expect(desk.centre.row(19)).toMatchObject({ status: 14 });
  });

  test('a row without a phone number has none to bar', async () => {
    desk.centre.put(19, { tel: 'who?' });
    const line = 'POST /api/tasks/demo/subscribers/19/do-not-call';
    expect(await desk.ask(line, { as: anna, body: {} })).toMatchObject({ status: 400 });
  });

  test('no call is then promised, whoever asks, and the answer says why', async () => {
    await sayNo();
    const line = 'PATCH /api/tasks/demo/subscribers/18';
    const body = { status: null };
    await desk.ask(line, { as: boss, body });
    await desk.centre.follow();
    const order = { status: 10, callaftermin: 5 };
    expect(await desk.ask(line, { as: anna, body: order })).toMatchObject({
      status: 400,
      body: { error: expect.stringContaining('asked not to be called') },
    });
    expect(
      await desk.ask('POST /api/tasks/demo/subscribers', { as: boss, body: { tel, ...order } }),
    ).toMatchObject({ status: 400 });
    expect(
      await desk.ask('POST /api/tasks/demo/subscribers/18/promise', {
        as: anna,
        body: { callaftermin: 5 },
      }),
    ).toMatchObject({ status: 400 });
  });

  test('the story of every row with the number tells of it', async () => {
    await sayNo({ reason: 'no more' });
    const { body } = await desk.ask('GET /api/tasks/demo/subscribers/18/story', { as: anna });
    expect(body.doNotCall).toMatchObject([{ kind: 'added', by: 'anna', reason: 'no more' }]);
  });
});

describe('the list of supervisors', () => {
  test('takes a number as dialled in the country of all tasks', async () => {
    expect(await asBoss('', { tel, reason: 'letter' })).toMatchObject({ body: { rows: 2 } });
  });

  test('is about the number of a row, where that is named instead', async () => {
    await asBoss('', { row: { task: 'demo', Id: 17 }, task: 'demo' });
    expect(desk.centre.row(18)).toMatchObject({ status: 14 });
  });

  test.each<[string, object, number]>([
    ['what is no phone number', { tel: '12' }, 400],
    ['a task that is none', { tel, task: 'nobody' }, 404],
    ['a row that is none', { row: { task: 'demo', Id: 99 } }, 404],
    ['neither number nor row', {}, 400],
    ['both', { tel, row: { task: 'demo', Id: 17 } }, 400],
  ])('refuses %s', async (_, body, status) => {
    expect(await asBoss('', body)).toMatchObject({ status });
  });

  test('lifts with a reason, never without', async () => {
    await sayNo();
    expect(await asBoss('/lift', { tel, reason: ' ' })).toMatchObject({ status: 400 });
    expect(await asBoss('/lift', { tel, reason: 'wrote to us' })).toMatchObject({
      body: { isNew: true, rows: 2 },
    });
    expect(desk.centre.row(17)).not.toHaveProperty('status');
    const { body } = await asBoss('/search', {});
    expect(body.numbers).toMatchObject([
      { stands: false, entries: [{ kind: 'added' }, { kind: 'lifted', reason: 'wrote to us' }] },
    ]);
  });

  test('takes a file’s numbers in, and answers for each', async () => {
    const numbers = [tel, '+44 20 7946 0099', 'tel', number];
    expect(await asBoss('/import', { numbers, reason: 'register' })).toMatchObject({
      status: 200,
      body: { receptions: ['added', 'added', 'refused', 'known'] },
    });
    expect(desk.centre.row(18)).toMatchObject({ status: 14 });
  });

  test('is searched by a part of the number', async () => {
    await asBoss('/import', { numbers: [tel, '020 7946 0118'] });
    const { body } = await asBoss('/search', { text: '60118' });
    expect(body.numbers.map((it: { number: string }) => it.number)).toEqual(['+442079460118']);
  });
});
