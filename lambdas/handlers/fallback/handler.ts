import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { apology } from '../../composition/apology.ts';
import { fallbackLanguage, languageAmong } from '../../domain/basics/language.ts';
import type { Reply } from '../boundary/on-webhook.ts';

/**
 * POST /voice/fallback: where the telephone network goes when what it asked first did not answer.
 * It needs nothing that could have failed there: no table, no parameter, no right. So it does not
 * verify who asks either; everybody hears the same.
 */
export async function handler({ queryStringParameters }: APIGatewayProxyEventV2): Promise<Reply> {
  const language = languageAmong([queryStringParameters?.language ?? '']) ?? fallbackLanguage;
  return {
    statusCode: 200,
    headers: { 'content-type': 'text/xml; charset=utf-8' },
    body: apology(language),
  };
}
