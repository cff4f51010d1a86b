import { functionClient } from '../adapters/dynamodb/client/dynamo-client.ts';
import { DynamoDesks } from '../adapters/dynamodb/desks/dynamo-desks.ts';
import { ApiGatewayWire } from '../adapters/websocket/api-gateway-wire.ts';
import { managementClient } from '../adapters/websocket/management-client.ts';
import type { Clock } from '../ports/clock.ts';
import type { Desks } from '../ports/people/desks.ts';
import { deskSocketSettings, type Environment } from '../settings.ts';

export function composeDesks(environment: Environment, clock: Pick<Clock, 'now'>): Desks {
  const { connections, address, callbackUrl } = deskSocketSettings(environment);
  const wire = new ApiGatewayWire(managementClient({ callbackUrl }));
  return new DynamoDesks(functionClient(), { tables: { connections }, clock, wire, address });
}
