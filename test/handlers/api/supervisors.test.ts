import { boss, Console, sampleScript } from '../../support/console.ts';
import { promised } from '../../support/scenarios.ts';

let desk: Console;

beforeEach(async () => {
  desk = await Console.open();
});

afterEach(() => expect(desk.failures).toEqual([]));

const ask = (line: string, body?: unknown) => desk.ask(line, { as: boss, body });
const toldDirectory = () =>
  desk.centre.world.desks.told.filter(({ message }) => message.kind === 'directory').length;

describe('what holds for all tasks', () => {
  test('is shown, and replaced as a whole', async () => {
    const settings = { callsPerSecond: 5, tryAgainMinutes: 30, allowedCountries: ['GB'] };
    expect((await ask('PUT /api/account', settings)).body).toEqual(settings);
    expect((await ask('GET /api/account')).body).toEqual(settings);
    expect(toldDirectory()).toBe(1);
    await ask('PUT /api/account', { callsPerSecond: null });
    expect(await desk.ports.directory.account()).toEqual({ callsPerSecond: null });
  });

  test.each([
    [{ callsPerSecond: 0 }, 'callsPerSecond'],
    [{ tryAgainMinutes: 0 }, 'tryAgainMinutes'],
    [{ allowedCountries: ['Britain'] }, 'allowedCountries'],
    [{ callsASecond: 5 }, 'callsASecond'],
  ])('is refused by name: %j', async (settings, name) => {
    const answer = await ask('PUT /api/account', settings);
    expect(answer.status).toBe(400);
    expect(JSON.stringify(answer.body)).toContain(name);
  });
});

