import { NetworkUnderTest } from './network-under-test.ts';

let net: NetworkUnderTest;
beforeAll(async () => {
  net = await new NetworkUnderTest().start();
});
afterAll(() => net.stop());

test('the page lets nothing run that it does not serve itself', async () => {
  const response = await net.request('GET', '/phones');
  expect(response.headers.get('content-security-policy')).toContain(
    "default-src 'none'; script-src 'self'",
  );
  const html = await response.text();
  expect(html).not.toMatch(/<script(?![^>]* src=)|<style| on[a-z]+=| style=|https?:/);
});

test('everything that the page refers to is served', async () => {
  const html = await (await net.request('GET', '/phones')).text();
  const paths = [...html.matchAll(/(?:src|href)="(\/[^"]+)"/g)].map(([, path]) => path as string);
  expect(new Set(paths)).toEqual(
    new Set(['/phones/assets/icon.svg', '/phones/assets/phones.css', '/phones/assets/phones.js']),
  );
  for (const path of paths) expect((await net.request('GET', path)).status).toBe(200);
});

test.each([
  ['phones.js', 'text/javascript; charset=utf-8', 'WebSocket'],
  ['phones.css', 'text/css; charset=utf-8', '.phone'],
])('%s is one file with all that it needs', async (name, type, content) => {
  const response = await net.request('GET', `/phones/assets/${name}`);
  const text = await response.text();
  expect(response.headers.get('content-type')).toBe(type);
  expect(text).toContain(content);
  expect(text).not.toMatch(/^@?import /m);
});

test.each(['phones.ts', 'phones.html', '../phone-network.ts', '%2e%2e%2fphone-network.ts'])(
  'nothing else is served (%s)',
  async (name) => {
    expect((await net.request('GET', `/phones/assets/${name}`)).status).toBe(404);
  },
);

test('every icon and every element that the script asks for is in the page', async () => {
  const html = await (await net.request('GET', '/phones')).text();
  const script = await (await net.request('GET', '/phones/assets/phones.js')).text();
  const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const [, id] of script.matchAll(/byId\("([^"]+)"\)/g)) expect(ids).toContain(id);
  for (const [, id] of html.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(id);
});
