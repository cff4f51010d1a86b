import { ScryptPins } from '../../../lambdas/adapters/system/scrypt-pins.ts';
import { sha256, sha256Hex } from '../../../lambdas/composition/table-ports.ts';
import { taskSchema } from '../../../lambdas/domain/task/task.ts';
import { bearer } from '../../support/bearer.ts';
import { wholeApi } from '../../support/console.ts';
import { MemoryAnsweredRequests } from '../../support/memory/memory-answered-requests.ts';
import { MemoryCalendarLinks } from '../../support/memory/memory-calendar-links.ts';
import { MemoryCursorKey } from '../../support/memory/memory-cursor-key.ts';
import { MemoryRowImport } from '../../support/memory/memory-row-import.ts';
import { MemoryWorld } from '../../support/memory/memory-world.ts';
import { ScriptedTexts } from '../../support/scripted-texts.ts';
import { WillingDialler } from '../call-context.ts';

const failures: unknown[] = [];
const journal = {
  count: () => undefined,
  time: () => undefined,
  note: () => undefined,
  gauge: () => undefined,
  failed: (error: unknown) => void failures.push(error),
  flush: () => undefined,
};

let world: MemoryWorld;
let app: ReturnType<typeof wholeApi>;

beforeEach(async () => {
  world = new MemoryWorld(Date.parse('2027-03-01T12:00:00Z'));
  await world.directory.putTask(
    taskSchema.parse({
      id: 'demo',
      title: 'Demo',
      timeZone: 'Europe/London',
      country: 'GB',
      callerId: '+442079460000',
      operators: ['anna'],
    }),
  );
  app = wholeApi({
    ...world,
    dialler: new WillingDialler(),
    texts: new ScriptedTexts(),
    pins: new ScryptPins(),
    voiceTokens: { tokenFor: async () => undefined },
    rowImport: new MemoryRowImport(world.tables),
    answeredRequests: new MemoryAnsweredRequests(),
    cursorKey: new MemoryCursorKey(),
    calendarLinks: new MemoryCalendarLinks(),
    digest: sha256,
    hash: sha256Hex,
    newTasks: 'open',
    journal,
  });
});

afterEach(() => expect(failures).toEqual([]));

const supervisor = { token_use: 'access', username: 'boss', 'cognito:groups': ['supervisor'] };
const anna = { token_use: 'access', username: 'anna', 'cognito:groups': ['operator'] };
const ivan = { ...anna, username: 'ivan' };

async function ask(line: string, body?: unknown, claims: object = supervisor) {
  const [method = '', path = ''] = line.split(' ');
  const init = {
    method,
    headers: bearer(claims),
    ...(body !== undefined && { body: JSON.stringify(body) }),
  };
  const answer = await app.request(path, init, {} as never);
  const text = await answer.text();
  return { status: answer.status, body: text && JSON.parse(text), headers: answer.headers };
}

const rows = '/api/tasks/demo/subscribers';

/** What other software wrote. */
function writeOutside(Id: number): void {
  world.tables.putRow({ task: 'demo', Id, tel: '020 7946 0590' });
}

describe('rows', () => {
  test('a new row gets the next Id', async () => {
    const first = await ask(`POST ${rows}`, { tel: '020 7946 0590', имя: 'Анна' });
    const second = await ask(`POST ${rows}`, { tel: '020 7946 0591' });
    expect([first.status, first.headers.get('location')]).toEqual([201, `${rows}/1`]);
    expect(second.body).toEqual({ task: 'demo', Id: 2, tel: '020 7946 0591' });
    expect((await ask(`GET ${rows}/1`)).body).toEqual({
      task: 'demo',
      Id: 1,
      tel: '020 7946 0590',
      имя: 'Анна',
      _by: expect.stringMatching(/ boss$/),
    });
  });

  test('an Id that outside software took is passed over', async () => {
    writeOutside(1);
    writeOutside(7);
    expect((await ask(`POST ${rows}`, { tel: '020 7946 0591' })).body.Id).toBe(8);
  });

  test('a change sets what it names and removes what it empties', async () => {
    await ask(`PUT ${rows}/17`, { tel: '020 7946 0590', имя: 'Анна', комментарии: 'срочно' });
    const changed = await ask(`PATCH ${rows}/17`, {
      status: 10,
      callaftermin: 5,
      комментарии: null,
    });
    expect(changed).toMatchObject({ status: 200 });
    expect((await ask(`GET ${rows}/17`)).body).toEqual({
      task: 'demo',
      Id: 17,
      tel: '020 7946 0590',
      имя: 'Анна',
      status: 10,
      callaftermin: 5,
      _by: expect.stringMatching(/ boss$/),
    });
  });

  test('a change of nothing changes nothing', async () => {
    writeOutside(5);
    expect((await ask(`PATCH ${rows}/5`, {})).body).toEqual({
      task: 'demo',
      Id: 5,
      tel: '020 7946 0590',
    });
  });

  test('a replacement leaves nothing of what was there before', async () => {
    expect((await ask(`PUT ${rows}/17`, { tel: '020 7946 0590', имя: 'Анна' })).status).toBe(201);
    expect((await ask(`PUT ${rows}/17`, { tel: '020 7946 0591' })).status).toBe(200);
    expect((await ask(`GET ${rows}/17`)).body).toEqual({
      task: 'demo',
      Id: 17,
      tel: '020 7946 0591',
      _by: expect.stringMatching(/ boss$/),
    });
  });

  test('what was read may be sent back: the system’s own columns are left alone', async () => {
    await ask(`PUT ${rows}/17`, { tel: '020 7946 0590', _attempt: 'demo.17.x', Id: 17 });
    expect((await ask(`GET ${rows}/17`)).body).not.toHaveProperty('_attempt');
  });

  test('a row can be deleted once', async () => {
    writeOutside(5);
    expect((await ask(`DELETE ${rows}/5`)).status).toBe(204);
    expect(await ask(`DELETE ${rows}/5`)).toMatchObject({
      status: 404,
      body: { error: 'task demo has no row 5' },
    });
  });

  test('a row that is not there is not created by a change', async () => {
    expect((await ask(`PATCH ${rows}/99`, { status: 10, callaftermin: 0 })).status).toBe(404);
    expect((await ask(`GET ${rows}/99`)).status).toBe(404);
  });

  test.each([
    [{ status: 10 }, /^status is 10 but nothing says when to call/],
    [{ status: 10, callaftermin: 'soon' }, /^callaftermin must be a whole number of minutes/],
    [
      { status: 10, date_callback: '2027-02-29', time_callback: '10:00' },
      /the calendar does not have/,
    ],
    [{ status: 99 }, /^status must be 10/],
    [{ tel: 4420 }, /^tel: /],
    [[], /expected object/],
    ['text', /expected object/],
  ])('a change that makes no sense is refused with a sentence: %j', async (given, sentence) => {
    writeOutside(5);
    const answer = await ask(`PATCH ${rows}/5`, given);
    expect(answer).toMatchObject({ status: 400, body: { error: expect.stringMatching(sentence) } });
    expect((await ask(`GET ${rows}/5`)).body).toEqual({
      task: 'demo',
      Id: 5,
      tel: '020 7946 0590',
    });
  });

  test.each(['0', '-1', '1.5', 'x', '1e3'])('%s is no Id', async (Id) => {
    expect((await ask(`PUT ${rows}/${Id}`, { tel: '020 7946 0590' })).status).toBe(400);
    expect((await ask(`GET ${rows}/${Id}`)).status).toBe(404);
  });
});

