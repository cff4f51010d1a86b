import { anna, boss, Console, ivan, olga } from '../../support/console.ts';

let desk: Console;

beforeEach(async () => {
  desk = await Console.open();
});

afterEach(() => expect(desk.failures).toEqual([]));

const Ids = (list: { rows: { Id: number }[] }) => list.rows.map(({ Id }) => Id);

/** A call promised for today at the time. */
function promise(Id: number, time: string, columns: object = {}): void {
  const order = { status: 10, date_callback: '2026-11-23', time_callback: time };
  const tel = `020 7946 0${String(Id).padStart(3, '0')}`;
  desk.centre.put(Id, { tel, имя: `Customer${Id}`, ...order, ...columns });
}

describe('what is promised for an operator', () => {
  const mine = async (as: object = anna) => (await desk.ask('GET /api/me/promises', { as })).body;

  test('for them at any of their addresses and for anybody, the earliest first', async () => {
    promise(1, '12:00');
    promise(2, '11:00', { operator_number: 'client:anna' });
    promise(3, '13:00', { operator_number: '020 7946 0991' });
    promise(4, '10:30', { operator_number: '+442079460992' });
    await desk.centre.follow();
    expect(Ids(await mine())).toEqual([2, 1, 3]);
    expect(Ids(await mine(ivan))).toEqual([4, 1]);
    expect((await mine()).rows[0]).toMatchObject({
      task: 'demo',
      name: 'Customer2',
      dueAt: '2026-11-23T11:00:00.000Z',
      zone: 'Europe/London',
      clock: { zones: ['Europe/London'], from: 'number' },
      operator: { address: 'client:anna', id: 'anna', name: 'Anna' },
    });
  });

  test('what is overdue is among them', async () => {
    await desk.centre.changeTask({ paused: 'lunch' });
    promise(1, '10:01', { operator_number: 'client:anna' });
    await desk.centre.runUntil('2026-11-23T10:05:00Z');
    expect(Ids(await mine())).toEqual([1]);
  });

  test('a row that the view has not caught up with is not shown as promised', async () => {
    promise(1, '12:00');
    await desk.centre.follow();
    desk.centre.write(1, { status: undefined });
    expect(Ids(await mine())).toEqual([]);
  });

  test('nothing of tasks that do not list them', async () => {
    promise(1, '12:00');
    await desk.centre.follow();
    await desk.centre.changeTask({ operators: ['ivan'] });
    expect(Ids(await mine())).toEqual([]);
  });
});

describe('search', () => {
  const find = async (text: string, more: object = {}) =>
    desk.ask('POST /api/search', { body: { text, ...more } });

  beforeEach(async () => {
    desk.centre.put(7, { tel: '020 7946 0007', имя: 'Zoë', фамилия: 'Smith', 'id заказа': '1042' });
    await desk.centre.follow();
  });

  test.each(['zoe', 'SMI', 'smith zoe', '1042', '020 7946 0007', '+44 20 7946 0007', '0007'])(
    '“%s” finds the row',
    async (text) => {
      expect(Ids((await find(text)).body)).toEqual([7]);
    },
  );

  test('what fits nothing finds nothing', async () => {
    expect(Ids((await find('zoe jones')).body)).toEqual([]);
  });

  test('only in tasks that list the caller', async () => {
    await desk.centre.changeTask({ operators: ['ivan'] });
    expect(Ids((await find('zoe')).body)).toEqual([]);
    expect((await find('zoe', { task: 'demo' })).status).toBe(403);
    expect((await find('zoe', { task: 'sales' })).status).toBe(404);
  });

  test.each(['', ' z ', 'x'.repeat(101)])('“%s” is too short or too long', async (text) => {
    expect((await find(text)).status).toBe(400);
  });
});

describe('the next row that was never called', () => {
  const next = (as: object = anna) => desk.ask('POST /api/tasks/demo/next', { as });

  beforeEach(async () => {
    desk.centre.put(3, { tel: '020 7946 0003' });
    desk.centre.put(4, { tel: '020 7946 0004', date_call: '2026-11-20T10:00:00.000Z' });
    desk.centre.put(5, { tel: '020 7946 0005', имя: 'Zoë' });
    desk.centre.put(6, {});
    await desk.centre.follow();
  });

  test('two who ask are given two', async () => {
    expect((await next()).body.row.Id).toBe(3);
    expect((await next(ivan)).body).toMatchObject({ row: { Id: 5, name: 'Zoë' }, history: [] });
    expect((await next()).status).toBe(204);
  });

  test('who looked and did not call frees it for others after a while', async () => {
    await next();
    await desk.centre.runUntil('2026-11-23T10:03:01Z');
    expect((await next(ivan)).body.row.Id).toBe(3);
  });

  test('one that was ordered since is passed over', async () => {
    desk.centre.write(3, { status: 10, callaftermin: 60 });
    expect((await next()).body.row.Id).toBe(5);
  });

  test('only for who is in the task', async () => {
    expect((await next(olga)).status).toBe(403);
  });
});