describe('operators', () => {
  test('are sent away and called back, and all else of them stays', async () => {
    const before = await desk.ports.directory.operator('anna');
    const away = await ask('PUT /api/operators/anna/away', { away: true });
    expect(away).toMatchObject({ status: 200, body: { id: 'anna', away: true } });
    const { body } = await ask('GET /api/operators/anna/states');
    expect(JSON.stringify(body)).toContain('"by":"boss"');
    expect((await ask('PUT /api/operators/anna/away', { away: false })).status).toBe(200);
    expect(await desk.ports.directory.operator('anna')).toMatchObject({ ...before, away: false });
    expect((await ask('PUT /api/operators/nobody/away', { away: true })).status).toBe(404);
  });

  describe('are sent messages', () => {
    const say = (text: unknown, id = 'anna') => ask(`POST /api/operators/${id}/message`, { text });
    const notes = () =>
      desk.centre.world.desks.told.filter(({ message }) => message.kind === 'note');

    test('which their open desks alone are told, with the name of who sent them', async () => {
      const { url } = (await desk.ask('POST /api/me/socket')).body;
      await desk.ports.desks.connect(new URL(url).searchParams.get('ticket') ?? '', 'c1');
      expect((await say('  Come to the meeting\nat 10:30 ')).status).toBe(204);
      expect(notes()).toEqual([
        {
          audience: { operators: ['anna'], supervisors: false },
          message: {
            kind: 'note',
            at: '2026-11-23T10:00:00.000Z',
            from: 'boss',
            text: 'Come to the meeting\nat 10:30',
          },
        },
      ]);
      const list = { from: '2026-11-23', to: '2026-11-23', timeZone: 'UTC' };
      const audit = JSON.stringify((await ask('POST /api/audit', list)).body);
      expect(audit).toContain('POST /api/operators/{operator}/message');
      expect(audit).not.toContain('meeting');
    });

    test('and who sends one to somebody without an open desk hears that nobody reads it', async () => {
      expect(await say('Are you there?')).toMatchObject({
        status: 409,
        body: { error: 'no desk of theirs is open, so nobody reads it now' },
      });
    });

    test.each([[''], ['  '], ['a'.repeat(501)], [7], [null]])('never with %j', async (text) => {
      expect((await say(text)).status).toBe(400);
      expect(notes()).toEqual([]);
    });

    test('unless nobody has this id', async () => {
      expect((await say('Hello', 'nobody')).status).toBe(404);
    });
  });

  const anna = { name: 'Anna', addresses: ['+442079460991', 'client:anna'] };

  test('a PIN is kept as a hash, which nobody is shown', async () => {
    const answer = await ask('PUT /api/operators/anna', { ...anna, pin: '471100' });
    expect(answer.body).toEqual({
      id: 'anna',
      ...anna,
      at: '+442079460991',
      away: false,
      gone: false,
      hasPin: true,
    });
    const [stored] = await desk.ports.directory.operators();
    expect(stored).toMatchObject({ pinHash: 'hash of 6 digits' });
    expect(JSON.stringify((await ask('GET /api/operators')).body)).not.toContain('hash');
  });

  test('one who is set to be at work gets the call that waits for them', async () => {
    await ask('PUT /api/operators/anna', { ...anna, away: true });
    const order = { tel: '020 7946 0004', status: 10, callaftermin: 0 };
    desk.centre.put(4, { ...order, operator_number: 'client:anna' });
    await desk.centre.runUntil('2026-11-23T10:01:00Z');
    expect(desk.centre.dialler.rung).toEqual([]);
    await ask('PUT /api/operators/anna', anna);
    await desk.centre.runUntil('2026-11-23T10:01:05Z');
    expect(desk.centre.dialler.rung.map(({ to }) => to)).toEqual(['+442079460991']);
  });

  test('one who is sent away by a supervisor is away since then, and it is known by whom', async () => {
    await ask('PUT /api/operators/anna', { ...anna, away: true });
    const { body } = await ask('GET /api/operators/anna/states');
    expect(JSON.stringify(body)).toContain('"by":"boss"');
    expect(await desk.ports.directory.operator('anna')).toMatchObject({
      away: true,
      awaySince: desk.centre.world.clock.now(),
    });
  });

  test('one whom a task lists from now on gets the call that waits in it', async () => {
    const { id: _, ...task } = (await ask('GET /api/tasks/demo')).body;
    await ask('PUT /api/tasks/demo', { ...task, operators: [] });
    desk.centre.put(4, { tel: '020 7946 0004', status: 10, callaftermin: 0 });
    await desk.centre.runUntil('2026-11-23T10:01:00Z');
    expect(desk.centre.dialler.rung).toEqual([]);
    await ask('PUT /api/tasks/demo', task);
    await desk.centre.runUntil('2026-11-23T10:01:05Z');
    expect(desk.centre.dialler.rung.map(({ to }) => to)).toEqual(['+442079460991']);
  });

  test('without one in the request it stays, and null takes it away', async () => {
    await ask('PUT /api/operators/anna', { ...anna, pin: '471100' });
    expect((await ask('PUT /api/operators/anna', { ...anna, name: 'A.' })).body.hasPin).toBe(true);
    expect((await ask('PUT /api/operators/anna', { ...anna, pin: null })).body.hasPin).toBe(false);
  });

  test.each(['47110', '471147114', '47a100', 471100])('%j is no PIN', async (pin) => {
    expect((await ask('PUT /api/operators/anna', { ...anna, pin })).status).toBe(400);
  });

  test('a hash cannot be brought along', async () => {
    const body = { ...anna, pinHash: 'scrypt:a:b' };
    expect((await ask('PUT /api/operators/anna', body)).status).toBe(400);
  });

  test('an address belongs to one operator', async () => {
    const body = { name: 'Olga', addresses: ['client:anna'] };
    expect(await ask('PUT /api/operators/olga', body)).toMatchObject({
      status: 409,
      body: { error: 'anna is reached at one of these addresses' },
    });
    await ask('DELETE /api/operators/anna');
    expect((await ask('PUT /api/operators/olga', body)).status).toBe(200);
  });

  test('one who is deleted is gone, and remembered', async () => {
    const before = toldDirectory();
    expect((await ask('DELETE /api/operators/anna')).status).toBe(204);
    const { body } = await ask('GET /api/operators');
    expect(body).toMatchObject([
      { id: 'anna', gone: true },
      { id: 'ivan', gone: false },
    ]);
    expect(toldDirectory()).toBe(before + 1);
    expect((await ask('DELETE /api/operators/nobody')).status).toBe(404);
  });

  test('supervisors do not remove themselves, so that somebody is left', async () => {
    expect(await ask('DELETE /api/operators/boss')).toMatchObject({
      status: 409,
      body: { error: 'nobody removes themselves: ask another supervisor' },
    });
  });
});