describe('who may', () => {
  test('an operator works with the rows of the tasks that list them', async () => {
    writeOutside(5);
    expect((await ask(`PATCH ${rows}/5`, { комментарии: 'да' }, anna)).status).toBe(200);
    expect((await ask('GET /api/tasks', undefined, anna)).body).toHaveLength(1);
  });

  test.each([
    `GET ${rows}/5`,
    `PUT ${rows}/5`,
    `PATCH ${rows}/5`,
    `POST ${rows}`,
    `DELETE ${rows}/5`,
  ])('another one may not: %s', async (line) => {
    writeOutside(5);
    const body = line.startsWith('GET') ? undefined : { tel: '020 7946 0599' };
    expect((await ask(line, body, ivan)).status).toBe(403);
    expect((await ask('GET /api/tasks', undefined, ivan)).body).toEqual([]);
    expect((await ask(`GET ${rows}/5`)).body.tel).toBe('020 7946 0590');
  });

  test('tasks and operators are the supervisors’', async () => {
    expect((await ask('PUT /api/tasks/demo', {}, anna)).status).toBe(403);
    expect((await ask('PUT /api/operators/anna', {}, anna)).status).toBe(403);
    expect((await ask('GET /api/operators', undefined, anna)).status).toBe(403);
  });

  test.each([
    { ...supervisor, token_use: 'id' },
    { ...supervisor, 'cognito:groups': ['guests'] },
    { token_use: 'access', username: 'boss' },
    {},
  ])('a token of nobody who works here opens nothing: %j', async (claims) => {
    expect((await ask('GET /api/tasks', undefined, claims)).status).toBe(403);
  });
});

describe('tasks and operators', () => {
  const task = {
    title: 'Sales',
    timeZone: 'Europe/Paris',
    country: 'FR',
    callerId: '+33199000001',
    operators: ['anna'],
  };

  test('a task is written whole, with its defaults', async () => {
    expect((await ask('PUT /api/tasks/sales', task)).status).toBe(200);
    const { body } = await ask('GET /api/tasks/sales');
    expect(body).toMatchObject({ ...task, id: 'sales', ringAheadSeconds: 15, maxAttempts: 15 });
  });

  test.each([
    [{ ...task, timeZone: 'Paris' }, 'timeZone: write an IANA time zone, such as Europe/London'],
    [{ ...task, ringAhead: 5 }, 'Unrecognized key: "ringAhead"'],
    [{ ...task, callerId: '0199000001' }, 'callerId: write callerId as +441234567890'],
  ])('a task that makes no sense is refused: %#', async (given, error) => {
    expect(await ask('PUT /api/tasks/sales', given)).toMatchObject({
      status: 400,
      body: { error },
    });
    expect((await ask('GET /api/tasks/sales')).status).toBe(404);
  });

  test('an operator is registered with their addresses', async () => {
    const operator = { name: 'Анна', addresses: ['+442079460991', 'client:anna'] };
    expect((await ask('PUT /api/operators/anna', operator)).status).toBe(200);
    expect((await ask('GET /api/operators')).body).toEqual([
      { id: 'anna', ...operator, at: '+442079460991', away: false, gone: false, hasPin: false },
    ]);
  });
});

test('what is not there says so', async () => {
  expect(await ask('GET /api/weather')).toMatchObject({
    status: 404,
    body: { error: 'there is no GET /api/weather' },
  });
});

test.each(['GET /api/tasks', 'GET /api/weather', 'GET /api/tasks/none'])(
  'no cache on the way keeps an answer: %s',
  async (line) => {
    expect((await ask(line)).headers.get('cache-control')).toBe('no-store');
  },
);
