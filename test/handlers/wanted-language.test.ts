import { Hono } from 'hono';
import { wantedLanguage } from '../../lambdas/handlers/boundary/wanted-language.ts';

const app = new Hono().get('/', (c) => c.text(wantedLanguage(c)));

test.each([
  ['ru', 'ru'],
  ['ru-RU,ru;q=0.9,en;q=0.8', 'ru'],
  ['en-GB,en;q=0.9,ru;q=0.8', 'en'],
  ['de-DE,de;q=0.9,ru;q=0.7', 'ru'],
  ['en;q=0.2, ru;q=0.8', 'ru'],
  ['ru;q=0, en', 'en'],
  ['ru;q=0', 'en'],
  ['fr', 'en'],
  ['*', 'en'],
  ['', 'en'],
  [';;,=', 'en'],
])('who accepts %p is answered in %s', async (header, language) => {
  const answer = await app.request('/', { headers: { 'accept-language': header } });
  expect(await answer.text()).toBe(language);
});

test('who names no language is answered in English', async () => {
  expect(await (await app.request('/')).text()).toBe('en');
});