describe('what supervisors see promised', () => {
  const list = async (which: string, more: object = {}) =>
    (await desk.ask('POST /api/promises', { as: boss, body: { which, ...more } })).body;

  beforeEach(async () => {
    await desk.centre.changeTask({ paused: 'lunch' });
    promise(1, '10:01');
    promise(2, '11:00', { operator_number: 'client:anna' });
    promise(3, '12:00', { operator_number: '+442079460992' });
    promise(4, '09:00', { date_callback: '2026-11-24' });
    desk.centre.put(5, { tel: 'nonsense', status: 10, callaftermin: 5 });
    await desk.centre.runUntil('2026-11-23T10:00:30Z');
  });

  test('of today, to come, and in trouble', async () => {
    expect(Ids(await list('today'))).toEqual([1, 2, 3]);
    expect(Ids(await list('upcoming'))).toEqual([1, 2, 3, 4]);
    expect(Ids(await list('overdue'))).toEqual([]);
    const trouble = await list('problem');
    expect(trouble.rows).toMatchObject([{ Id: 5, problem: expect.stringContaining('tel') }]);
  });

  test('for one operator, at any of their addresses, overdue ones too', async () => {
    promise(6, '13:00', { operator_number: '+442079460991' });
    await desk.centre.runUntil('2026-11-23T11:30:00Z');
    expect(Ids(await list('owned', { operator: 'anna' }))).toEqual([2, 6]);
    expect(Ids(await list('owned', { operator: 'ivan', task: 'demo' }))).toEqual([3]);
    // the list has not followed yet
    desk.centre.write(6, { operator_number: 'client:ivan' });
    expect(Ids(await list('owned', { operator: 'anna' }))).toEqual([2]);
    const statusOf = async (body: object) =>
      (await desk.ask('POST /api/promises', { as: boss, body })).status;
    expect(await statusOf({ which: 'owned', operator: 'nobody' })).toBe(404);
    expect(await statusOf({ which: 'owned' })).toBe(400);
    expect(await statusOf({ which: 'today', operator: 'anna' })).toBe(400);
  });

  test('today is the task’s day', async () => {
    await desk.centre.changeTask({ timeZone: 'Pacific/Auckland' });
    expect(Ids(await list('today'))).toEqual([1]);
  });

  test('overdue: the moment has passed and nobody was called', async () => {
    desk.centre.write(1, { status: 10, date_callback: '2026-11-23', time_callback: '10:00:40' });
    await desk.centre.follow();
    desk.centre.world.dialQueue.all().forEach((it) => {
      desk.centre.world.dialQueue.delete(it);
    });
    await desk.centre.world.clock.advanceTo(Date.parse('2026-11-23T10:02:00Z'));
    expect(Ids(await list('overdue'))).toEqual([1]);
  });

  test('too late: more than the grace, until somebody decides', async () => {
    const { centre } = desk;
    await centre.world.clock.advanceTo(Date.parse('2026-11-23T11:01:01Z'));
    await centre.runUntil('2026-11-23T11:01:01Z');
    expect(await list('missed')).toMatchObject({
      rows: [{ Id: 1, problem: expect.stringContaining('3601 s late') }],
    });
    const rows = [{ task: 'demo', Id: 1 }];
    await centre.changeTask({ apologyText: { en: 'We are sorry.' } });
    const apologise = () => desk.ask('POST /api/promises/apologise', { as: boss, body: { rows } });
    expect((await apologise()).body).toEqual({ results: rows });
    expect(await list('missed')).toMatchObject({ rows: [{ Id: 1, apologised: true }] });
    const again = [{ Id: 1, problem: expect.stringContaining('sent for this promise before') }];
    expect((await apologise()).body).toMatchObject({ results: again });
    const body = { rows, callaftermin: 0 };
    await desk.ask('POST /api/promises/move', { as: boss, body });
    await centre.follow();
    expect(Ids(await list('missed'))).toEqual([]);
    expect(centre.row(1)).toMatchObject({ _promised_for: '2026-11-23T11:01:01.000Z' });
  });

  test('orphaned: the owner is away or gone', async () => {
    expect(Ids(await list('orphaned'))).toEqual([]);
    await desk.ask('PATCH /api/me', { body: { away: true } });
    expect(Ids(await list('orphaned'))).toEqual([2]);
    await desk.ask('DELETE /api/operators/ivan', { as: boss });
    expect(Ids(await list('orphaned'))).toEqual([2, 3]);
  });

  test('of one task, or of a task that is not there', async () => {
    expect(Ids(await list('upcoming', { task: 'demo' }))).toEqual([1, 2, 3, 4]);
    const body = { which: 'today', task: 'sales' };
    expect((await desk.ask('POST /api/promises', { as: boss, body })).status).toBe(404);
  });

  test('page by page, each row once, also where many are due in one second', async () => {
    for (let Id = 100; Id < 350; Id++) promise(Id, '15:00', { tel: '020 7946 0100' });
    await desk.centre.follow();
    const seen: number[] = [];
    let cursor: string | undefined;
    do {
      const page = await list('upcoming', cursor === undefined ? {} : { cursor });
      seen.push(...Ids(page));
      cursor = page.cursor;
    } while (cursor !== undefined);
    expect(seen).toHaveLength(254);
    expect(new Set(seen).size).toBe(254);
    expect(seen.at(-1)).toBe(4);
  });
});

