import { DynamoAttempts } from '../../lambdas/adapters/dynamodb/dynamo-attempts.ts';
import { DynamoCallSlots } from '../../lambdas/adapters/dynamodb/dynamo-call-slots.ts';
import { DynamoDirectory } from '../../lambdas/adapters/dynamodb/dynamo-directory.ts';
import { DynamoOnce } from '../../lambdas/adapters/dynamodb/dynamo-once.ts';
import { DynamoRowDesk } from '../../lambdas/adapters/dynamodb/dynamo-row-desk.ts';
import { DynamoRows } from '../../lambdas/adapters/dynamodb/dynamo-rows.ts';
import { DynamoTallies } from '../../lambdas/adapters/dynamodb/dynamo-tallies.ts';
import { MemoryClock } from '../../lambdas/adapters/memory/memory-clock.ts';
import { dynoxideForTests } from '../support/dynoxide.ts';
import { outsideWriter } from '../support/outside-writer.ts';
import { createTables } from '../support/tables.ts';
import { noon } from './samples.ts';
import { storeContract } from './store.contract.ts';
import type { Store } from './store.ts';

const client = dynoxideForTests();
let opened = 0;

storeContract(async (): Promise<Store> => {
  const dynamodb = client();
  const tables = await createTables(dynamodb, String(++opened));
  return {
    rows: new DynamoRows(dynamodb, tables),
    attempts: new DynamoAttempts(dynamodb, tables),
    directory: new DynamoDirectory(dynamodb, { tables, clock: new MemoryClock(noon) }),
    callSlots: new DynamoCallSlots(dynamodb, tables),
    once: new DynamoOnce(dynamodb, tables),
    desk: new DynamoRowDesk(dynamodb, tables),
    tallies: new DynamoTallies(dynamodb, tables),
    outside: outsideWriter(dynamodb, tables.subscribers),
  };
});
