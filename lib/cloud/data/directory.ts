import { StreamViewType } from 'aws-cdk-lib/aws-dynamodb';
import type { Construct } from 'constructs';
import type { NodeFunction } from '../base/node-function.ts';
import { Table, text } from './table.ts';

/** Tasks, operators, the account's settings, the counters of row ids, and the do-not-call records. */
export class Directory extends Table {
  /** @param props whether others are told of what is written */
  constructor(scope: Construct, id: string, { isFollowed }: { isFollowed: boolean }) {
    super(scope, id, {
      variable: 'DIRECTORY_TABLE',
      partitionKey: text('kind'),
      sortKey: text('id'),
      content: 'precious',
      ...(isFollowed && { stream: StreamViewType.NEW_AND_OLD_IMAGES }),
    });
  }

  allowReading(fn: NodeFunction): void {
    this.allow(fn, 'GetItem');
  }

  /** All tasks, or all operators. */
  allowListing(fn: NodeFunction): void {
    this.allowReading(fn);
    this.allow(fn, 'Query');
  }

  /** Nothing is dialled for a task, or nobody rings an operator, until a person lifts it. */
  allowPausing(fn: NodeFunction): void {
    this.allow(fn, 'UpdateItem');
  }

  /** Where operators are, and whether they take calls. */
  allowChangingOperators(fn: NodeFunction): void {
    this.allow(fn, 'UpdateItem');
  }

  /** The counters of row ids alone would do; a table's items are not told apart by rights. */
  allowCountingIds(fn: NodeFunction): void {
    this.allow(fn, 'UpdateItem');
  }

  /** The do-not-call records stand among the tasks; a table's items are not told apart by rights. */
  allowKeepingDoNotCall(fn: NodeFunction): void {
    this.allow(fn, 'PutItem');
  }

  /** The chains of evidence; a table's items are not told apart by rights. */
  allowSealing(fn: NodeFunction): void {
    this.allow(fn, 'Query', 'PutItem');
  }

  /** The receipts of imported lines. */
  allowErasing(fn: NodeFunction): void {
    this.allow(fn, 'BatchWriteItem', 'Query');
  }

  allowKeeping(fn: NodeFunction): void {
    this.allow(fn, 'GetItem', 'Query', 'PutItem', 'UpdateItem');
  }
}