describe('tasks', () => {
  test('one that is paused dials nothing until it is resumed', async () => {
    const paused = await ask('POST /api/tasks/demo/pause', { reason: 'lunch' });
    expect(paused).toMatchObject({ status: 200, body: { paused: 'lunch' } });
    const resumed = await ask('POST /api/tasks/demo/resume');
    expect(resumed.status).toBe(200);
    expect(resumed.body).not.toHaveProperty('paused');
    expect(toldDirectory()).toBe(2);
  });

  test('an edit does not resume a task that was paused meanwhile', async () => {
    const { id: _, ...task } = (await ask('GET /api/tasks/demo')).body;
    await ask('POST /api/tasks/demo/pause', { reason: 'lunch' });
    const edited = await ask('PUT /api/tasks/demo', { ...task, title: 'Edited' });
    expect(edited.body).toMatchObject({ title: 'Edited', paused: 'lunch' });
    expect((await desk.ports.directory.task('demo'))?.paused).toBe('lunch');
  });

  test('a pause needs a reason', async () => {
    expect((await ask('POST /api/tasks/demo/pause', { reason: ' ' })).status).toBe(400);
    expect((await ask('POST /api/tasks/demo/pause')).status).toBe(400);
  });

  test('a task names a script that is there', async () => {
    const { id: _, ...task } = (await ask('GET /api/tasks/demo')).body;
    expect(await ask('PUT /api/tasks/demo', { ...task, script: 'survey' })).toMatchObject({
      status: 400,
      body: { error: 'script: there is no script survey' },
    });
    expect((await ask('PUT /api/tasks/demo', task)).status).toBe(200);
  });

  test('what is wrong is told field by field', async () => {
    const { id: _, ...task } = (await ask('GET /api/tasks/demo')).body;
    const body = {
      ...task,
      title: '',
      ringAheadSeconds: 999,
      callingHours: { 1: [['9', '18:00']] },
    };
    const { status, body: problem } = await ask('PUT /api/tasks/demo', body);
    expect(status).toBe(400);
    expect(problem.problems).toEqual({
      title: expect.any(String),
      ringAheadSeconds: 'ringAheadSeconds must be a whole number, 0–120, got 999',
      'callingHours.1.0.0': 'write a time as HH:mm',
    });
  });
});

describe('scripts', () => {
  const changed = { ...sampleScript, title: 'Changed' };

  test('a change is the next version, and the same is none', async () => {
    expect((await ask('PUT /api/scripts/callback', sampleScript)).body.version).toBe(1);
    expect((await ask('PUT /api/scripts/callback', changed)).body.version).toBe(2);
    expect((await ask('GET /api/scripts/callback')).body).toMatchObject({
      version: 2,
      title: 'Changed',
    });
    expect((await ask('GET /api/scripts/callback?version=1')).body.version).toBe(1);
    expect((await desk.ask('GET /api/scripts')).body).toMatchObject([{ version: 2 }]);
  });

  test.each(['?version=9', '?version=0', '?version=x'])('there is no version %s', async (query) => {
    const { status } = await ask(`GET /api/scripts/callback${query}`);
    expect(status).toBe(query === '?version=9' ? 404 : 400);
  });

  test('all that is wrong is told, a sentence each', async () => {
    const steps = [
      { id: 'a', fields: [], next: 'b' },
      { id: 'c', fields: [], next: 'end' },
    ];
    const answer = await ask('PUT /api/scripts/callback', { title: 'x', start: 'a', steps });
    expect(answer.status).toBe(400);
    expect(answer.body.problems.length).toBeGreaterThanOrEqual(2);
    expect(answer.body.error).toContain('b');
    expect((await ask('GET /api/scripts/callback')).body.version).toBe(1);
  });

  test.each([null, [], 'text', 5])('%j is no script', async (body) => {
    expect((await ask('PUT /api/scripts/callback', body)).status).toBe(400);
  });
});

describe('the board', () => {
  test('shows who talks to whom since when, and what the others do', async () => {
    const attempt = await desk.talk();
    await desk.ask('PATCH /api/me', { as: { ...boss, username: 'ivan' }, body: { away: true } });
    expect((await ask('GET /api/board')).body).toMatchObject({
      calls: [{ id: attempt, state: 'talking', bridgedAt: '2026-11-23T10:30:06.000Z' }],
      operators: [
        { id: 'anna', state: 'talking', since: '2026-11-23T10:30:06.000Z', attempt, online: false },
        { id: 'ivan', state: 'away' },
      ],
      now: '2026-11-23T10:30:06.000Z',
    });
  });

  test('shows the wrap-up and its end, and who has a desk open', async () => {
    await desk.talk();
    const call = desk.centre.lastCall();
    await call.customerIs('completed', 20);
    await call.operatorIs('completed');
    const { url } = (await desk.ask('POST /api/me/socket')).body;
    await desk.ports.desks.connect(new URL(url).searchParams.get('ticket') ?? '', 'c1');
    const anna = async () => (await ask('GET /api/board')).body.operators[0];
    expect(await anna()).toMatchObject({
      state: 'wrap-up',
      freeAt: '2026-11-23T10:30:36.000Z',
      online: true,
    });
    await desk.centre.runUntil('2026-11-23T10:31:00Z');
    expect(await anna()).toMatchObject({ state: 'free', since: '2026-11-23T10:30:36.000Z' });
  });
});

