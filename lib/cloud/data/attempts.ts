import { StreamViewType } from 'aws-cdk-lib/aws-dynamodb';
import type { Construct } from 'constructs';
import type { NodeFunction } from '../base/node-function.ts';
import type { Locks } from './locks.ts';
import type { Subscribers } from './subscribers.ts';
import { Table, text } from './table.ts';

export interface AttemptsProps {
  subscribers: Subscribers;
  locks: Locks;
  keepDays: number | undefined;
}

/**
 * Attempts are kept for good, unless the stage says how long. The intentions are methods of the port `Attempts`, with the actions
 * that its DynamoDB adapter takes for each; most are transactions over rows and locks too.
 */
export class Attempts extends Table {
  readonly #subscribers: Subscribers;
  readonly #locks: Locks;

  constructor(scope: Construct, id: string, { subscribers, locks, keepDays }: AttemptsProps) {
    super(scope, id, {
      variable: 'ATTEMPTS_TABLE',
      partitionKey: text('row'),
      sortKey: text('suffix'),
      content: 'precious',
      timeToLiveAttribute: 'expiresAt',
      kept: { variable: 'KEEP_ATTEMPTS_DAYS', days: keepDays },
      stream: StreamViewType.NEW_AND_OLD_IMAGES,
    });
    this.#subscribers = subscribers;
    this.#locks = locks;
  }

  /** Those of a row. */
  allowListing(fn: NodeFunction): void {
    this.allow(fn, 'Query');
  }

  allowReading(fn: NodeFunction): void {
    this.allow(fn, 'GetItem', 'Query');
  }

  /** On request alone: attempts are kept for good. */
  allowErasing(fn: NodeFunction): void {
    this.allow(fn, 'BatchWriteItem');
  }

  allowClaiming(fn: NodeFunction): void {
    this.#subscribers.allow(fn, 'UpdateItem');
    this.allow(fn, 'PutItem');
    this.#locks.allow(fn, 'PutItem', 'UpdateItem');
  }

  /** A call that a person made to us leads to its attempt by an entry among the locks. */
  allowFindingByCall(fn: NodeFunction): void {
    this.#locks.allow(fn, 'GetItem');
  }

  allowRecording(fn: NodeFunction): void {
    this.allow(fn, 'UpdateItem');
  }

  allowPermitting(fn: NodeFunction): void {
    this.#subscribers.allow(fn, 'ConditionCheckItem');
    this.allow(fn, 'UpdateItem');
  }

  /** Settling, correcting and releasing. */
  allowSettling(fn: NodeFunction): void {
    this.#subscribers.allow(fn, 'UpdateItem');
    this.allow(fn, 'UpdateItem');
    this.#locks.allow(fn, 'DeleteItem', 'UpdateItem');
  }
}
