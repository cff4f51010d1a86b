import { DynamoAttempts } from '../../lambdas/adapters/dynamodb/attempts/dynamo-attempts.ts';
import { DynamoTraces } from '../../lambdas/adapters/dynamodb/evidence/dynamo-traces.ts';
import { DynamoForms } from '../../lambdas/adapters/dynamodb/forms/dynamo-forms.ts';
import { DynamoRowImport } from '../../lambdas/adapters/dynamodb/rows/dynamo-row-import.ts';
import { DynamoRows } from '../../lambdas/adapters/dynamodb/rows/dynamo-rows.ts';
import { DynamoViews } from '../../lambdas/adapters/dynamodb/views/dynamo-views.ts';
import { dynoxideForTests } from '../support/dynoxide.ts';
import { outsideWriter } from '../support/outside-writer.ts';
import { createDeskTables, createFormsTable, createTables } from '../support/tables.ts';
import { tracesContract } from './traces.contract.ts';

const client = dynoxideForTests();
let opened = 0;

async function open() {
  const suffix = String(++opened);
  const desk = await createDeskTables(client(), suffix);
  const forms = await createFormsTable(client(), suffix);
  const tables = { ...(await createTables(client(), suffix)), ...desk, forms };
  const store = {
    rows: new DynamoRows(client(), tables),
    attempts: new DynamoAttempts(client(), tables),
    outside: outsideWriter(client(), tables.subscribers),
  };
  return {
    tables,
    store,
    traces: new DynamoTraces(client(), tables),
    forms: new DynamoForms(client(), tables),
    views: new DynamoViews(client(), tables),
  };
}

tracesContract(open);

test('the receipts of lines that a row was imported from are erased', async () => {
  const { tables, traces } = await open();
  const rowImport = new DynamoRowImport(client(), tables);
  const line = { task: 'demo', Id: undefined, emptied: [], occurrence: 1 };
  await rowImport.write({ ...line, columns: { tel: '+442079460017' }, hash: 'a' });
  await rowImport.write({ ...line, columns: { tel: '+442079460018' }, hash: 'b' });
  expect(await traces.eraseRowTraces({ task: 'demo', Id: 1 })).toEqual({ receipts: 1 });
  expect(await traces.eraseRowTraces({ task: 'demo', Id: 1 })).toEqual({ receipts: 0 });
  expect(await traces.eraseRowTraces({ task: 'demo', Id: 2 })).toEqual({ receipts: 1 });
});
