import { functionClient } from '../../adapters/dynamodb/client/dynamo-client.ts';
import { DynamoRowEditor } from '../../adapters/dynamodb/rows/dynamo-row-editor.ts';
import { ScryptPins } from '../../adapters/system/scrypt-pins.ts';
import { type Environment, tableSettings } from '../../settings.ts';
import { composeViews } from '../views.ts';

/** What it takes to attach the calls that people make to us. */
export function inboundPorts(environment: Environment) {
  const client = functionClient();
  const tables = tableSettings(environment);
  return {
    views: composeViews(environment),
    rowEditor: new DynamoRowEditor(client, tables),
    pins: new ScryptPins(),
  };
}
