import { mkdtempSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { clientCommand } from '../../lib/command-line/client/client-command.ts';
import { CognitoClients } from '../../lib/command-line/client/cognito-clients.ts';
import { LocalClients } from '../../lib/local/clients.ts';
import { clientSite } from '../../lib/local/local-site.ts';
import { runHere } from './run-here.ts';

const servers: { close(): unknown }[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

/** The system on this machine, as far as the command asks it. */
async function here() {
  const folder = mkdtempSync(path.join(tmpdir(), 'clients-'));
  const clients = await LocalClients.open(path.join(folder, 'clients.json'));
  const site = new Hono().route('/', clientSite(clients));
  const server = serve({ fetch: site.fetch, port: 0, hostname: '127.0.0.1' });
  servers.push(server);
  await new Promise((listening) => server.once('listening', listening));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { clients, run: (...words: string[]) => runHere(clientCommand, [...words, '--url', url]) };
}

test('a client gets credentials, and the secret is told once', async () => {
  const { clients, run } = await here();
  const added = await run('add', 'crm', '--scope', 'rows:read', '--scope', 'rows:write');
  expect(added).toMatchObject({ code: 0, stderr: '' });
  const [, secret = ''] = /client secret {2}(\S+)/.exec(added.stdout) ?? [];
  expect(clients.scopesFor('crm', secret, [])).toEqual(['rows:read', 'rows:write']);
  const listed = await run('list');
  expect(listed.stdout).toBe('crm  crm  rows:read, rows:write\n');
  expect((await run('remove', 'crm')).code).toBe(0);
  expect((await run('list')).stdout).toBe('No software signs in by itself.\n');
});

test.each([
  [
    ['add', 'crm'],
    '--scope must be of rows:read, rows:write, calls:read, events:read, admin, got nothing.',
  ],
  [['add', 'crm', '--scope', 'all'], 'got all.'],
  [['add'], 'A name has 1–32 letters, digits, hyphens or underscores, got nothing.'],
  [['remove', 'crm'], 'There is no client crm.'],
  [['bring'], 'What shall be done? add, list, remove, not bring.'],
])('%j is a mistake, and says which', async (words, sentence) => {
  const { run } = await here();
  const ran = await run(...words);
  expect(ran.code).toBe(2);
  expect(ran.stderr).toContain(sentence);
});

interface PoolClient {
  ClientId: string;
  ClientName: string;
  AllowedOAuthFlows: string[];
  AllowedOAuthScopes: string[];
}

/** Cognito and API Gateway, as far as the command asks them, at the other end of the real SDKs. */
async function aws() {
  const pool = new Map<string, PoolClient>();
  const authorizer = { Issuer: 'https://issuer', Audience: ['pages'] };
  const answers: Record<string, (input: PoolClient) => object> = {
    ListUserPoolClients: () => ({ UserPoolClients: [{ ClientId: 'pages' }, ...pool.values()] }),
    DescribeUserPoolClient: ({ ClientId }) => ({ UserPoolClient: pool.get(ClientId) ?? {} }),
    CreateUserPoolClient: (input) => {
      const made = { ...input, ClientId: `id-of-${input.ClientName}` };
      pool.set(made.ClientId, made);
      return { UserPoolClient: { ...made, ClientSecret: 'told once' } };
    },
    DeleteUserPoolClient: ({ ClientId }) => {
      pool.delete(ClientId);
      return {};
    },
  };
  const server: Server = createServer(async (request, response) => {
    let text = '';
    for await (const chunk of request) text += chunk;
    const input = text === '' ? {} : JSON.parse(text);
    const target = request.headers['x-amz-target'];
    if (typeof target === 'string') {
      const operation = target.split('.')[1] ?? '';
      response.end(JSON.stringify(answers[operation]?.(input)));
    } else {
      if (request.method === 'PATCH') authorizer.Audience = input.jwtConfiguration.audience;
      const { Issuer: issuer, Audience: audience } = authorizer;
      response.end(JSON.stringify({ jwtConfiguration: { issuer, audience } }));
    }
  });
  servers.push(server);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const office = new CognitoClients(
    { endpoint, region: 'eu-central-1', credentials },
    {
      poolId: 'eu-central-1_x',
      tokenUrl: 'https://sign-in.example/oauth2/token',
      apiId: 'api',
      authorizerId: 'auth',
      pagesClientId: 'pages',
    },
  );
  return { office, pool, authorizer };
}

test('in AWS a client is one of the user pool, and the gateway admits it until it is removed', async () => {
  const { office, pool, authorizer } = await aws();
  expect(await office.add('crm', ['rows:read'])).toEqual({
    id: 'id-of-crm',
    name: 'crm',
    scopes: ['rows:read'],
    secret: 'told once',
  });
  expect(pool.get('id-of-crm')).toMatchObject({
    GenerateSecret: true,
    AllowedOAuthFlows: ['client_credentials'],
    AllowedOAuthScopes: ['callback-center/rows:read'],
  });
  expect(authorizer.Audience).toEqual(['pages', 'id-of-crm']);
  authorizer.Audience = ['pages'];
  expect(await office.list()).toEqual([{ id: 'id-of-crm', name: 'crm', scopes: ['rows:read'] }]);
  expect(authorizer.Audience).toEqual(['pages', 'id-of-crm']);
  expect(await office.remove('crm')).toBe(true);
  expect(authorizer.Audience).toEqual(['pages']);
});
