import { actTexts } from '../../../lambdas/console/supervisor/audit/act-texts.ts';
import { subjectOf } from '../../../lambdas/domain/views/audit-subject.ts';
import { isReading } from '../../../lambdas/handlers/api/http/may-ask.ts';
import { declarations } from '../../../lambdas/handlers/open-api/open-api-document.ts';
import { anna, boss, Console, lena } from '../../support/console.ts';

let desk: Console;
beforeEach(async () => {
  desk = await Console.open({ task: { leads: ['lena'] } });
});
afterEach(() => expect(desk.failures).toEqual([]));

const today = { from: '2026-11-23', to: '2026-11-23', timeZone: 'UTC' };

async function listed(more: object = {}, as: object = boss) {
  const { status, body } = await desk.ask('POST /api/audit', { as, body: { ...today, ...more } });
  expect(status).toBe(200);
  return body.entries;
}

test('says who changed what, by ids alone, the newest first', async () => {
  desk.centre.put(17, { tel: '020 7946 0017', имя: 'Zoë', status: 10, callaftermin: 60 });
  await desk.centre.follow();
  const rows = [{ task: 'demo', Id: 17 }];
  await desk.ask('POST /api/promises/move', { as: boss, body: { rows, callaftermin: 5 } });
  const row = 'PATCH /api/tasks/demo/subscribers/17';
  await desk.ask(row, { as: anna, body: { комментарии: 'secret' } });
  await desk.ask('POST /api/do-not-call', { as: boss, body: { tel: '020 7946 0018' } });
  const entries = await listed();
  expect(entries).toMatchObject([
    { by: 'boss', role: 'supervisor', act: 'POST /api/do-not-call', on: {}, tasks: [] },
    {
      by: 'anna',
      role: 'operator',
      act: 'PATCH /api/tasks/{task}/subscribers/{Id}',
      on: { task: 'demo', Id: '17' },
      tasks: ['demo'],
    },
    { by: 'boss', act: 'POST /api/promises/move', tasks: ['demo'], rows, count: 1 },
  ]);
  expect(JSON.stringify(entries)).not.toMatch(/7946|secret|Zoë/);
});

test('neither what was refused is a change, nor what only reads', async () => {
  await desk.ask('PATCH /api/tasks/demo/subscribers/99', { as: boss, body: { имя: 'x' } });
  await desk.ask('PUT /api/account', { as: anna, body: {} });
  await desk.ask('POST /api/search', { as: boss, body: { text: 'zoe' } });
  const lines = [{ line: 2, cells: { tel: '020 7946 0019' }, occurrence: 1 }];
  const path = 'POST /api/tasks/demo/import';
  await desk.ask(path, { as: boss, body: { mode: 'rehearse', highestId: 0, lines } });
  expect(await listed()).toEqual([]);
  await desk.ask(path, { as: boss, body: { mode: 'write', highestId: 0, lines } });
  expect(await listed()).toMatchObject([{ act: `POST /api/tasks/{task}/import`, count: 1 }]);
});

test('is filtered by who, what it is about, the task and the day', async () => {
  await desk.ask('POST /api/tasks/demo/pause', { as: boss, body: { reason: 'x' } });
  await desk.ask('POST /api/tasks/demo/resume', { as: lena });
  await desk.ask('PUT /api/account', { as: boss, body: { callsPerSecond: 5 } });
  const acts = async (more: object, as: object = boss) =>
    (await listed(more, as)).map(({ act }: { act: string }) => act.split('/').at(-1));
  expect(await acts({ by: 'lena' })).toEqual(['resume']);
  expect(await acts({ about: 'account' })).toEqual(['account']);
  expect(await acts({ task: 'demo', about: 'tasks' })).toEqual(['resume', 'pause']);
  expect(await acts({ from: '2026-11-22', to: '2026-11-22' })).toEqual([]);
  expect(await acts({}, lena)).toEqual(['resume', 'pause']);
});

test('comes page by page', async () => {
  for (let made = 0; made < 60; made++) await desk.ask('POST /api/tasks/demo/resume', { as: boss });
  const first = await desk.ask('POST /api/audit', { as: boss, body: today });
  expect(first.body.entries).toHaveLength(50);
  const { cursor } = first.body;
  const second = await desk.ask('POST /api/audit', { as: boss, body: { ...today, cursor } });
  expect(second.body.entries).toHaveLength(10);
  expect(second.body.cursor).toBeUndefined();
});

/** What a call tells of itself, and what people say about themselves. */
const elsewhere = /^\/api\/(me|attempts|calls)(\/|$)|\/next$/;

test('every change is in it, or is told by a call or an operator’s own lists', () => {
  const changes = declarations().filter((it) => !isReading(it));
  const unlisted = changes.filter(({ audited }) => audited === false);
  expect(unlisted.filter(({ path }) => !elsewhere.test(path))).toEqual([]);
  const acts = changes
    .filter(({ audited }) => audited !== false)
    .map(({ method, path }) => `${method} ${path}`);
  expect(acts.length).toBeGreaterThan(20);
  expect(acts.filter((act) => subjectOf(act) === undefined)).toEqual([]);
  expect(Object.keys(actTexts).toSorted()).toEqual(acts.toSorted());
});