describe('what supervisors do with many', () => {
  const rows = (...Ids: number[]) => Ids.map((Id) => ({ task: 'demo', Id }));
  const change = (what: string, body: object) =>
    desk.ask(`POST /api/promises/${what}`, { as: boss, body });

  beforeEach(async () => {
    promise(1, '12:00');
    promise(2, '13:00', { operator_number: 'client:anna' });
    desk.centre.put(3, { tel: '020 7946 0003', status: 12 });
    await desk.centre.follow();
  });

  test('moved by minutes: each is told what became of it', async () => {
    const answer = await change('move', { rows: rows(1, 2, 3, 99), callaftermin: 30 });
    expect(answer.body.results).toEqual([
      { task: 'demo', Id: 1, dueAt: '2026-11-23T10:30:00.000Z' },
      { task: 'demo', Id: 2, dueAt: '2026-11-23T10:30:00.000Z' },
      { task: 'demo', Id: 3, problem: 'no call is promised any more' },
      { task: 'demo', Id: 99, problem: 'there is no such row any more' },
    ]);
    await desk.centre.follow();
    expect(desk.centre.row(1)._due_at).toBe('2026-11-23T10:30:00.000Z');
    expect(desk.centre.row(3).status).toBe(12);
  });

  test('moved to a time of the customer’s clock', async () => {
    desk.centre.write(2, { time_zone: 'America/New_York' });
    const wish = { rows: rows(1, 2), date_callback: '2026-11-24', time_callback: '09:30' };
    const { results } = (await change('move', wish)).body;
    expect(results.map(({ dueAt }: { dueAt: string }) => dueAt)).toEqual([
      '2026-11-24T09:30:00.000Z',
      '2026-11-24T14:30:00.000Z',
    ]);
    await desk.centre.follow();
    expect(desk.centre.row(2)._due_at).toBe('2026-11-24T14:30:00.000Z');
  });

  test('a moment that was past is refused row by row', async () => {
    const wish = { rows: rows(1), date_callback: '2026-11-22', time_callback: '09:30' };
    const { results } = (await change('move', wish)).body;
    expect(results).toEqual([{ task: 'demo', Id: 1, problem: expect.stringContaining('past') }]);
    await desk.centre.follow();
    expect(desk.centre.row(1)._due_at).toBe('2026-11-23T12:00:00.000Z');
  });

  test('a row with a call on is left alone', async () => {
    await desk.talk();
    const { results } = (await change('cancel', { rows: rows(17) })).body;
    expect(results).toEqual([{ task: 'demo', Id: 17, problem: 'a call to this customer is on' }]);
    expect(desk.centre.row(17).status).toBe(11);
  });

  test('given to another operator, or to any', async () => {
    expect((await change('reassign', { rows: rows(1, 2), operator: 'ivan' })).body.results).toEqual(
      [
        { task: 'demo', Id: 1, dueAt: '2026-11-23T12:00:00.000Z' },
        { task: 'demo', Id: 2, dueAt: '2026-11-23T13:00:00.000Z' },
      ],
    );
    expect(desk.centre.row(1).operator_number).toBe('+442079460992');
    await change('reassign', { rows: rows(1), operator: null });
    expect(desk.centre.row(1)).not.toHaveProperty('operator_number');
    expect((await change('reassign', { rows: rows(1), operator: 'olga' })).status).toBe(400);
  });

  test('cancelled', async () => {
    expect((await change('cancel', { rows: rows(1) })).body.results).toEqual([
      { task: 'demo', Id: 1 },
    ]);
    await desk.centre.follow();
    expect(desk.centre.row(1)).not.toHaveProperty('status');
    expect(desk.centre.row(1)).not.toHaveProperty('_due_at');
  });

  test.each([
    ['move', { rows: [], callaftermin: 5 }],
    ['move', { rows: [{ task: 'demo', Id: 1 }] }],
    [
      'move',
      { rows: Array.from({ length: 101 }, () => ({ task: 'demo', Id: 1 })), callaftermin: 5 },
    ],
    ['cancel', {}],
  ])('%s: nothing chosen, too many, or nowhere to move to', async (what, body) => {
    expect((await change(what, body)).status).toBe(400);
  });
});

