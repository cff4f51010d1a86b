import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Hono } from 'hono';
import { decodeJwt } from 'jose';
import { LocalClients } from '../../lib/local/clients.ts';
import { localSite } from '../../lib/local/local-site.ts';
import { LocalSignIn } from '../../lib/local/sign-in.ts';

const dynamodb = {
  endpoint: 'http://127.0.0.1:4000',
  region: 'eu-central-1',
  tables: {
    subscribers: 'Subscribers',
    attempts: 'Attempts',
    locks: 'Locks',
    directory: 'Directory',
    forms: 'Forms',
    views: 'Views',
  },
};
const aws = {
  endpoint: 'http://127.0.0.1:4000',
  region: 'eu-central-1',
  outputs: { ApiUrl: 'http://127.0.0.1:3000/api' },
  queues: { DialQueue: 'http://127.0.0.1:4000/000000000000/DialQueue' },
};
const twilio = { accountSid: 'AC1', authToken: 'secret', numbers: ['+442079460000'] };

const event = {
  version: '0' as const,
  id: 'e1',
  'detail-type': 'order.taken',
  source: 'callback-center',
  account: '123456789012',
  time: '2026-11-23T10:30:00Z',
  region: 'eu-central-1',
  resources: [],
  detail: { version: 1 },
};

async function site() {
  const folder = mkdtempSync(path.join(tmpdir(), 'site-'));
  return localSite({
    address: 'http://127.0.0.1:3000',
    dynamodb,
    aws,
    twilio,
    signIn: await LocalSignIn.open(path.join(folder, 'key.json')),
    signInPages: new Hono().get('/sign-in/authorize', (c) => c.text('sign-in')),
    pages: new Hono().get('/', (c) => c.text('desk')),
    phones: new Hono().get('/phones', (c) => c.text('phones')),
    gateway: new Hono().all('*', (c) => c.json({ message: 'gateway' }, 404)),
    clients: await LocalClients.open(path.join(folder, 'clients.json')),
    lastEvents: () => [{ bus: 'EventsBus', event }],
  });
}

async function askForToken(body: string) {
  const answer = await (await site()).request('/local/token', { method: 'POST', body });
  return { status: answer.status, ...(await answer.json()) };
}

test('tells where everything is', async () => {
  const answer = await (await site()).request('/local');
  expect(await answer.json()).toEqual({
    api: 'http://127.0.0.1:3000/api',
    webhooks: 'http://127.0.0.1:3000',
    dynamodb,
    aws,
    twilio: { baseUrl: 'http://127.0.0.1:3000', ...twilio },
  });
});

test('tells the last events as their targets get them', async () => {
  const answer = await (await site()).request('/local/events');
  expect(await answer.json()).toEqual({ events: [event] });
});

test('the front door is the desk', async () => {
  expect(await (await (await site()).request('/')).text()).toBe('desk');
});

test('phones, sign-in and gateway answer the rest', async () => {
  const app = await site();
  expect(await (await app.request('/phones')).text()).toBe('phones');
  expect(await (await app.request('/sign-in/authorize')).text()).toBe('sign-in');
  expect((await app.request('/voice/operator', { method: 'POST' })).status).toBe(404);
});

test('an operator gets a token with their name', async () => {
  const { token } = await askForToken('{"role": "operator", "operator": "anna"}');
  expect(decodeJwt(token)).toMatchObject({ 'cognito:groups': ['operator'], username: 'anna' });
});

test('a supervisor may talk with customers, too', async () => {
  const { token } = await askForToken('{"role": "supervisor", "operator": "ivan"}');
  expect(decodeJwt(token)).toMatchObject({ 'cognito:groups': ['supervisor'], username: 'ivan' });
});

test.each(['', '{}', '{"role": "admin"}', '{"role": "operator"}', '"operator"'])(
  'nobody else gets one: %s',
  async (body) => {
    expect(await askForToken(body)).toEqual({
      status: 400,
      error: expect.stringMatching(/^expected \{"role": "operator", "operator": "anna"\}/),
    });
  },
);
