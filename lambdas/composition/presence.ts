import { functionClient } from '../adapters/dynamodb/client/dynamo-client.ts';
import { DynamoPresence } from '../adapters/dynamodb/desks/dynamo-presence.ts';
import type { Clock } from '../ports/clock.ts';
import type { Presence } from '../ports/people/presence.ts';
import { connectionsTable, type Environment } from '../settings.ts';

export function composePresence(environment: Environment, clock: Pick<Clock, 'now'>): Presence {
  const tables = { connections: connectionsTable(environment) };
  return new DynamoPresence(functionClient(), { tables, clock });
}
