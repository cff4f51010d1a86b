import { boss, Console } from '../../support/console.ts';

let desk: Console;

beforeEach(async () => {
  desk = await Console.open();
  const order = { status: 10, date_callback: '2026-11-23' };
  desk.centre.put(1, { tel: '020 7946 0001', имя: 'Мария', город: 'Москва' });
  desk.centre.put(2, { tel: '020 7946 0002', ...order, time_callback: '15:00' });
  desk.centre.put(3, { tel: '020 7946 0003', ...order, time_callback: '12:00', город: 'Тверь' });
  desk.centre.put(4, { tel: '020 7946 0004', status: 13, date_call: '2026-11-22T10:00:00.000Z' });
  desk.centre.put(5, { tel: '020 7946 0005', status: 10, date_callback: '2026-02-30' });
  await desk.centre.follow();
});

afterEach(() => expect(desk.failures).toEqual([]));

const ask = async (path: string, body: object) => {
  const answer = await desk.ask(`POST /api/${path}`, { as: boss, body });
  expect(answer.status).toBe(200);
  return answer.body;
};
const find = async (wish: object) => {
  const { rows } = await ask('customers', { task: 'demo', ...wish });
  return rows.map(({ Id }: { Id: number }) => Id);
};

describe('customers', () => {
  test('are all of a task, by Id, or promised calls by when they are due', async () => {
    expect(await find({})).toEqual([1, 2, 3, 4, 5]);
    expect(await find({ order: 'descending' })).toEqual([5, 4, 3, 2, 1]);
    expect(await find({ order: 'due' })).toEqual([3, 2]);
  });

  test.each([
    [{ state: 'never-called' }, [1]],
    [{ state: 'promised' }, [2, 3, 5]],
    [{ state: 'problem' }, [5]],
    [{ state: 'used-up' }, [4]],
    [{ state: 'barred' }, []],
    [{ column: { name: 'город', text: 'москв' } }, [1]],
    [{ column: { name: 'город', text: '' } }, [1, 3]],
    [{ column: { name: 'tel', text: '460 004' } }, [4]],
    [{ text: 'мар' }, [1]],
    [{ text: 'мар', state: 'promised' }, []],
  ])('%j are %j', async (wish, Ids) => {
    expect(await find(wish)).toEqual(Ids);
  });

  test('come page by page, and it is said how many were looked at', async () => {
    for (let Id = 6; Id <= 130; Id++) desk.centre.put(Id, { tel: '020 7946 0006' });
    const first = await ask('customers', { task: 'demo' });
    expect(first).toMatchObject({ looked: 50, cursor: expect.any(String) });
    expect(await find({ cursor: first.cursor })).toHaveLength(50);
    expect(await ask('customers', { task: 'demo', state: 'used-up' })).toMatchObject({
      looked: 130,
    });
  });

  test('are found by what became of their last call', async () => {
    await desk.talk();
    await desk.centre.lastCall().customerIs('completed', 20);
    await desk.centre.follow();
    expect(await find({ lastOutcome: 'reached' })).toEqual([17]);
    expect(await find({ lastOutcome: 'customer-busy' })).toEqual([]);
  });

  test('that were written since an instant are found by the day of it, then by Id', async () => {
    await desk.centre.runUntil('2026-11-23T10:06:00Z');
    desk.centre.write(1, { город: 'Тула' });
    desk.centre.put(9, { tel: '020 7946 0009' });
    desk.centre.delete(4);
    await desk.centre.follow();
    const updatedSince = '2026-11-23T10:05:00Z';
    expect(await find({ updatedSince })).toEqual([1, 9]);
    expect(await find({ updatedSince, column: { name: 'город', text: '' } })).toEqual([1]);
    await desk.centre.runUntil('2026-11-24T09:00:00Z');
    desk.centre.put(2, { tel: '020 7946 0002' });
    await desk.centre.follow();
    expect(await find({ updatedSince: '2026-11-23T23:59:00Z' })).toEqual([2]);
    expect((await find({ updatedSince })).slice(-1)).toEqual([2]);
  });

  test.each([
    [{ updatedSince: '2026-11-23T10:05:00Z', text: 'мар' }],
    [{ updatedSince: '2026-11-23T10:05:00Z', order: 'descending' }],
    [{ updatedSince: '2026-10-01T10:05:00Z' }],
    [{ updatedSince: 'yesterday' }],
  ])('are not read by %j', async (wish) => {
    const body = { task: 'demo', ...wish };
    expect((await desk.ask('POST /api/customers', { as: boss, body })).status).toBe(400);
  });

  test('of a task that is not there are none', async () => {
    const answer = await desk.ask('POST /api/customers', { as: boss, body: { task: 'sales' } });
    expect(answer.status).toBe(404);
  });
});

