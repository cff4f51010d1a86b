import { functionClient } from '../adapters/dynamodb/client/dynamo-client.ts';
import { DynamoCheckpoints } from '../adapters/dynamodb/counters/dynamo-checkpoints.ts';
import type { Checkpoints } from '../ports/records/checkpoints.ts';
import { type Environment, lockSettings } from '../settings.ts';

export function composeCheckpoints(environment: Environment): Checkpoints {
  return new DynamoCheckpoints(functionClient(), lockSettings(environment));
}
