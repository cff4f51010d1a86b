import { functionClient } from '../adapters/dynamodb/client/dynamo-client.ts';
import { DynamoForms } from '../adapters/dynamodb/forms/dynamo-forms.ts';
import { DynamoScripts } from '../adapters/dynamodb/forms/dynamo-scripts.ts';
import type { Scripts } from '../ports/people/scripts.ts';
import type { Forms } from '../ports/records/forms.ts';
import { type Environment, formSettings } from '../settings.ts';

/** What it takes to lead through a script and to keep its answers. */
export function composeForms(environment: Environment): { forms: Forms; scripts: Scripts } {
  const client = functionClient();
  const tables = formSettings(environment);
  return { forms: new DynamoForms(client, tables), scripts: new DynamoScripts(client, tables) };
}
