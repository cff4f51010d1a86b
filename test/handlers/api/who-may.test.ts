import type { AttemptId } from '../../../lambdas/domain/attempt/attempt.ts';
import { declarations } from '../../../lambdas/handlers/open-api/open-api-document.ts';
import { anna, boss, Console, ivan, lena, sampleScript, vera } from '../../support/console.ts';

/**
 * The task lists Anna alone, and she is in a call. Ivan works here too, and is after what is hers.
 * A route that is not listed here fails the last test: somebody has to say what it lets Ivan do.
 */
let desk: Console;
let attempt: AttemptId;

beforeEach(async () => {
  desk = await Console.open({
    task: { recording: 'on-demand', voicemailText: { en: 'Hello', ru: 'Алло' } },
  });
  attempt = await desk.talk();
  // who is asked to hold finds both in the conference
  const leg = desk.centre.dialler.legs.find(({ parent }) => parent !== undefined);
  desk.centre.world.conferences.inside.set(attempt, leg?.sid ?? '');
  await desk.ask(`POST /api/attempts/${attempt}/form`);
  await desk.centre.changeTask({ operators: ['anna'], leads: ['lena'] });
  await desk.centre.follow();
});

afterEach(() => expect(desk.failures).toEqual([]));

const recordingSid = `RE${'0'.repeat(32)}`;
const row = '/api/tasks/demo/subscribers/17';
const call = '/api/attempts/{attempt}';
const { id: _, ...task } = {
  id: 'demo',
  title: 'Mine',
  timeZone: 'Europe/Paris',
  country: 'FR',
  callerId: '+33199000001',
  operators: ['ivan'],
};
const run = {
  visits: [{ step: 'talk', answers: { result: 'settled', comment: 'нет' }, left: true }],
};
const rows = [{ task: 'demo', Id: 17 }];

/** What is hers, by method and path, with the body that would be right for her or for a supervisor. */
const hers = requests([
  [`GET ${call}`],
  [`GET ${call}/card`],
  [`POST ${call}/form`],
  [`PUT ${call}/form`, { revision: 0, run }],
  [`POST ${call}/form/submission`, { run }],
  [`POST ${call}/hang-up`],
  [`POST ${call}/voicemail`],
  [`POST ${call}/message`],
  [`POST ${call}/deferral`, { minutes: 5 }],
  [`POST ${call}/more-time`],
  [`PUT ${call}/recording`, { state: 'recording' }],
  [`PUT ${call}/hold`, { isOn: true }],
  ['POST /api/calls', { task: 'demo', Id: 17 }],
  ['POST /api/search', { text: 'zoe', task: 'demo' }],
  ['POST /api/tasks/demo/next'],
  ['POST /api/tasks/demo/subscribers', { tel: '020 7946 0099' }],
  [`GET ${row}`],
  [`PATCH ${row}`, { комментарии: 'нет' }],
  [`POST ${row}/promise`, { callaftermin: 5 }],
  [`GET ${row}/story`],
  [`POST ${row}/do-not-call`, { reason: 'нет' }],
  ['GET /api/tasks/demo'],
  ['GET /api/scripts/callback'],
]);

const supervisors = requests([
  [`GET ${call}/recordings/${recordingSid}`],
  [`PUT ${row}`, { tel: '020 7946 0099' }],
  [`DELETE ${row}`],
  ['PUT /api/tasks/demo', task],
  ['GET /api/account'],
  ['PUT /api/account', { callsPerSecond: 5 }],
  ['POST /api/tasks/demo/pause', { reason: 'mine' }],
  ['POST /api/tasks/demo/resume'],
  ['GET /api/operators'],
  ['PUT /api/operators/anna', { name: 'Mine', addresses: ['+33199000002'] }],
  ['DELETE /api/operators/anna'],
  ['PUT /api/operators/anna/away', { away: true }],
  ['POST /api/operators/anna/message', { text: 'mine' }],
  ['GET /api/operators/anna/states'],
  ['PUT /api/scripts/callback', { ...sampleScript, title: 'Mine' }],
  ['POST /api/promises', { which: 'today' }],
  ['POST /api/promises/move', { rows, callaftermin: 5 }],
  ['POST /api/promises/reassign', { rows, operator: 'ivan' }],
  ['POST /api/promises/cancel', { rows }],
  ['POST /api/promises/apologise', { rows }],
  ['POST /api/customers', { task: 'demo' }],
  ['POST /api/calls/search', { from: '2026-11-23', to: '2026-11-23', timeZone: 'UTC' }],
  ['POST /api/forms/search', { from: '2026-11-23', to: '2026-11-23', timeZone: 'UTC' }],
  ['POST /api/promises/order', { rows, callaftermin: 5 }],
  ['POST /api/do-not-call', { tel: '020 7946 0017' }],
  ['POST /api/do-not-call/lift', { tel: '020 7946 0017', reason: 'mine' }],
  ['POST /api/do-not-call/import', { numbers: ['020 7946 0017'] }],
  ['POST /api/do-not-call/search', {}],
  ['POST /api/evidence', { tel: '020 7946 0017' }],
  ['POST /api/erasures', { tel: '020 7946 0017' }],
  ['GET /api/tasks/demo/calendar'],
  ['POST /api/tasks/demo/calendar'],
  ['DELETE /api/tasks/demo/calendar'],
  ['GET /api/board'],
  ['POST /api/audit', { from: '2026-11-23', to: '2026-11-23', timeZone: 'UTC' }],
  ['POST /api/figures', { from: '2026-11-23', to: '2026-11-23', timeZone: 'UTC' }],
  ['POST /api/tasks/demo/import', { mode: 'write', highestId: 0, lines: [] }],
]);