describe('a promise before it is made', () => {
  const ask = (body: object, language = 'en') =>
    desk.ask('POST /api/tasks/demo/subscribers/1/promise', { body, language });

  beforeEach(() => {
    desk.centre.put(1, { tel: '020 7946 0001', time_zone: 'America/New_York' });
  });

  test('says when that is on the customer’s clock', async () => {
    expect((await ask({ callaftermin: 90 })).body).toEqual({
      room: { from: '2026-11-23T11:30:00.000Z', promised: 0, fits: 8 },
      dueAt: '2026-11-23T11:30:00.000Z',
      zone: 'America/New_York',
      clock: { zones: ['America/New_York'], from: 'row' },
      date: '2026-11-23',
      time: '06:30',
      may: true,
    });
  });

  test('says why they may not be called then, and when they may', async () => {
    await desk.centre.changeTask({ callingHours: { '1': [['09:00', '18:00']] } });
    expect((await ask({ callaftermin: 90 })).body).toMatchObject({
      may: false,
      reason: 'outside-calling-hours',
      nextAt: '2026-11-23T14:00:00.000Z',
      nextDate: '2026-11-23',
      nextTime: '09:00',
    });
  });

  test('says what makes no sense, in the caller’s language', async () => {
    const past = { date_callback: '2026-11-22', time_callback: '10:00' };
    expect((await ask(past)).body.error).toMatch(/was past/);
    expect((await ask(past, 'ru')).body.error).toMatch(/уже прошёл/);
    expect((await ask({})).body.error).toMatch(/nothing says when to call/);
    desk.centre.write(1, { status: 14 });
    expect((await ask({ callaftermin: 5 }, 'ru')).body.error).toMatch(/статус 14/);
  });

  test('writes nothing', async () => {
    const before = desk.centre.row(1);
    await ask({ callaftermin: 90 });
    expect(desk.centre.row(1)).toEqual(before);
  });
});

describe('the story of a row', () => {
  test('tells what was written, what was called and what was answered', async () => {
    const attempt = await desk.talk();
    await desk.centre.follow();
    const { body } = await desk.ask('GET /api/tasks/demo/subscribers/17/story');
    expect(body).toMatchObject({ row: { Id: 17, status: 11 }, attempts: [{ id: attempt }] });
    expect(body.events.map(({ kind }: { kind: string }) => kind)).toEqual([
      'created',
      'promised',
      'in-service',
    ]);
  });

  test('is kept when the row is deleted', async () => {
    await desk.talk();
    desk.centre.delete(17);
    await desk.centre.follow();
    const { body } = await desk.ask('GET /api/tasks/demo/subscribers/17/story');
    expect(body).not.toHaveProperty('row');
    expect(body.events.at(-1)).toMatchObject({ kind: 'deleted' });
  });

  test('of a row that never was there is none', async () => {
    expect((await desk.ask('GET /api/tasks/demo/subscribers/99/story')).status).toBe(404);
  });
});
