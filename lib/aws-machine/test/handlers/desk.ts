/** Answers HTTP requests with the event itself, or fails where the path says so. */
import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';

export async function handler(event: APIGatewayProxyEventV2, context: Context) {
  if (event.rawPath.endsWith('/throw')) throw new RangeError('no such desk');
  return { event, functionName: context.functionName };
}