/** These answer everybody, with their own. */
const ownOnly = requests([
  ['GET /api/me'],
  ['PATCH /api/me'],
  ['POST /api/me/done'],
  ['POST /api/me/socket'],
  ['POST /api/me/phone'],
  ['POST /api/me/page-errors'],
  ['GET /api/me/calendar'],
  ['POST /api/me/calendar'],
  ['DELETE /api/me/calendar'],
  ['GET /api/me/promises'],
  ['GET /api/me/calls'],
  ['GET /api/me/history'],
  ['GET /api/me/states'],
  ['GET /api/tasks'],
  ['GET /api/scripts'],
]);

/** Jest takes a parameter that no value is given for as its own `done`. */
function requests(lines: [line: string, body?: unknown][]): [string, unknown][] {
  return lines.map(([line, body]) => [line, body]);
}

/** All that is stored. */
async function everything(): Promise<unknown> {
  const { directory, doNotCall, forms, scripts } = desk.ports;
  const { tables } = desk.centre.world;
  return structuredClone([
    await directory.tasks(),
    await directory.operators(),
    await scripts.all(),
    await forms.get(attempt),
    await doNotCall.list({ limit: 10 }),
    [...tables.rows.values()],
    [...tables.attempts.values()],
    [...tables.locks.values()],
    desk.centre.dialler.rung.length,
    desk.centre.dialler.hungUp.length,
  ]);
}

test.each([...hers, ...supervisors])('another operator may not: %s', async (line, body) => {
  const before = await everything();
  const where = line.replace('{attempt}', attempt);
  const answer = await desk.ask(where, { as: ivan, ...(body !== undefined && { body }) });
  expect(answer.status).toBe(403);
  expect(Object.keys(answer.body)).toEqual(['error']);
  expect(await everything()).toEqual(before);
});

test.each(supervisors)('nor may who is no supervisor: %s', async (line, body) => {
  const before = await everything();
  const answer = await desk.ask(line, { as: anna, ...(body !== undefined && { body }) });
  expect(answer.status).toBe(403);
  expect(await everything()).toEqual(before);
});

test.each([...hers, ...supervisors])(
  'a read-only supervisor changes nothing: %s',
  async (line, body) => {
    const before = await everything();
    const where = line.replace('{attempt}', attempt);
    await desk.ask(where, { as: vera, ...(body !== undefined && { body }) });
    expect(await everything()).toEqual(before);
  },
);

/** Nina leads a task of her own, and is after Lena’s. */
const nina = { ...lena, username: 'nina' };

async function openNinas(more: object = {}): Promise<void> {
  const demo = await desk.ports.directory.task('demo');
  if (demo === undefined) throw new Error('there is no task demo');
  const { script: _, ...rest } = demo;
  const theirs = { id: 'other', title: 'Other', operators: [], leads: ['nina'] };
  await desk.ports.directory.putTask({ ...rest, ...theirs, ...more });
}

test.each([...hers, ...supervisors])(
  'the lead of another task learns and changes nothing: %s',
  async (line, body) => {
    await openNinas();
    const before = await everything();
    const where = line.replace('{attempt}', attempt);
    const answer = await desk.ask(where, { as: nina, ...(body !== undefined && { body }) });
    if (answer.status !== 403) {
      expect([200, 409]).toContain(answer.status);
      expect(JSON.stringify(answer.body)).not.toMatch(/demo|anna|Zoë|79460017/i);
    }
    expect(await everything()).toEqual(before);
  },
);

