import { execFile } from 'node:child_process';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { eventually, LocalSystem } from '../support/local-system.ts';

/**
 * The API on the whole system with its sample: what the pages ask for is answered with the function's
 * own rights, its own settings and the real stores.
 */
const root = path.join(__dirname, '..', '..');
let system: LocalSystem;
let anna: string;
let boss: string;

beforeAll(async () => {
  system = await LocalSystem.start();
  anna = await system.token({ role: 'operator', operator: 'anna' });
  boss = await system.token({ role: 'supervisor', operator: 'boss' });
  await system.setPhone('+442079460005', { answer: 'human', hangUpAfterSeconds: null });
});

afterAll(async () => {
  await system?.stop();
  if (system) rmSync(system.dataFolder, { recursive: true, force: true, maxRetries: 5 });
});

// biome-ignore lint/suspicious/noExplicitAny: what an answer holds is the test's to say
type Json = any;

async function ask(line: string, body?: unknown, token = anna): Promise<Json> {
  const [method = '', target = ''] = line.split(' ');
  const headers = { authorization: `Bearer ${token}` };
  const init = { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) };
  const answer = await fetch(`${system.description.webhooks}${target}`, init);
  const text = await answer.text();
  return { status: answer.status, body: text && JSON.parse(text) };
}

const askBoss = (line: string, body?: unknown) => ask(line, body, boss);

test('every list and every page of the sample is there', async () => {
  const lines = [
    'GET /api/me',
    'GET /api/me/promises',
    'GET /api/me/calls',
    'GET /api/me/history',
    'GET /api/tasks',
    'GET /api/tasks/demo',
    'GET /api/scripts',
    'GET /api/scripts/callback?version=1',
    'GET /api/tasks/demo/subscribers/4',
    'GET /api/openapi.json',
    'POST /api/me/socket',
  ];
  for (const line of lines) expect([line, (await ask(line)).status]).toEqual([line, 200]);
  expect((await ask('GET /api/tasks/demo')).body.script).toBe('callback');
  expect((await askBoss('GET /api/operators')).body).toMatchObject([
    { id: 'anna', hasPin: true },
    { id: 'emma', hasPin: true },
    { id: 'ivan', hasPin: true },
    { id: 'oliver', hasPin: true },
  ]);
});

test('calendars show what is promised to who has the link, and to nobody else', async () => {
  const show = async (path: string) => {
    const answer = await fetch(`${system.description.webhooks}/api${path}`);
    return [answer.status, (await answer.text()).split('\r\n')[0]];
  };
  const hers = (await ask('POST /api/me/calendar')).body.path;
  const tasks = (await askBoss('POST /api/tasks/demo/calendar')).body.path;
  for (const path of [hers, tasks]) expect(await show(path)).toEqual([200, 'BEGIN:VCALENDAR']);
  expect((await ask('DELETE /api/me/calendar')).status).toBe(204);
  expect(await show(hers)).toEqual([404, '']);
});

test('a browser is given a pass, signed by the account’s key', async () => {
  const { status, body } = await ask('POST /api/me/phone');
  expect([status, body.identity]).toEqual([200, 'anna']);
  const [, claims = ''] = body.token.split('.');
  expect(JSON.parse(Buffer.from(claims, 'base64url').toString())).toMatchObject({
    sub: system.description.twilio.accountSid,
    grants: { identity: 'anna', voice: { incoming: { allow: true } } },
  });
});

test('a call from the desk: placed, carded, filled in, and the next one promised', async () => {
  const placed = await ask('POST /api/calls', { tel: '020 7946 0005' });
  expect(placed).toMatchObject({ status: 201, body: { attempt: { origin: 'manual' } } });
  const { id, Id } = placed.body.attempt;
  const view = () => ask(`GET /api/attempts/${id}`);
  await eventually(view, ({ body }) => body.state === 'talking');
  expect((await askBoss('GET /api/board')).body).toMatchObject({
    calls: [{ id }],
    operators: [
      { id: 'anna', state: 'talking' },
      { id: 'emma', state: 'free' },
      { id: 'ivan', state: 'free' },
      { id: 'oliver', state: 'free' },
    ],
  });
  expect((await ask('GET /api/me/calls')).body.calls).toMatchObject([{ id }]);
  expect((await ask(`POST /api/attempts/${id}/form`)).body.script.id).toBe('callback');
  const talk = { step: 'talk', answers: { result: 'call-again', comment: 'да', minutes: 600 } };
  const draft = { revision: 0, run: { visits: [talk] } };
  expect(await ask(`PUT /api/attempts/${id}/form`, draft)).toMatchObject({
    status: 200,
    body: { revision: 1 },
  });
  const confirm = { step: 'confirm', answers: { agreed: true }, left: true };
  const run = { visits: [{ ...talk, left: true }, confirm] };
  const sent = await ask(`POST /api/attempts/${id}/form/submission`, { run });
  expect(sent).toMatchObject({ status: 200, body: { by: 'anna' } });
  await ask(`POST /api/attempts/${id}/hang-up`);
  await eventually(view, ({ body }) => body.outcome === 'reached');
  const row = await system.row({ task: 'demo', Id });
  expect(row).toMatchObject({ status: 10, _due_at: sent.body.promisedFor, комментарии: 'да' });
  expect((await ask(`GET /api/attempts/${id}/card`)).body.form.sentAt).toBe(sent.body.sentAt);
  expect((await ask('POST /api/me/done')).status).toBe(200);
  const promises = () => ask('GET /api/me/promises');
  await eventually(promises, ({ body }) => body.rows.some((it: Json) => it.Id === Id));
  const history = () => ask('GET /api/me/history');
  await eventually(history, ({ body }) => body.attempts.some((it: Json) => it.id === id));
  const story = await ask(`GET /api/tasks/demo/subscribers/${Id}/story`);
  expect(story.body.attempts).toMatchObject([{ id, form: { answers: { comment: 'да' } } }]);
});

