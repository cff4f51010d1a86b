import { dynamoClient } from '../adapters/dynamodb/client/dynamo-client.ts';
import { DynamoRecordings } from '../adapters/dynamodb/recordings/dynamo-recordings.ts';
import type { Recordings } from '../ports/calls/recordings.ts';
import { type Environment, recordingSettings } from '../settings.ts';

export function composeRecordings(environment: Environment): Recordings {
  return new DynamoRecordings(dynamoClient(), recordingSettings(environment));
}
