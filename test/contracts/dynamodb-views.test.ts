import { DynamoViews } from '../../lambdas/adapters/dynamodb/views/dynamo-views.ts';
import { dynoxideForTests } from '../support/dynoxide.ts';
import { outsideWriter } from '../support/outside-writer.ts';
import { createDeskTables, createTables } from '../support/tables.ts';
import { viewsContract } from './views.contract.ts';

const client = dynoxideForTests();
let opened = 0;

viewsContract(async () => {
  const dynamodb = client();
  const suffix = String(++opened);
  const { subscribers } = await createTables(dynamodb, suffix);
  const { views } = await createDeskTables(dynamodb, suffix);
  return {
    views: new DynamoViews(dynamodb, { views, subscribers }),
    outside: outsideWriter(dynamodb, subscribers),
  };
});
