import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ConsolePages, consoleSite } from '../../lib/local/console-site.ts';

const site = consoleSite(
  new ConsolePages(path.join(mkdtempSync(path.join(tmpdir(), 'callback-center-')), 'site')),
);

test.each(['/', '/supervisor'])('%s runs nothing but the site’s own scripts', async (page) => {
  const answer = await site.request(page);
  const policy = answer.headers.get('content-security-policy') ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self';");
  expect(policy).not.toContain('unsafe');
  expect(answer.headers.get('cache-control')).toBe('no-cache');
});

test('what a page loads changes its name with its content, and may be kept for good', async () => {
  const html = await (await site.request('/')).text();
  const script = /src="(\/assets\/desk-\w{8}\.js)"/.exec(html)?.[1] ?? '';
  const answer = await site.request(script);
  expect(answer.headers.get('content-type')).toMatch(/^text\/javascript/);
  expect(answer.headers.get('cache-control')).toContain('immutable');
});

test.each(['/assets/none-ABCDEFGH.js', '/assets/..%2Findex.html', '/assets/desk.tsx'])(
  'nothing else is served: %s',
  async (address) => {
    expect((await site.request(address)).status).toBe(404);
  },
);

test('tells the page who signs people in, and where the API is', async () => {
  expect(await (await site.request('/console.json')).json()).toMatchObject({
    signIn: { authorize: '/sign-in/authorize', token: '/sign-in/token', clientId: 'console' },
    api: '/api',
  });
});
