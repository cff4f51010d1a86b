import { anna, boss, Console, olga } from '../../support/console.ts';

let desk: Console;

beforeEach(async () => {
  desk = await Console.open();
});

afterEach(() => expect(desk.failures).toEqual([]));

const operators = () => desk.ports.directory.operators();
const annas = async () => (await operators()).find(({ id }) => id === 'anna');

test('an operator learns who they are, where they are rung, and which tasks list them', async () => {
  expect((await desk.ask('GET /api/me')).body).toEqual({
    role: 'operator',
    id: 'anna',
    operator: {
      id: 'anna',
      name: 'Anna',
      away: false,
      addresses: ['+442079460991', 'client:anna'],
      at: '+442079460991',
    },
    tasks: [
      {
        id: 'demo',
        title: 'Demo',
        timeZone: 'Europe/London',
        country: 'GB',
        language: 'en',
        wrapUpSeconds: 30,
        attachCalls: true,
      },
    ],
    awayReasons: ['break', 'lunch', 'meeting', 'training', 'other'],
    now: '2026-11-23T10:00:00.000Z',
  });
});

test('a supervisor who takes no calls is no operator, and sees all tasks', async () => {
  const { body } = await desk.ask('GET /api/me', { as: boss });
  expect(body).toMatchObject({ role: 'supervisor', id: 'boss', tasks: [{ id: 'demo' }] });
  expect(body).not.toHaveProperty('operator');
});

test('an operator says that they are away, where they are rung and for which task they call', async () => {
  const body = { away: true, at: 'client:anna', currentTask: 'demo' };
  const answer = await desk.ask('PATCH /api/me', { body });
  expect(answer).toMatchObject({ status: 200, body: { operator: body } });
  expect(await annas()).toMatchObject(body);
  expect(desk.centre.world.desks.told.at(-1)).toEqual({
    audience: 'everybody',
    message: { kind: 'directory' },
  });
});

test('who is away says why, and their day keeps since when', async () => {
  const { centre } = desk;
  const change = (body: object) => desk.ask('PATCH /api/me', { body });
  await centre.runUntil('2026-11-23T12:00:00Z');
  const { body } = await change({ away: true, awayReason: 'lunch' });
  expect(body.operator).toMatchObject({
    away: true,
    awayReason: 'lunch',
    awaySince: '2026-11-23T12:00:00.000Z',
  });
  await centre.runUntil('2026-11-23T12:10:00Z');
  await change({ away: true, awayReason: 'lunch' });
  await centre.runUntil('2026-11-23T12:40:00Z');
  expect((await change({ away: false })).body.operator).not.toHaveProperty('awayReason');
  const spans = [
    {
      state: 'away',
      reason: 'lunch',
      from: '2026-11-23T12:00:00.000Z',
      until: '2026-11-23T12:40:00.000Z',
    },
    { state: 'available', from: '2026-11-23T12:40:00.000Z' },
  ];
  expect((await desk.ask('GET /api/me/states')).body).toEqual({ spans });
  const ofAnna = (query: string) =>
    desk.ask(`GET /api/operators/anna/states${query}`, { as: boss });
  expect((await ofAnna('')).body).toEqual({ spans });
  expect((await ofAnna('?day=2026-11-22')).body).toEqual({ spans: [] });
  expect((await ofAnna('?day=yesterday')).status).toBe(400);
});

test('only the account’s own reasons are taken, where it has some', async () => {
  await desk.ports.directory.putAccount({ callsPerSecond: null, awayReasons: ['Склад'] });
  expect((await desk.ask('GET /api/me')).body.awayReasons).toEqual(['Склад']);
  const away = (awayReason: string) =>
    desk.ask('PATCH /api/me', { body: { away: true, awayReason } });
  expect((await away('lunch')).status).toBe(400);
  expect((await away('Склад')).body.operator).toMatchObject({ awayReason: 'Склад' });
});