test('not now: a call that rings comes back later', async () => {
  await system.setPhone('+442079460991', { answer: 'manual' });
  const { body } = await ask('POST /api/calls', { task: 'demo', Id: 6 });
  const { id } = body.attempt;
  expect((await ask(`POST /api/attempts/${id}/deferral`, { minutes: 30 })).status).toBe(204);
  await eventually(
    () => ask(`GET /api/attempts/${id}`),
    (answer) => answer.body.outcome === 'operator-deferred',
  );
});

test('a customer said no: the list knows it, evidence tells of it, and all of them is erased', async () => {
  const tel = '020 7946 0005';
  const found = await ask('POST /api/search', { text: '79460005' });
  const [{ Id }] = found.body.rows;
  const said = { reason: 'no more', all: true };
  const noted = await ask(`POST /api/tasks/demo/subscribers/${Id}/do-not-call`, said);
  expect(noted).toMatchObject({ status: 200, body: { isNew: true } });
  expect(await system.row({ task: 'demo', Id })).toMatchObject({ status: 14 });
  const { body: list } = await askBoss('POST /api/do-not-call/search', { text: tel });
  expect(list.numbers).toMatchObject([{ stands: true, entries: [{ by: 'anna', door: 'desk' }] }]);
  const { body: evidence } = await askBoss('POST /api/evidence', { tel });
  const kinds = new Set(evidence.entries.map(({ kind }: Json) => kind));
  expect(kinds).toEqual(new Set(['event', 'attempt', 'form', 'do-not-call']));
  const erased = await askBoss('POST /api/erasures', { tel });
  expect(erased).toMatchObject({ status: 200, body: { by: 'boss', attempts: 1, forms: 1 } });
  expect(await system.row({ task: 'demo', Id })).toBeUndefined();
  const call = await ask('POST /api/calls', { tel });
  expect(call).toMatchObject({ status: 409, body: { reason: 'do-not-call' } });
});

test('rows are found, previewed, and taken one after the other', async () => {
  const find = () => ask('POST /api/search', { text: '0007' });
  await eventually(find, ({ status, body }) => status === 200 && Array.isArray(body.rows));
  const next = await ask('POST /api/tasks/demo/next');
  const other = await ask('POST /api/tasks/demo/next');
  expect([next.status, other.status]).toEqual([200, 200]);
  expect(next.body.row.Id).not.toBe(other.body.row.Id);
  const promise = await ask('POST /api/tasks/demo/subscribers/4/promise', { callaftermin: 5 });
  expect(promise).toMatchObject({ status: 200, body: { may: true } });
});

test('supervisors move, give away and cancel what is promised, and see the figures', async () => {
  const rows = [8, 9].map((Id) => ({ task: 'demo', Id }));
  for (const { Id } of rows) {
    const order = { status: 10, callaftermin: 600 };
    expect((await ask(`PATCH /api/tasks/demo/subscribers/${Id}`, order)).status).toBe(200);
  }
  const list = () => askBoss('POST /api/promises', { which: 'upcoming' });
  const isThere = ({ body }: Json) =>
    rows.every(({ Id }) => body.rows.some((it: Json) => it.Id === Id));
  await eventually(list, isThere);
  for (const [what, body] of [
    ['move', { rows, callaftermin: 700 }],
    ['reassign', { rows, operator: 'ivan' }],
    ['cancel', { rows }],
  ] as const) {
    const { results } = (await askBoss(`POST /api/promises/${what}`, body)).body;
    expect(results).toHaveLength(2);
    expect(results.filter(({ problem }: Json) => problem !== undefined)).toEqual([]);
  }
  await eventually(list, (answer) => !isThere(answer));
  for (const which of ['today', 'overdue', 'orphaned', 'problem']) {
    expect((await askBoss('POST /api/promises', { which })).status).toBe(200);
  }
  const never = await askBoss('POST /api/customers', { task: 'demo', state: 'never-called' });
  expect(never.body.rows.length).toBeGreaterThan(0);
  const all = await askBoss('POST /api/customers', { task: 'demo', order: 'descending' });
  expect(all.body.looked).toBe(all.body.rows.length);
  const day = new Date().toISOString().slice(0, 10);
  const wish = { from: day, to: day, timeZone: 'UTC' };
  expect((await askBoss('POST /api/figures', { ...wish, withAnswers: true })).status).toBe(200);
  const listed = await askBoss('POST /api/calls/search', wish);
  expect(listed.status).toBe(200);
  // A day that is over is counted once and kept.
  const past = { from: '2026-01-01', to: '2026-01-02', timeZone: 'UTC' };
  for (let n = 0; n < 2; n++) {
    expect((await askBoss('POST /api/figures', past)).body).toMatchObject({ daysLeft: 0 });
  }
});

