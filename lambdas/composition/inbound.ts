import { dynamoClient } from '../adapters/dynamodb/dynamo-client.ts';
import { DynamoRowDesk } from '../adapters/dynamodb/dynamo-row-desk.ts';
import { DynamoTallies } from '../adapters/dynamodb/dynamo-tallies.ts';
import { ScryptPins } from '../adapters/system/scrypt-pins.ts';
import { type Environment, tableSettings } from '../settings.ts';
import { composeViews } from './views.ts';

/** What it takes to attach the calls that people make to us. */
export function callerPorts(environment: Environment) {
  const client = dynamoClient();
  const tables = tableSettings(environment);
  return {
    views: composeViews(environment),
    desk: new DynamoRowDesk(client, tables),
    tallies: new DynamoTallies(client, tables),
    pins: new ScryptPins(),
  };
}
