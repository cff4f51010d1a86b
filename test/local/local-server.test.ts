import { Hono } from 'hono';
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
