import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { ApiGatewayWire } from '../../../lambdas/adapters/websocket/api-gateway-wire.ts';
import { managementClient } from '../../../lambdas/adapters/websocket/management-client.ts';

const credentials = { accessKeyId: 'a', secretAccessKey: 'b' };
const endpointVariable = 'AWS_ENDPOINT_URL_APIGATEWAYMANAGEMENTAPI';

interface Post {
  url: string | undefined;
  body: string;
}

let server: Server;
let posts: Post[];
/** What the gateway answers: a status, and the name of the error. */
let answer: { status: number; error?: string };

beforeEach(async () => {
  posts = [];
  answer = { status: 200 };
  server = createServer(
    (request, response) =>
      void reply(request).then(() => {
        const headers = answer.error ? { 'x-amzn-errortype': answer.error } : {};
        response.writeHead(answer.status, headers).end('{}');
      }),
  );
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});

afterEach(() => {
  delete process.env[endpointVariable];
  server.close();
});

async function reply(request: IncomingMessage): Promise<void> {
  posts.push({ url: request.url, body: await text(request) });
}

const address = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

function wire(callbackUrl = `${address()}/live`): ApiGatewayWire {
  return new ApiGatewayWire(
    managementClient({ callbackUrl }, { region: 'eu-west-1', credentials }),
  );
}

test('posts the text to the connection, at the stage of its own API', async () => {
  expect(await wire().post('abc=', '{"kind":"promises"}')).toBe('told');
  expect(posts).toEqual([{ url: '/live/@connections/abc%3D', body: '{"kind":"promises"}' }]);
});

test('goes where the environment says when something else plays AWS', async () => {
  process.env[endpointVariable] = `${address()}/played`;
  expect(await wire('http://127.0.0.1:9/live').post('abc', '{}')).toBe('told');
  expect(posts[0]?.url).toBe('/played/@connections/abc');
});

test('hangs up, also where nobody is any more', async () => {
  await wire().close('abc=');
  expect(posts).toEqual([{ url: '/live/@connections/abc%3D', body: '' }]);
  answer = { status: 410, error: 'GoneException' };
  await wire().close('abc=');
  answer = { status: 403, error: 'ForbiddenException' };
  await expect(wire().close('abc=')).rejects.toThrow();
});

test('knows a browser that hung up', async () => {
  answer = { status: 410, error: 'GoneException' };
  expect(await wire().post('abc', '{}')).toBe('gone');
});

test.each([
  [403, 'ForbiddenException', 1],
  [413, 'PayloadTooLargeException', 1],
  [500, 'InternalServerError', 2],
])('anything else is an outage: %i', async (status, error, tries) => {
  answer = { status, error };
  await expect(wire().post('abc', '{}')).rejects.toThrow();
  expect(posts).toHaveLength(tries);
});
