import { once } from 'node:events';
import http from 'node:http';
import { Hono } from 'hono';
import { WebSocket, WebSocketServer } from 'ws';
import { LocalServer, type Site } from '../../lib/local/local-server.ts';

test('requests that come before the site is there wait for it', async () => {
  const server = new LocalServer();
  const address = await server.listen(0);
  const answer = fetch(`${address}/hello`);
  server.serve(new Hono().get('/hello', (c) => c.text('hello')) as Site);
  expect(await (await answer).text()).toBe('hello');
  await server.close();
});

test('the site sees the request as it came over the wire', async () => {
  const server = new LocalServer();
  const address = await server.listen(0);
  server.serve({ fetch: (_, { incoming }) => new Response(incoming.url) });
  expect(await (await fetch(`${address}/voice?b=%7e&a=1`)).text()).toBe('/voice?b=%7e&a=1');
  await server.close();
});

test('a port that is taken is named, with what to do', async () => {
  const first = new LocalServer();
  const port = Number(new URL(await first.listen(0)).port);
  await expect(new LocalServer().listen(port)).rejects.toThrow(
    `Port ${port} is taken: stop what uses it, or choose another with --port N (0 picks a free one).`,
  );
  await first.close();
});

describe('a web page elsewhere', () => {
  let server: LocalServer;
  let port: string;
  beforeEach(async () => {
    server = new LocalServer();
    ({ port } = new URL(await server.listen(0)));
    server.serve(hello);
  });
  afterEach(() => server.close());

  async function ask(headers: http.OutgoingHttpHeaders): Promise<number | undefined> {
    const request = http.get({ host: '127.0.0.1', port, path: '/hello', headers });
    const [answer] = await once(request, 'response');
    answer.resume();
    return answer.statusCode;
  }

  test.each([
    ['names itself', (host: string) => ({ host, origin: 'https://evil.example' })],
    ['is in a sandbox', (host: string) => ({ host, origin: 'null' })],
    ['is of another program here', (host: string) => ({ host, origin: 'http://127.0.0.1:1' })],
    ['has a name that leads here', () => ({ host: 'evil.example' })],
    ['names that as its own', () => ({ host: 'evil.example', origin: 'http://evil.example' })],
    ['has a name like this machine’s', () => ({ host: '127.0.0.1.evil.example' })],
  ])('that %s is refused', async (_, headers) => {
    expect(await ask(headers(`127.0.0.1:${port}`))).toBe(403);
  });

  test('and our own pages are not, by whichever name', async () => {
    const hosts = [
      `127.0.0.1:${port}`,
      `localhost:${port}`,
      `[::1]:${port}`,
      `a.localhost:${port}`,
    ];
    for (const host of hosts) {
      expect(await ask({ host })).toBe(200);
      expect(await ask({ host, origin: `http://${host}` })).toBe(200);
    }
  });

  test('opens no socket', async () => {
    const foreign = new WebSocket(`ws://127.0.0.1:${port}/live`, {
      origin: 'https://evil.example',
    });
    expect((await once(foreign, 'error'))[0]).toMatchObject({
      message: expect.stringContaining('403'),
    });
  });
});

const hello = new Hono().get('/hello', (c) => c.text('hello')) as Site;

describe('a WebSocket', () => {
  test('that is wanted before the site is there waits for it', async () => {
    const server = new LocalServer();
    const address = await server.listen(0);
    const sockets = new WebSocketServer({ noServer: true });
    const client = new WebSocket(`${address.replace('http', 'ws')}/live`);
    const upgrade: Site['upgrade'] = (...wanted) =>
      sockets.handleUpgrade(...wanted, (socket) => socket.send('welcome'));
    server.serve({ fetch: hello.fetch, upgrade });
    expect(String((await once(client, 'message'))[0])).toBe('welcome');
    await server.close();
  });

  test('that nobody takes does not keep the server from closing', async () => {
    const server = new LocalServer();
    const address = await server.listen(0);
    server.serve(hello);
    const client = new WebSocket(`${address.replace('http', 'ws')}/live`);
    const refused = once(client, 'error');
    await once(server.http, 'upgrade');
    await server.close();
    expect((await refused)[0]).toMatchObject({ message: 'socket hang up' });
  });
});

test('an offer of HTTP/2 is passed over', async () => {
  const server = new LocalServer();
  const address = await server.listen(0);
  server.serve(hello);
  const headers = { Connection: 'Upgrade, HTTP2-Settings', Upgrade: 'h2c', 'HTTP2-Settings': '' };
  const [answer] = await once(http.get(`${address}/hello`, { headers }), 'response');
  expect(answer.statusCode).toBe(200);
  await server.close();
});
