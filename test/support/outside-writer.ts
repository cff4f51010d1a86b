import {
  DeleteItemCommand,
  type DynamoDBClient,
  PutItemCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import type { OutsideWriter } from '../contracts/store.ts';

/** Other software that writes rows by the database's own interface. */
export function outsideWriter(dynamodb: DynamoDBClient, TableName: string): OutsideWriter {
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