/** What is for all tasks, or would take more than the body above. */
const notForLeads =
  /account|(PUT|DELETE) \/api\/operators\/anna$|do-not-call|evidence|erasures|PUT \/api\/tasks|import|recordings/;

test.each(supervisors.filter(([line]) => !notForLeads.test(line)))(
  'its lead may: %s',
  async (line, body) => {
    const socket = await desk.ports.desks.openTicket({ operator: 'anna', role: 'operator' });
    await desk.ports.desks.connect(new URL(socket).searchParams.get('ticket') ?? '', 'c1');
    const answer = await desk.ask(line, { as: lena, ...(body !== undefined && { body }) });
    expect(answer.status).toBeLessThan(300);
  },
);

describe('a lead', () => {
  const asLena = async (line: string, body: unknown) =>
    (await desk.ask(line, { as: lena, body })).status;

  test('changes their task, but not who leads it, nor to a script of others', async () => {
    const { id: _, ...mine } = (await desk.ports.directory.task('demo')) ?? { id: '' };
    expect(await asLena('PUT /api/tasks/demo', { ...mine, title: 'Ours' })).toBe(200);
    expect(await asLena('PUT /api/tasks/demo', { ...mine, leads: ['lena', 'nina'] })).toBe(403);
    await desk.ports.scripts.store('secret', sampleScript);
    expect(await asLena('PUT /api/tasks/demo', { ...mine, script: 'secret' })).toBe(403);
    expect(await desk.ports.directory.task('demo')).toMatchObject({ title: 'Ours' });
  });

  test('makes no tasks and scripts, and leaves a script that others use', async () => {
    expect(await asLena('PUT /api/tasks/new', task)).toBe(403);
    expect(await asLena('PUT /api/scripts/new', sampleScript)).toBe(403);
    await openNinas({ script: 'callback' });
    expect(await asLena('PUT /api/scripts/callback', sampleScript)).toBe(403);
  });

  test('puts numbers on the list of their task, and of no others', async () => {
    const wish = { tel: '020 7946 0018', task: 'demo' };
    expect(await asLena('POST /api/do-not-call', wish)).toBe(200);
    expect(await asLena('POST /api/do-not-call/lift', { ...wish, reason: 'asked' })).toBe(200);
    expect(await asLena('POST /api/do-not-call', { tel: wish.tel })).toBe(403);
  });

  test('sets of a row what operators leave to supervisors', async () => {
    const given = { operator_number: '+442079460992' };
    desk.centre.put(18, { tel: '020 7946 0018' });
    expect(await asLena('PATCH /api/tasks/demo/subscribers/18', given)).toBe(200);
  });
});

test.each(hers.filter(([line]) => !/deferral|more-time|calls$/.test(line)))(
  'she may: %s',
  async (line, body) => {
    const where = line.replace('{attempt}', attempt);
    const answer = await desk.ask(where, { as: anna, ...(body !== undefined && { body }) });
    expect(answer.status).toBeLessThan(300);
  },
);

test.each([...hers, ...supervisors, ...ownOnly])(
  'nobody with a token of somewhere else: %s',
  async (line, body) => {
    const before = await everything();
    const where = line.replace('{attempt}', attempt);
    for (const as of [
      { ...anna, token_use: 'id' },
      { ...anna, 'cognito:groups': ['guests'] },
      {},
    ]) {
      const answer = await desk.ask(where, { as, ...(body !== undefined && { body }) });
      expect(answer.status).toBe(403);
    }
    expect(await everything()).toEqual(before);
  },
);

test.each([...hers, ...ownOnly])(
  'nor who has left, with a token that is still good: %s',
  async (line, body) => {
    await desk.ports.directory.changeOperator('anna', { gone: true });
    const before = await everything();
    const where = line.replace('{attempt}', attempt);
    const answer = await desk.ask(where, { as: anna, ...(body !== undefined && { body }) });
    expect(answer.status).toBe(403);
    expect(await everything()).toEqual(before);
  },
);

