import { DynamoForms } from '../../lambdas/adapters/dynamodb/forms/dynamo-forms.ts';
import { DynamoScripts } from '../../lambdas/adapters/dynamodb/forms/dynamo-scripts.ts';
import { DynamoRows } from '../../lambdas/adapters/dynamodb/rows/dynamo-rows.ts';
import { dynoxideForTests } from '../support/dynoxide.ts';
import { outsideWriter } from '../support/outside-writer.ts';
import { createFormsTable, createTables } from '../support/tables.ts';
import { formsContract } from './forms.contract.ts';
import { scriptsContract } from './scripts.contract.ts';

const client = dynoxideForTests();
let opened = 0;

describe('forms', () =>
  formsContract(async () => {
    const suffix = String(++opened);
    const tables = await createTables(client(), suffix);
    const forms = await createFormsTable(client(), suffix);
    const rows = new DynamoRows(client(), tables);
    const outside = outsideWriter(client(), tables.subscribers);
    return {
      forms: new DynamoForms(client(), { ...tables, forms }),
      store: { rows, outside },
    };
  }));

describe('scripts', () =>
  scriptsContract(async () => {
    const tables = await createTables(client(), `scripts-${++opened}`);
    return new DynamoScripts(client(), tables);
  }));