test.each([
  [{ at: '+442079460992' }, 'at must be one of your own addresses'],
  [{ currentTask: 'sales' }, 'currentTask must be a task that lists you'],
  [{ name: 'Boss' }, 'Unrecognized key: "name"'],
  [{ away: 'yes' }, /^away: /],
])('they change nothing else of themselves: %j', async (body, error) => {
  const before = await annas();
  const answer = await desk.ask('PATCH /api/me', { body });
  expect(answer).toMatchObject({ status: 400, body: { error: expect.stringMatching(error) } });
  expect(await annas()).toEqual(before);
});

test('a task that does not list them cannot be their current one', async () => {
  const task = await desk.ports.directory.task('demo');
  if (task) await desk.ports.directory.putTask({ ...task, id: 'sales', operators: ['ivan'] });
  const answer = await desk.ask('PATCH /api/me', { body: { currentTask: 'sales' } });
  expect(answer.status).toBe(400);
});

test('who comes back is offered the call that waits longest for them', async () => {
  await desk.ask('PATCH /api/me', { body: { away: true } });
  desk.centre.put(4, {
    tel: '020 7946 0004',
    status: 10,
    callaftermin: 0,
    operator_number: 'client:anna',
  });
  await desk.centre.runUntil('2026-11-23T10:01:00Z');
  expect(desk.centre.dialler.rung).toEqual([]);
  await desk.ask('PATCH /api/me', { body: { away: false } });
  await desk.centre.runUntil('2026-11-23T10:01:05Z');
  expect(desk.centre.dialler.rung.map(({ to }) => to)).toEqual(['+442079460991']);
});

/** Both have hung up; it is 10:30:06. */
async function talked(): Promise<string> {
  const attempt = await desk.talk();
  const call = desk.centre.lastCall();
  await call.customerIs('completed', 20);
  await call.dialEnds({ as: 'completed', bridged: true, seconds: 20 });
  await call.operatorIs('completed');
  return `/api/attempts/${attempt}`;
}

const freeAt = async () => (await desk.ask('GET /api/me')).body.operator.freeAt;

test('done ends the wrap-up: until then the desk counts it down', async () => {
  await talked();
  expect(await freeAt()).toBe('2026-11-23T10:30:36.000Z');
  const done = await desk.ask('POST /api/me/done');
  expect(done.status).toBe(200);
  expect(done.body.operator).not.toHaveProperty('freeAt');
});

test('a form gets more time by the minute, up to what its task allows, and none when it is over', async () => {
  await desk.centre.changeTask({ mostWrapUpSeconds: 120 });
  const call = await talked();
  const more = () => desk.ask(`POST ${call}/more-time`);
  const latestAt = '2026-11-23T10:32:06.000Z';
  expect((await more()).body).toEqual({ freeAt: '2026-11-23T10:31:36.000Z', latestAt });
  expect((await more()).body).toEqual({ freeAt: latestAt, latestAt });
  expect((await more()).body).toEqual({ freeAt: latestAt, latestAt });
  expect(await freeAt()).toBe(latestAt);
  await desk.ask('POST /api/me/done');
  expect((await more()).status).toBe(409);
});

test('who has more time is not rung before it is over', async () => {
  const call = await talked();
  await desk.ask(`POST ${call}/more-time`);
  const row = { tel: '020 7946 0004', status: 10, operator_number: 'client:anna' };
  desk.centre.put(4, { ...row, callaftermin: 0 });
  await desk.centre.runUntil('2026-11-23T10:31:30Z');
  expect(desk.centre.dialler.rung).toHaveLength(1);
  await desk.centre.runUntil('2026-11-23T10:31:40Z');
  expect(desk.centre.dialler.rung).toHaveLength(2);
});