describe('figures', () => {
  const wish = { from: '2026-11-23', to: '2026-11-23', timeZone: 'Europe/London' };

  test('of a day, hour by hour', async () => {
    await desk.talk();
    const call = desk.centre.lastCall();
    await call.customerIs('completed', 20);
    await call.operatorIs('completed');
    await desk.keepOutcomes();
    const { body } = await ask('POST /api/figures', wish);
    expect(body.slots).toHaveLength(24);
    const sums = { outcomes: { reached: 1 }, talkSeconds: 20, delays: {}, onTime: 1, late: 0 };
    expect(body.slots[10]).toEqual({ from: '2026-11-23T10:00:00.000Z', ...sums });
    expect(body.totals).toEqual(sums);
    expect(body.operators).toEqual([{ operator: 'anna', ...sums }]);
    expect(body).toMatchObject({ answers: [], daysLeft: 0 });
    expect(body.lateness.customer).toMatchObject({ count: 1 });
  });

  test('count a promise that was given up after its moment as late, once and with whose doing it is', async () => {
    const { world } = desk.centre;
    for (const { id } of await world.directory.operators()) {
      await world.directory.changeOperator(id, { away: true });
    }
    desk.centre.put(17, promised);
    await desk.centre.runUntil('2026-11-23T10:31:00Z');
    const late = { onTime: 0, late: 1, delays: { operators: 1 } };
    expect((await ask('POST /api/figures', wish)).body.totals).toMatchObject(late);
    desk.centre.write(17, { status: undefined });
    await desk.centre.follow();
    expect((await ask('POST /api/figures', wish)).body.totals).toMatchObject(late);
  });

  test('of a span are compared with as many days before', async () => {
    await desk.talk();
    await desk.centre.lastCall().customerIs('completed', 20);
    await desk.keepOutcomes();
    const asked = { ...wish, from: '2026-11-24', to: '2026-11-24', withBefore: true };
    expect((await ask('POST /api/figures', asked)).body).not.toHaveProperty('before');
    await desk.centre.runUntil('2026-11-24T12:00:00Z');
    const { body } = await ask('POST /api/figures', asked);
    expect(body.totals.outcomes).toEqual({});
    expect(body.before.outcomes).toEqual({ reached: 1 });
  });

  test.each([
    [{ ...wish, from: '2026-13-01' }, /^from must be a day/],
    [{ ...wish, to: '2026-11-22' }, /^from must not be after to/],
    [{ ...wish, to: '2027-12-23' }, /^ask for 366 days at most, got 396/],
    [{ ...wish, timeZone: 'London' }, /^timeZone must be/],
    [{ from: '2026-11-23' }, /./],
  ])('%j is no span', async (body, error) => {
    expect(await ask('POST /api/figures', body)).toMatchObject({
      status: 400,
      body: { error: expect.stringMatching(error) },
    });
  });

  test('of a task that is not there', async () => {
    expect((await ask('POST /api/figures', { ...wish, task: 'sales' })).status).toBe(404);
  });
});

test('the story of a row says who promised, moved and cancelled its call', async () => {
  const path = '/api/tasks/demo/subscribers/5';
  desk.centre.put(5, { tel: '020 7946 0005' });
  await desk.centre.follow();
  await ask(`PATCH ${path}`, { status: 10, callaftermin: 60 });
  await desk.centre.follow();
  const rows = [{ task: 'demo', Id: 5 }];
  await desk.centre.runUntil('2026-11-23T10:00:15Z');
  await desk.ask(`PATCH ${path}`, { body: { callaftermin: 90 } });
  await desk.centre.follow();
  await desk.centre.runUntil('2026-11-23T10:00:30Z');
  desk.centre.write(5, { callaftermin: 120 });
  await desk.centre.follow();
  await ask('POST /api/promises/cancel', { rows });
  await desk.centre.follow();
  const { events } = (await ask(`GET ${path}/story`)).body;
  expect(events.map(({ kind, by }: { kind: string; by?: string }) => [kind, by])).toEqual([
    ['created', undefined],
    ['promised', 'boss'],
    ['moved', 'anna'],
    ['moved', undefined],
    ['cancelled', 'boss'],
  ]);
});
