import { gunzipSync } from 'node:zlib';
import {
  routesWithScope,
  scopeOfRoute,
} from '../../../lambdas/handlers/api/http/scope-of-route.ts';
import { declarations } from '../../../lambdas/handlers/open-api/open-api-document.ts';
import { bearer } from '../../support/bearer.ts';
import { anna, Console, wholeApi } from '../../support/console.ts';

let desk: Console;
let app: ReturnType<typeof wholeApi>;
beforeEach(async () => {
  desk = await Console.open();
  app = wholeApi(desk.ports);
});

const client = (...scopes: string[]) => ({
  token_use: 'access',
  sub: 'crm',
  client_id: 'crm',
  scope: scopes.map((it) => `callback-center/${it}`).join(' '),
});

const row = '/api/tasks/demo/subscribers';

async function post(body: object, key?: string, claims: object = client('rows:write')) {
  const headers = { ...bearer(claims), ...(key !== undefined && { 'idempotency-key': key }) };
  const answer = await app.request(
    row,
    { method: 'POST', headers, body: JSON.stringify(body) },
    {} as never,
  );
  return { status: answer.status, body: await answer.json(), headers: answer.headers };
}

test('software does what its scopes say, and nothing else', async () => {
  const asked = async (line: string, ...scopes: string[]) =>
    (await desk.ask(line, { as: client(...scopes) })).status;
  desk.centre.put(17, { tel: '020 7946 0017' });
  expect(await asked(`GET ${row}/17`, 'rows:read')).toBe(200);
  expect(await asked(`GET ${row}/17`, 'rows:write', 'calls:read')).toBe(403);
  expect(await asked('GET /api/board', 'calls:read')).toBe(200);
  expect(await asked(`GET ${row}/17/story`, 'events:read')).toBe(200);
  expect(await asked('GET /api/account', 'rows:read', 'rows:write', 'calls:read')).toBe(403);
  expect(await asked('GET /api/account', 'admin')).toBe(200);
});

test.each([
  ['no scope of ours', { ...client(), scope: 'rows:read openid' }],
  ['a subject of its own, which is a person’s', { ...client('admin'), sub: 'a-person' }],
  ['no scope', { ...client('admin'), scope: undefined }],
  ['another use', { ...client('admin'), token_use: 'id' }],
])('a token with %s lets nobody in', async (_, claims) => {
  expect((await desk.ask('GET /api/account', { as: claims })).status).toBe(403);
});

test('every route that a scope is for is there; the others are for admin', () => {
  const lines = declarations().map(({ method, path }) => `${method} ${path}`);
  expect(routesWithScope.filter((it) => !lines.includes(it))).toEqual([]);
  expect(scopeOfRoute({ method: 'PUT', path: '/api/tasks/{task}' })).toBe('admin');
});

test('what software changes is in the log, by client', async () => {
  await post({ tel: '020 7946 0099' });
  expect(desk.centre.world.journal.notes).toContainEqual({
    event: 'software asked',
    ids: { client: 'client:crm', method: 'POST', status: 201 },
  });
});

test('software that asks too often is told to wait; people are not', async () => {
  const ask = (as: object) => desk.ask(`GET ${row}/17`, { as });
  const asked = await Promise.all(Array.from({ length: 501 }, () => ask(client('rows:read'))));
  const tooMany = asked.filter(({ status }) => status === 429);
  expect(tooMany).toHaveLength(1);
  expect(tooMany[0]?.headers.get('retry-after')).toBe('10');
  expect((await ask(anna)).status).toBe(404);
});

test('a write that comes again with its key is done once, and answered as it was', async () => {
  const first = await post({ tel: '020 7946 0099' }, 'k1');
  const again = await post({ tel: '020 7946 0099' }, 'k1');
  expect([first.status, again.status]).toEqual([201, 201]);
  expect(again.body).toEqual(first.body);
  expect(again.headers.get('location')).toBe(first.headers.get('location'));
  expect(again.headers.get('idempotent-replayed')).toBe('true');
  expect(desk.centre.world.tables.rows.size).toBe(1);
  const other = await post({ tel: '020 7946 0099' }, 'k2');
  expect(other.body.Id).not.toBe(first.body.Id);
});

test('a key is of one request, and of one caller', async () => {
  await post({ tel: '020 7946 0099' }, 'k1');
  expect((await post({ tel: '020 7946 0098' }, 'k1')).status).toBe(422);
  expect((await post({ tel: '020 7946 0098' }, 'k1', anna)).status).toBe(201);
  expect((await post({ tel: '020 7946 0098' }, 'x'.repeat(201))).status).toBe(400);
});

test('what was refused stays refused; what failed here may be sent again', async () => {
  expect((await post({ tel: 5, status: 'x' }, 'k1')).status).toBe(
    (await post({ tel: 5, status: 'x' }, 'k1')).status,
  );
  const { rowEditor } = desk.ports;
  const working = rowEditor.insert;
  rowEditor.insert = async () => {
    throw new Error('the table is down');
  };
  expect((await post({ tel: '020 7946 0099' }, 'k3')).status).toBe(500);
  rowEditor.insert = working;
  expect((await post({ tel: '020 7946 0099' }, 'k3')).status).toBe(201);
});

test('what is refused is a problem of RFC 9457 for software, and for who asks for one', async () => {
  const refused = await post({ tel: '020 7946 0099' }, undefined, client('rows:read'));
  expect(refused.headers.get('content-type')).toBe('application/problem+json');
  expect(refused.body).toEqual({
    type: 'about:blank',
    title: 'Forbidden',
    status: 403,
    detail: 'this client has no scope rows:write',
    error: 'this client has no scope rows:write',
  });
  const headers = { ...bearer(anna), accept: 'application/json, application/problem+json' };
  const asked = await app.request(`${row}/99`, { headers }, {} as never);
  expect([asked.status, asked.headers.get('content-type')]).toEqual([
    404,
    'application/problem+json',
  ]);
});

test('long answers are compressed for who takes that', async () => {
  for (let Id = 1; Id <= 40; Id++) desk.centre.put(Id, { tel: '020 7946 0017', имя: `Zoë ${Id}` });
  await desk.centre.follow();
  const ask = async (accepted: object) => {
    const headers = { ...bearer(client('rows:read')), ...accepted };
    const init = { method: 'POST', headers, body: JSON.stringify({ text: 'zoë', task: 'demo' }) };
    return app.request('/api/search', init, {} as never);
  };
  const plain = await (await ask({})).text();
  const answer = await ask({ 'accept-encoding': 'gzip' });
  expect(answer.headers.get('content-encoding')).toBe('gzip');
  const bytes = Buffer.from(await answer.arrayBuffer());
  expect(bytes.length).toBeLessThan(plain.length / 3);
  expect(gunzipSync(bytes).toString()).toBe(plain);
});
