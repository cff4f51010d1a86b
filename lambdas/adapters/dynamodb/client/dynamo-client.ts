import { DynamoDBClient, type DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';
import { requestLimits } from '../../request-limits.ts';

export function dynamoClient(config: DynamoDBClientConfig = {}): DynamoDBClient {
  return new DynamoDBClient({ requestHandler: requestLimits, ...config });
}

let own: DynamoDBClient | undefined;

/** The one client of a function: all that it reads and writes shares its connections. */
export function functionClient(): DynamoDBClient {
  own ??= dynamoClient();
  return own;
}
