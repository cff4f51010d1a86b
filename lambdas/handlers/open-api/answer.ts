import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { docsPage, stylesHash } from './docs-page.ts';
import { openApiDocument } from './open-api-document.ts';

type Answer = APIGatewayProxyStructuredResultV2;

/** Says what the API can do to whoever asks, with or without a token: nothing in it is anybody's. */
export function describeApi(): (event: APIGatewayProxyEventV2) => Promise<Answer> {
  const document = openApiDocument();
  const answers: Record<string, Answer> = {
    '/api/openapi.json': answerOf('application/json', JSON.stringify(document)),
    '/api/docs': answerOf('text/html; charset=utf-8', docsPage(document)),
  };
  return async ({ rawPath }) => answers[rawPath] ?? missing;
}

const missing: Answer = { statusCode: 404 };

function answerOf(type: string, body: string): Answer {
  return {
    statusCode: 200,
    headers: {
      'content-type': type,
      'cache-control': 'no-cache',
      'content-security-policy': `default-src 'none'; style-src '${stylesHash}'; frame-ancestors 'none'`,
      'x-content-type-options': 'nosniff',
    },
    body,
  };
}
