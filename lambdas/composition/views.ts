import { functionClient } from '../adapters/dynamodb/client/dynamo-client.ts';
import { DynamoViews } from '../adapters/dynamodb/views/dynamo-views.ts';
import type { Views } from '../ports/records/views.ts';
import { type Environment, viewSettings } from '../settings.ts';

export function composeViews(environment: Environment): Views {
  return new DynamoViews(functionClient(), viewSettings(environment));
}
