import { DynamoRowExport } from '../../lambdas/adapters/dynamodb/rows/dynamo-row-export.ts';
import { DynamoRowImport } from '../../lambdas/adapters/dynamodb/rows/dynamo-row-import.ts';
import { dynoxideForTests } from '../support/dynoxide.ts';
import { outsideWriter } from '../support/outside-writer.ts';
import { createTables } from '../support/tables.ts';
import { rowImportContract } from './row-import.contract.ts';

const client = dynoxideForTests();
let opened = 0;

rowImportContract(async () => {
  const tables = await createTables(client(), `rowImport-${++opened}`);
  return {
    rowImport: new DynamoRowImport(client(), tables),
    rowExport: new DynamoRowExport(client(), tables),
    outside: outsideWriter(client(), tables.subscribers),
  };
});