describe('calls', () => {
  const today = { from: '2026-11-23', to: '2026-11-23', timeZone: 'Europe/London' };

  test('of some days are listed with whom they reached, by operator and outcome', async () => {
    const attempt = await desk.talk();
    await desk.centre.lastCall().customerIs('completed', 20);
    await desk.keepOutcomes();
    const { calls, cursor } = await ask('calls/search', today);
    expect(calls).toMatchObject([{ id: attempt, outcome: 'reached', name: 'Zoë' }]);
    expect(cursor).toBeUndefined();
    expect((await ask('calls/search', { ...today, operator: 'anna' })).calls).toHaveLength(1);
    for (const other of [{ operator: 'ivan' }, { outcome: 'voicemail' }])
      expect((await ask('calls/search', { ...today, ...other })).calls).toEqual([]);
  });

  test('come page by page, the newest first, each once', async () => {
    await desk.talk();
    await desk.centre.lastCall().customerIs('completed', 20);
    await desk.keepOutcomes();
    const { views, tables } = desk.centre.world;
    const [one] = [...tables.attempts.values()];
    const [record] = await views.outcomes('demo', ['2026-11-23']);
    if (one === undefined || record === undefined) throw new Error('there was no call');
    for (let n = 0; n < 150; n++) {
      const attempt = `demo.17.x${n}` as typeof one.id;
      tables.attempts.set(attempt, { ...one, id: attempt });
      await views.keepOutcome({ ...record, attempt, settledAt: record.settledAt - (n >> 1) });
    }
    const first = await ask('calls/search', today);
    const second = await ask('calls/search', { ...today, cursor: first.cursor });
    const ids = [...first.calls, ...second.calls].map(({ id }: { id: string }) => id);
    expect([first.calls.length, new Set(ids).size]).toEqual([100, 151]);
    expect(second.cursor).toBeUndefined();
  });
});

describe('forms', () => {
  const today = { from: '2026-11-23', to: '2026-11-23', timeZone: 'Europe/London' };
  const list = async (wish: object = {}) =>
    (await ask('forms/search', { ...today, ...wish })).forms;

  test('that were sent are listed with what they answered, and their calls by when they changed', async () => {
    const attempt = await desk.talk();
    await desk.ask(`POST /api/attempts/${attempt}/form`);
    await desk.centre.lastCall().customerIs('completed', 20);
    await desk.keepOutcomes();
    expect(await list()).toEqual([]);
    await desk.centre.runUntil('2026-11-23T10:40:00Z');
    const answers = { result: 'settled', comment: 'да' };
    const run = { visits: [{ step: 'talk', answers, left: true }] };
    const { status } = await desk.ask(`POST /api/attempts/${attempt}/form/submission`, {
      body: { run },
    });
    expect(status).toBe(200);
    const form = { attempt, task: 'demo', Id: 17, operator: 'anna', by: 'anna', answers };
    expect(await list()).toMatchObject([form]);
    expect((await list())[0]).not.toHaveProperty('run');
    for (const [wish, count] of [
      [{ script: 'callback' }, 1],
      [{ script: 'other' }, 0],
      [{ operator: 'ivan' }, 0],
      [{ from: '2026-11-22', to: '2026-11-22' }, 0],
      [{ updatedSince: '2026-11-23T10:40:00Z' }, 1],
      [{ updatedSince: '2026-11-23T10:41:00Z' }, 0],
    ] as const) {
      expect([wish, (await list(wish)).length]).toEqual([wish, count]);
      if ('updatedSince' in wish) {
        const { calls } = await ask('calls/search', { ...today, ...wish });
        expect([wish, calls.length]).toEqual([wish, count]);
      }
    }
  });
});
