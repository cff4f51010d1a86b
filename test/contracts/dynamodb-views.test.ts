import { DynamoAuditLog } from '../../lambdas/adapters/dynamodb/views/dynamo-audit-log.ts';
import { DynamoStateLog } from '../../lambdas/adapters/dynamodb/views/dynamo-state-log.ts';
import { DynamoViews } from '../../lambdas/adapters/dynamodb/views/dynamo-views.ts';
import { dynoxideForTests } from '../support/dynoxide.ts';
import { outsideWriter } from '../support/outside-writer.ts';
import { createDeskTables, createTables } from '../support/tables.ts';
import { auditLogContract } from './audit-log.contract.ts';
import { stateLogContract } from './state-log.contract.ts';
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

describe('states of operators', () =>
  stateLogContract(async () => {
    const dynamodb = client();
    const { views } = await createDeskTables(dynamodb, String(++opened));
    return new DynamoStateLog(dynamodb, { views });
  }));

describe('changes', () =>
  auditLogContract(async () => {
    const dynamodb = client();
    const { views } = await createDeskTables(dynamodb, String(++opened));
    return new DynamoAuditLog(dynamodb, { views });
  }));
