import { StreamViewType } from 'aws-cdk-lib/aws-dynamodb';
import type { Construct } from 'constructs';
import type { NodeFunction } from '../base/node-function.ts';
import { number, Table, text } from './table.ts';

const byDue = { indexName: 'byDue', partitionKey: text('task'), sortKey: text('_due_at') };

const byWaiting = {
  indexName: 'byWaiting',
  partitionKey: text('_waiting_for'),
  sortKey: text('_waiting_since'),
};

/** An index has metrics of its own. */
export const subscriberIndexes = [byDue.indexName, byWaiting.indexName];

/** The subscriber table, a public contract: outside software writes it too. */
export class Subscribers extends Table {
  constructor(scope: Construct, id: string) {
    super(scope, id, {
      variable: 'SUBSCRIBERS_TABLE',
      partitionKey: text('task'),
      sortKey: number('Id'),
      content: 'precious',
      stream: StreamViewType.NEW_AND_OLD_IMAGES,
      indexes: [byDue, byWaiting],
    });
  }

  allowReading(fn: NodeFunction): void {
    this.allow(fn, 'GetItem');
  }

  allowChanging(fn: NodeFunction): void {
    this.allow(fn, 'UpdateItem');
  }

  /** A new row gets the Id above the highest. */
  allowAdding(fn: NodeFunction): void {
    this.allow(fn, 'PutItem', 'Query');
  }

  allowReadingMany(fn: NodeFunction): void {
    this.allow(fn, 'BatchGetItem');
  }

  allowErasing(fn: NodeFunction): void {
    this.allow(fn, 'DeleteItem');
  }

  allowFindingDue(fn: NodeFunction): void {
    this.allowQueryOf(fn, byDue.indexName);
  }

  allowFindingWaiting(fn: NodeFunction): void {
    this.allowQueryOf(fn, byWaiting.indexName);
  }

  allowPaging(fn: NodeFunction): void {
    this.allow(fn, 'Scan');
  }

  /** What a person at the console does with rows; a new one gets the Id above the highest. */
  allowKeeping(fn: NodeFunction): void {
    this.allow(fn, 'GetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem');
  }
}