test('where the task wants the form first, done waits for it, and so does a call of their own', async () => {
  await desk.centre.changeTask({ requiresForm: true });
  const call = await talked();
  expect(await freeAt()).toBe('2026-11-23T10:40:06.000Z');
  expect(await desk.ask('POST /api/me/done')).toMatchObject({
    status: 409,
    body: { error: expect.stringContaining('form') },
  });
  const own = await desk.ask('POST /api/calls', { body: { tel: '020 7946 0004' } });
  expect(own).toMatchObject({ status: 409, body: { reason: 'form-owed' } });
  await desk.ask(`POST ${call}/form`);
  const run = { visits: [{ step: 'talk', answers: { result: 'settled' }, left: true }] };
  expect((await desk.ask(`POST ${call}/form/submission`, { body: { run } })).status).toBe(200);
  expect(await freeAt()).toBe('2026-11-23T10:30:36.000Z');
  expect((await desk.ask('POST /api/me/done')).status).toBe(200);
});

test('a socket is opened with a ticket of the caller’s own', async () => {
  const { body } = await desk.ask('POST /api/me/socket');
  const ticket = new URL(body.url).searchParams.get('ticket') ?? '';
  expect(await desk.ports.desks.connect(ticket, 'c1')).toBe(true);
  expect(await desk.ports.desks.online(['anna', 'ivan'])).toEqual(new Set(['anna']));
});

test('a browser becomes the phone of the operator’s own client address', async () => {
  expect(await desk.ask('POST /api/me/phone')).toMatchObject({
    status: 200,
    body: {
      token: 'a.b.c',
      identity: 'anna',
      edge: 'roaming',
      expiresAt: '2026-11-23T11:00:00.000Z',
    },
  });
});

test('without a client address there is no phone in the browser', async () => {
  const claims = { ...anna, username: 'ivan' };
  expect(await desk.ask('POST /api/me/phone', { as: claims })).toMatchObject({
    status: 409,
    body: { error: expect.stringContaining('browser phone') },
  });
});

test.each(['PATCH /api/me', 'POST /api/me/done', 'POST /api/me/phone', 'GET /api/me/promises'])(
  'who is not registered as an operator has none of it: %s',
  async (line) => {
    const body = line.startsWith('PATCH') ? { away: true } : undefined;
    for (const as of [olga, boss]) {
      expect((await desk.ask(line, { as, body })).status).toBe(409);
    }
  },
);

test('one who is gone is not let in', async () => {
  await desk.ask('DELETE /api/operators/anna', { as: boss });
  expect((await desk.ask('PATCH /api/me', { body: { away: false } })).status).toBe(403);
  expect((await desk.ask('GET /api/me')).status).toBe(403);
});

test('nor is a supervisor who is gone', async () => {
  const as = { ...boss, username: 'anna' };
  expect((await desk.ask('GET /api/board', { as })).status).toBe(200);
  await desk.ask('DELETE /api/operators/anna', { as: boss });
  expect((await desk.ask('GET /api/board', { as })).status).toBe(403);
  expect((await desk.ask('POST /api/me/socket', { as })).status).toBe(403);
});

test('where a page failed reaches the log, so often; nothing that somebody typed fits into it', async () => {
  const error = { page: 'desk', name: 'TypeError' };
  const stack = [{ file: 'desk-AB12.js', line: 3, column: 12 }];
  const tell = (body: object) => desk.ask('POST /api/me/page-errors', { body });
  for (let times = 0; times < 25; times++)
    expect((await tell({ ...error, stack })).status).toBe(204);
  const noted = desk.centre.world.journal.notes.filter(({ event }) => event === 'a page failed');
  expect(noted).toHaveLength(20);
  expect(noted[0]).toMatchObject({
    ids: { page: 'desk', name: 'TypeError', places: 'desk-AB12.js:3:12' },
  });
  expect((await tell({ ...error, stack, message: 'Zoë Miller' })).status).toBe(400);
  expect((await tell({ page: 'desk', name: 'Zoë Miller', stack })).status).toBe(400);
});
