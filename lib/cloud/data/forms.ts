import { StreamViewType } from 'aws-cdk-lib/aws-dynamodb';
import type { Construct } from 'constructs';
import type { NodeFunction } from '../base/node-function.ts';
import type { Subscribers } from './subscribers.ts';
import { Table, text } from './table.ts';

export interface FormsProps {
  subscribers: Subscribers;
  keepDays: number | undefined;
  /** Whether others are told of what is written. */
  isFollowed: boolean;
}

/** What customers said, form by form: kept for good, unless the stage says how long. */
export class Forms extends Table {
  readonly #subscribers: Subscribers;

  constructor(scope: Construct, id: string, { subscribers, keepDays, isFollowed }: FormsProps) {
    super(scope, id, {
      variable: 'FORMS_TABLE',
      partitionKey: text('row'),
      sortKey: text('suffix'),
      content: 'precious',
      timeToLiveAttribute: 'expiresAt',
      ...(isFollowed && { stream: StreamViewType.NEW_AND_OLD_IMAGES }),
      kept: { variable: 'KEEP_FORMS_DAYS', days: keepDays },
    });
    this.#subscribers = subscribers;
  }

  /** On request alone. */
  allowErasing(fn: NodeFunction): void {
    this.allow(fn, 'BatchWriteItem');
  }

  allowReading(fn: NodeFunction): void {
    this.allow(fn, 'GetItem');
  }

  /** What was answered on a day. */
  allowReadingMany(fn: NodeFunction): void {
    this.allow(fn, 'BatchGetItem');
  }

  /** What was said in earlier calls. */
  allowListing(fn: NodeFunction): void {
    this.allow(fn, 'Query');
  }

  /** Opening and drafting; a form that is sent changes its row in the same transaction. */
  allowKeeping(fn: NodeFunction): void {
    this.allowReading(fn);
    this.allow(fn, 'PutItem', 'UpdateItem');
    this.#subscribers.allow(fn, 'UpdateItem');
  }
}
