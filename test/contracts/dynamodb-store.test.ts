import {
  DeleteItemCommand,
  type DynamoDBClient,
  PutItemCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { DynamoAttempts } from '../../lambdas/adapters/dynamodb/dynamo-attempts.ts';
import { DynamoCallSlots } from '../../lambdas/adapters/dynamodb/dynamo-call-slots.ts';
import { DynamoDirectory } from '../../lambdas/adapters/dynamodb/dynamo-directory.ts';
import { DynamoOnce } from '../../lambdas/adapters/dynamodb/dynamo-once.ts';
import { DynamoRows } from '../../lambdas/adapters/dynamodb/dynamo-rows.ts';
import { MemoryClock } from '../../lambdas/adapters/memory/memory-clock.ts';
import { dynoxideForTests } from '../support/dynoxide.ts';
import { createTables } from '../support/tables.ts';
import { noon } from './samples.ts';
import { storeContract } from './store.contract.ts';
import type { OutsideWriter, Store } from './store.ts';

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
    outside: outsideWriter(dynamodb, tables.subscribers),
  };
});

function outsideWriter(dynamodb: DynamoDBClient, TableName: string): OutsideWriter {
  return {
    async put(columns) {
      await dynamodb.send(new PutItemCommand({ TableName, Item: marshall(columns) }));
    },
    async update(key, { set = {}, remove = [] }) {
      const AttributeUpdates = Object.fromEntries([
        ...Object.entries(marshall(set)).map(([name, Value]) => [name, { Action: 'PUT', Value }]),
        ...remove.map((name) => [name, { Action: 'DELETE' }]),
      ]);
      const Key = marshall({ task: key.task, Id: key.Id });
      await dynamodb.send(new UpdateItemCommand({ TableName, Key, AttributeUpdates }));
    },
    async delete({ task, Id }) {
      await dynamodb.send(new DeleteItemCommand({ TableName, Key: marshall({ task, Id }) }));
    },
  };
}
