import { createHash } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { decodeJwt } from 'jose';
import { LocalClients } from '../../lib/local/clients.ts';
import { LocalSignIn } from '../../lib/local/sign-in.ts';
import { signInSite } from '../../lib/local/sign-in-site.ts';

const verifier = 'a-verifier-that-nobody-else-knows-0123456789';
const home = 'http://localhost:3000/';
const question = {
  response_type: 'code',
  client_id: 'console',
  redirect_uri: home,
  state: 'there-and-back',
  code_challenge: createHash('sha256').update(verifier).digest('base64url'),
  code_challenge_method: 'S256',
};
const anna = { id: 'anna', name: 'Anna <b>', away: false, leads: [], takesCalls: true };

let clients: LocalClients;

async function site(clock = { now: Date.parse('2026-11-26T09:00:00Z') }) {
  const folder = mkdtempSync(path.join(tmpdir(), 'sign-in-site-'));
  const signIn = await LocalSignIn.open(path.join(folder, 'key.json'));
  clients = await LocalClients.open(path.join(folder, 'clients.json'));
  return signInSite({ signIn, clients, operators: async () => [anna], now: () => clock.now });
}

type Site = Awaited<ReturnType<typeof site>>;

function form(fields: Record<string, string>): RequestInit {
  return { method: 'POST', body: new URLSearchParams(fields) };
}

async function signInAs(app: Site, person: string): Promise<URL> {
  const answer = await app.request('/sign-in/authorize', form({ ...question, person }));
  return new URL(answer.headers.get('location') ?? '', home);
}

async function exchange(app: Site, code: string | null, change: Record<string, string> = {}) {
  const grant = { grant_type: 'authorization_code', redirect_uri: home, code_verifier: verifier };
  const fields = { ...grant, code: code ?? '', ...change };
  const answer = await app.request('/sign-in/token', form(fields));
  const told = (await answer.json()) as {
    access_token?: string;
    token_type?: string;
    error?: string;
  };
  return { status: answer.status, ...told };
}

test('shows who works here, and whatever they are called stays text', async () => {
  const answer = await (await site()).request(
    `/sign-in/authorize?${new URLSearchParams(question)}`,
  );
  const page = await answer.text();
  expect(page).toContain('value="operator:anna"');
  expect(page).toContain('value="supervisor"');
  expect(page).toContain('Anna &lt;b&gt;');
  expect(answer.headers.get('content-security-policy')).toMatch(/^default-src 'none'/);
});

test('a click leads back to the page with a code, which is exchanged for their token', async () => {
  const app = await site();
  const back = await signInAs(app, 'operator:anna');
  expect([back.origin + back.pathname, back.searchParams.get('state')]).toEqual([
    home,
    'there-and-back',
  ]);
  const { access_token, token_type } = await exchange(app, back.searchParams.get('code'));
  expect(token_type).toBe('Bearer');
  expect(decodeJwt(access_token ?? '')).toMatchObject({
    username: 'anna',
    'cognito:groups': ['operator'],
  });
});

test('a code is good once', async () => {
  const app = await site();
  const code = (await signInAs(app, 'supervisor')).searchParams.get('code');
  expect(await exchange(app, code)).toMatchObject({ status: 200 });
  expect(await exchange(app, code)).toEqual({ status: 400, error: 'invalid_grant' });
});

test('a code is good for a minute', async () => {
  const clock = { now: Date.parse('2026-11-26T09:00:00Z') };
  const app = await site(clock);
  const code = (await signInAs(app, 'supervisor')).searchParams.get('code');
  clock.now += 60_000;
  expect(await exchange(app, code)).toEqual({ status: 400, error: 'invalid_grant' });
});

test.each([
  [{ code_verifier: 'a-guess' }],
  [{ redirect_uri: 'http://localhost:3000/supervisor' }],
  [{ code: 'no-such-code' }],
])('a claim that does not fit gets no token: %j', async (change) => {
  const app = await site();
  const code = (await signInAs(app, 'supervisor')).searchParams.get('code');
  expect(await exchange(app, code, change)).toEqual({ status: 400, error: 'invalid_grant' });
});

test.each([
  { redirect_uri: 'https://elsewhere.example/' },
  { redirect_uri: 'http://localhost:3000/phones' },
  { client_id: 'other' },
  { response_type: 'token' },
  { code_challenge_method: 'plain' },
  { state: '' },
])('a question that is none is refused: %j', async (change) => {
  const query = new URLSearchParams({ ...question, ...change });
  expect((await (await site()).request(`/sign-in/authorize?${query}`)).status).toBe(400);
});

function asClient(app: Site, secret: string, scope?: string) {
  const credentials = Buffer.from(`crm:${secret}`).toString('base64');
  const fields = { grant_type: 'client_credentials', ...(scope !== undefined && { scope }) };
  const init = { ...form(fields), headers: { authorization: `Basic ${credentials}` } };
  return app.request('/sign-in/token', init);
}

test('software signs in with its own credentials, for what it may and no more', async () => {
  const app = await site();
  const { secret } = clients.add({ name: 'crm', scopes: ['rows:read', 'rows:write'] });
  const whole = (await (await asClient(app, secret)).json()) as { access_token: string };
  expect(decodeJwt(whole.access_token)).toMatchObject({
    sub: 'crm',
    client_id: 'crm',
    scope: 'callback-center/rows:read callback-center/rows:write',
  });
  const part = await asClient(app, secret, 'callback-center/rows:read');
  expect(decodeJwt(((await part.json()) as { access_token: string }).access_token).scope).toBe(
    'callback-center/rows:read',
  );
  for (const [answer, error] of [
    [await asClient(app, 'wrong'), 'invalid_client'],
    [await asClient(app, secret, 'callback-center/admin'), 'invalid_scope'],
  ] as const) {
    expect([answer.status, await answer.json()]).toEqual([400, { error }]);
  }
});

test('a client that is added anew gets another secret, and one that is removed gets in no more', async () => {
  const app = await site();
  const { secret: old } = clients.add({ name: 'crm', scopes: ['rows:read'] });
  const { secret } = clients.add({ name: 'crm', scopes: ['rows:read'] });
  const statuses = async () => [
    (await asClient(app, old)).status,
    (await asClient(app, secret)).status,
  ];
  expect(await statuses()).toEqual([400, 200]);
  expect(clients.remove('crm')).toBe(true);
  expect(await statuses()).toEqual([400, 400]);
});