test('a row is added, and deleted', async () => {
  const { status, body } = await askBoss('POST /api/tasks/demo/subscribers', {
    tel: '+447700900077',
  });
  expect(status).toBe(201);
  const line = `/api/tasks/demo/subscribers/${body.Id}`;
  expect((await askBoss(`DELETE ${line}`)).status).toBe(204);
  expect((await askBoss(`GET ${line}`)).status).toBe(404);
});

test('software signs in with credentials of its own, and what it sends twice is done once', async () => {
  const crm = { name: 'crm', scopes: ['rows:read', 'rows:write'] };
  const post = { method: 'POST', body: JSON.stringify(crm) };
  const { id, secret } = await (await system.request('/local/clients', post)).json();
  const basic = Buffer.from(`${id}:${secret}`).toString('base64');
  const granted = await system.request('/sign-in/token', {
    method: 'POST',
    headers: { authorization: `Basic ${basic}` },
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
  });
  const { access_token } = await granted.json();
  const send = async (target: string, body: object) => {
    const headers = { authorization: `Bearer ${access_token}`, 'idempotency-key': 'once' };
    const init = { method: 'POST', headers, body: JSON.stringify(body) };
    const answer = await fetch(`${system.description.webhooks}${target}`, init);
    return { status: answer.status, text: await answer.text() };
  };
  const row = { tel: '+447700900078' };
  const first = await send('/api/tasks/demo/subscribers', row);
  expect(first.status).toBe(201);
  expect(await send('/api/tasks/demo/subscribers', row)).toEqual(first);
  const list = { numbers: ['+447700900079'] };
  expect(await send('/api/do-not-call/import', list)).toMatchObject({ status: 422 });
  expect((await ask('GET /api/account', undefined, access_token)).status).toBe(403);
  const search = await ask('POST /api/do-not-call/search', {}, access_token);
  expect(search.status).toBe(200);
});

test('the examples of the page for integrators run as they stand', async () => {
  const page = readFileSync(path.join(root, 'lib/cloud/integrating.md'), 'utf8');
  const examples = [...page.matchAll(/^```sh\n(.*?)^```/gms)].map(([, example]) => example);
  const script = ['set -euo pipefail', ...examples].join('\n');
  const env = { ...process.env, ADDRESS: system.description.webhooks };
  const { stdout } = await promisify(execFile)('bash', ['-c', script], { cwd: root, env });
  expect(stdout).toContain('"callaftermin":5');
  expect(stdout).toContain('"tel":"+44 7700 900123"');
  expect(stdout).toContain('"looked":');
  expect(stdout).toContain('BEGIN:VCALENDAR');
  expect(stdout).toContain('"detail-type":"operator.state"');
});

test('supervisors keep tasks, operators and scripts', async () => {
  expect((await askBoss('POST /api/tasks/demo/pause', { reason: 'lunch' })).body.paused).toBe(
    'lunch',
  );
  expect((await askBoss('POST /api/tasks/demo/resume')).body).not.toHaveProperty('paused');
  const olga = { name: 'Olga', addresses: ['client:olga'], pin: '471100' };
  expect((await askBoss('PUT /api/operators/olga', olga)).body.hasPin).toBe(true);
  expect((await askBoss('DELETE /api/operators/olga')).status).toBe(204);
  const { id: _, version: __, ...script } = (await ask('GET /api/scripts/callback')).body;
  const changed = { ...script, title: 'Changed' };
  expect((await askBoss('PUT /api/scripts/callback', changed)).body.version).toBe(2);
  expect((await ask('PATCH /api/me', { away: true })).body.operator.away).toBe(true);
  expect((await ask('PATCH /api/me', { away: false })).body.operator.away).toBe(false);
});

test('nothing failed on the way, and no log line tells a number or a name', () => {
  const folder = path.join(system.dataFolder, 'cloud', 'logs');
  const logs = readdirSync(folder).map((name) => readFileSync(path.join(folder, name), 'utf8'));
  const lines = logs.join('\n').split('\n');
  expect(lines.length).toBeGreaterThan(10);
  expect(lines.filter((line) => /AccessDenied|"level":"ERROR"/.test(line))).toEqual([]);
  expect(lines.filter((line) => /79460(?!000)|7946 0|Анна|Olga/.test(line))).toEqual([]);
});
