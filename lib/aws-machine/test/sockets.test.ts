import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  ApiGatewayManagementApi,
  type ApiGatewayManagementApiClientConfig,
} from '@aws-sdk/client-apigatewaymanagementapi';
import type { APIGatewayProxyWebsocketEventV2 } from 'aws-lambda';
import { WebSocket } from 'ws';
import { type LocalCloud, startLocalCloud } from '../src/local-cloud.ts';
import { synthesizeCallDesk } from './call-desk-stack.ts';
import { LogWatch } from './log-watch.ts';

let server: http.Server;
let cloud: LocalCloud;
let outside: ApiGatewayManagementApi;
const logs = new LogWatch();

beforeAll(async () => {
  server = http.createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  cloud = await startLocalCloud({
    ...(await synthesizeCallDesk()),
    region: 'eu-central-1',
    accountId: '111122223333',
    dataFolder: mkdtempSync(path.join(tmpdir(), 'sockets-')),
    publicBaseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    parameters: {},
    extraEnvironment: {},
    onLog: logs.onLog,
  });
  server.on('upgrade', cloud.upgrade);
  outside = new ApiGatewayManagementApi({
    endpoint: cloud.outputs.CallbackUrl,
    region: 'eu-central-1',
    credentials: { accessKeyId: 'outside', secretAccessKey: 'outside' },
  } as ApiGatewayManagementApiClientConfig);
});

afterAll(async () => {
  server.close();
  outside?.destroy();
  await cloud?.stop();
});

interface Client {
  socket: WebSocket;
  connectionId: string;
  /** The next message. */
  next(): Promise<string>;
}

/** Connects with a ticket that is let in, from a program of that name. */
async function connect(name: string): Promise<Client> {
  const socket = new WebSocket(`${cloud.outputs.SocketUrl}?ticket=good`, {
    headers: { 'User-Agent': name },
  });
  await once(socket, 'open');
  const { requestContext } = await heard(new RegExp(`"CONNECT".*"${name}"`));
  return {
    socket,
    connectionId: requestContext.connectionId,
    next: async () => String((await once(socket, 'message'))[0]),
  };
}

/** What Reception was told. */
async function heard(pattern: RegExp): Promise<APIGatewayProxyWebsocketEventV2> {
  const line = await logs.until(new RegExp(`^Reception: .*${pattern.source}`));
  return JSON.parse(line.slice(line.indexOf('{'))).event;
}

/** What a client hears that is not let in. */
async function refusal(query: string): Promise<string> {
  const [error] = await once(new WebSocket(`${cloud.outputs.SocketUrl}${query}`), 'error');
  return (error as Error).message;
}

test('a client without a good ticket is refused as the function says', async () => {
  expect(await refusal('?ticket=old')).toBe('Unexpected server response: 403');
  expect(await refusal('')).toBe('Unexpected server response: 403');
});

test('a client is refused where the function fails', async () => {
  expect(await refusal('?ticket=torn')).toBe('Unexpected server response: 502');
});

test('a message reaches its function, which writes back to the connection', async () => {
  const client = await connect('Writer');
  const answer = client.next();
  client.socket.send('hello');
  expect(await answer).toBe('heard hello');
  client.socket.close();
});

test('anyone who is told the id may write to the connection, and see who it is', async () => {
  const client = await connect('Listener');
  const { connectionId: ConnectionId } = client;
  const news = client.next();
  await outside.postToConnection({ ConnectionId, Data: JSON.stringify({ имя: 'Анна' }) });
  expect(await news).toBe('{"имя":"Анна"}');
  const { Identity, ConnectedAt, LastActiveAt } = await outside.getConnection({ ConnectionId });
  expect(Identity).toEqual({ SourceIp: '127.0.0.1', UserAgent: 'Listener' });
  expect(LastActiveAt?.getTime()).toBeGreaterThanOrEqual(ConnectedAt?.getTime() ?? Infinity);
  client.socket.close();
});

test('the function hears of a client that goes, with what it said', async () => {
  const client = await connect('Leaver');
  client.socket.close(4001, 'lunch');
  const event = await heard(new RegExp(`"DISCONNECT".*"${client.connectionId}"`));
  expect(event.requestContext).toMatchObject({
    routeKey: '$disconnect',
    connectionId: client.connectionId,
    disconnectStatusCode: 4001,
    disconnectReason: 'lunch',
  });
});

test('a function may close a connection, and hears of it', async () => {
  const client = await connect('Evicted');
  client.socket.send('go');
  const [code] = await once(client.socket, 'close');
  expect(code).toBe(1000);
  await heard(new RegExp(`"DISCONNECT".*"${client.connectionId}"`));
});

test('a connection that is gone is told as gone', async () => {
  const client = await connect('Goner');
  const { connectionId: ConnectionId } = client;
  client.socket.terminate();
  await heard(new RegExp(`"DISCONNECT".*"${ConnectionId}"`));
  const gone = { name: 'GoneException', $metadata: { httpStatusCode: 410 } };
  const posting = outside.postToConnection({ ConnectionId, Data: 'hello?' });
  await expect(posting).rejects.toMatchObject(gone);
  await expect(outside.getConnection({ ConnectionId })).rejects.toMatchObject(gone);
  await expect(outside.deleteConnection({ ConnectionId })).rejects.toMatchObject(gone);
});

test('a message that is too big for AWS is refused', async () => {
  const client = await connect('Small');
  const asking = outside.postToConnection({
    ConnectionId: client.connectionId,
    Data: 'x'.repeat(128 * 1024 + 1),
  });
  const tooLarge = { name: 'PayloadTooLargeException', $metadata: { httpStatusCode: 413 } };
  await expect(asking).rejects.toMatchObject(tooLarge);
  client.socket.close();
});

test('a function that was not allowed to manage connections may not write to one', async () => {
  const client = await connect('Private');
  const input = { ConnectionId: client.connectionId, Data: 'psst' };
  const answer = await cloud.invoke('Clerk', {
    service: 'connections',
    operation: 'postToConnection',
    input,
  });
  expect(answer).toMatchObject({
    error: {
      name: 'AccessDeniedException',
      message: expect.stringContaining(
        'execute-api:ManageConnections on resource: arn:aws:execute-api:eu-central-1:111122223333:sockets/live/POST/@connections/',
      ),
    },
  });
  client.socket.close();
});

test('what functions asked of connections is counted', async () => {
  const client = await connect('Counter');
  cloud.resetRequestCounts();
  const answer = client.next();
  client.socket.send('one');
  await answer;
  expect(cloud.requestCounts()).toContainEqual(
    expect.objectContaining({
      caller: 'Reception',
      operation: 'execute-api:PostToConnection',
      requests: 1,
    }),
  );
  client.socket.close();
});
