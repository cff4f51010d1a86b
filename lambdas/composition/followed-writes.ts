import { functionClient } from '../adapters/dynamodb/client/dynamo-client.ts';
import { DynamoFollowedWrites } from '../adapters/dynamodb/views/dynamo-followed-writes.ts';
import type { Clock } from '../ports/clock.ts';
import type { FollowedWrites } from '../ports/rows/followed-writes.ts';
import { type Environment, viewSettings } from '../settings.ts';

export function composeFollowedWrites(
  environment: Environment,
  clock: Pick<Clock, 'now'>,
): FollowedWrites {
  return new DynamoFollowedWrites(functionClient(), { tables: viewSettings(environment), clock });
}