describe('who was a supervisor a moment ago', () => {
  const formerly = (role: 'operator' | 'supervisor') =>
    desk.ports.directory.changeOperator('anna', {
      role,
      roleChangedAt: desk.centre.world.clock.now(),
    });
  const asBoss = { ...boss, username: 'anna' };
  const ask = (line: string) => desk.ask(line, { as: asBoss });

  test('may do what operators may, with a token that says more', async () => {
    expect((await ask('GET /api/operators')).status).toBe(200);
    await formerly('operator');
    expect((await ask('GET /api/operators')).status).toBe(403);
    expect((await ask('GET /api/me')).body).toMatchObject({ role: 'operator' });
  });

  test('may do what their token says once no older one is good', async () => {
    await formerly('operator');
    await desk.centre.world.clock.advanceTo(desk.centre.world.clock.now() + 3_600_000);
    expect((await ask('GET /api/operators')).status).toBe(200);
  });

  test('becomes no supervisor by what the directory says', async () => {
    await formerly('supervisor');
    expect((await desk.ask('GET /api/operators', { as: anna })).status).toBe(403);
  });
});

describe('who is taken off the task', () => {
  const ofCall = hers.filter(([line]) => line.includes('{attempt}'));

  test.each(ofCall)('keeps the call that is on: %s', async (line, body) => {
    await desk.centre.changeTask({ operators: ['ivan'] });
    const where = line.replace('{attempt}', attempt);
    const answer = await desk.ask(where, { as: anna, ...(body !== undefined && { body }) });
    expect([200, 204, 409]).toContain(answer.status);
  });

  test.each(ofCall)('has none of it once it has ended: %s', async (line, body) => {
    const call = desk.centre.lastCall();
    await call.customerIs('completed', 60);
    await call.operatorIs('completed');
    await desk.centre.runUntil('2026-11-23T10:32:00Z');
    await desk.centre.changeTask({ operators: ['ivan'] });
    const before = await everything();
    const where = line.replace('{attempt}', attempt);
    const answer = await desk.ask(where, { as: anna, ...(body !== undefined && { body }) });
    expect(answer.status).toBe(403);
    expect(await everything()).toEqual(before);
  });
});

describe('of a row, operators leave to supervisors', () => {
  const ivans = { operator_number: '+442079460992' };

  test.each([
    ['whom a call is promised', { operator_number: '+442079460101' }, ivans],
    ['a call that is promised to somebody else', ivans, { operator_number: null }],
    ['that somebody may not be called', { status: 14 }, { status: null }],
    ['that, and the next call', { status: 14 }, { status: 10, callaftermin: 5 }],
  ])('%s', async (_, before, given) => {
    desk.centre.put(18, { tel: '020 7946 0018', ...before });
    const answer = await desk.ask('PATCH /api/tasks/demo/subscribers/18', { body: given });
    expect(answer.status).toBe(403);
    expect(desk.centre.row(18)).toMatchObject(before);
    const asBoss = { as: boss, body: given };
    const { status } = await desk.ask('PATCH /api/tasks/demo/subscribers/18', asBoss);
    expect(status).toBe('callaftermin' in given ? 400 : 200);
  });

  test('but they may take a call, let it go, and order one for themselves', async () => {
    desk.centre.put(18, { tel: '020 7946 0018' });
    const row = 'PATCH /api/tasks/demo/subscribers/18';
    const own = { operator_number: '+442079460991' };
    expect((await desk.ask(row, { body: { ...own, status: 10, callaftermin: 5 } })).status).toBe(
      200,
    );
    expect((await desk.ask(row, { body: { operator_number: null } })).status).toBe(200);
    const created = await desk.ask('POST /api/tasks/demo/subscribers', {
      body: { tel: '020 7946 0019', ...own },
    });
    expect(created.status).toBe(201);
  });

  test('a new row names nobody else either', async () => {
    const body = { tel: '020 7946 0019', ...ivans };
    expect((await desk.ask('POST /api/tasks/demo/subscribers', { body })).status).toBe(403);
  });
});

test('every route is listed above', () => {
  const named = new Set([...hers, ...supervisors, ...ownOnly].map(([line]) => template(line)));
  const routes = declarations();
  const missing = routes
    .map(({ method, path }) => `${method} ${path}`)
    .filter((line) => !named.has(line));
  expect(missing).toEqual([]);
});

function template(line: string): string {
  return line
    .replace('/tasks/demo', '/tasks/{task}')
    .replace('/subscribers/17', '/subscribers/{Id}')
    .replace('/operators/anna', '/operators/{operator}')
    .replace(recordingSid, '{recording}')
    .replace('/scripts/callback', '/scripts/{script}');
}
