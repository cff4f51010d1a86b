import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { handler } from '../../lambdas/handlers/fallback/handler.ts';

const asked = (query?: Record<string, string>) =>
  handler({ queryStringParameters: query } as unknown as APIGatewayProxyEventV2);

test.each([
  ['ru', 'У нас произошла ошибка.', 'ru-RU'],
  ['en', 'Something went wrong on our side.', 'en-'],
])('apologizes in the language of the call, and hangs up: %s', async (language, words, spoken) => {
  const { statusCode, headers, body } = await asked({ attempt: 'demo.17.a1', language });
  expect(statusCode).toBe(200);
  expect(headers).toEqual({ 'content-type': 'text/xml; charset=utf-8' });
  expect(body).toContain(words);
  expect(body).toContain(`language="${spoken}`);
  expect(body).toContain('<Hangup/>');
});

test('speaks English to a call whose language nobody told', async () => {
  const { body } = await asked();
  expect(body).toBe((await asked({ language: 'en' })).body);
});

test('needs no setting of its environment', async () => {
  expect((await asked({ language: 'xx' })).statusCode).toBe(200);
});
