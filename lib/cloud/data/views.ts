import { StreamViewType } from 'aws-cdk-lib/aws-dynamodb';
import type { Construct } from 'constructs';
import type { NodeFunction } from '../base/node-function.ts';
import type { Subscribers } from './subscribers.ts';
import { Table, text } from './table.ts';

export interface ViewsProps {
  subscribers: Subscribers;
  /** Of stories and figures. */
  keepDays: number;
  /** Whether others are told of what is written. */
  isFollowed: boolean;
}

/**
 * What desks look things up in. It follows the streams of rows and attempts. Lost, what rows are
 * found by is listed anew by the patrol; their stories and the figures begin with the table.
 */
export class Views extends Table {
  readonly #subscribers: Subscribers;

  constructor(scope: Construct, id: string, { subscribers, keepDays, isFollowed }: ViewsProps) {
    super(scope, id, {
      variable: 'VIEWS_TABLE',
      partitionKey: text('view'),
      sortKey: text('key'),
      content: 'passing',
      timeToLiveAttribute: 'expiresAt',
      ...(isFollowed && { stream: StreamViewType.NEW_IMAGE }),
      kept: { variable: 'KEEP_STORIES_DAYS', days: keepDays },
    });
    this.#subscribers = subscribers;
  }

  /** All promised calls of a task come from the subscriber table's own index. */
  allowLooking(fn: NodeFunction): void {
    this.allow(fn, 'Query');
    this.#subscribers.allowFindingDue(fn);
    this.#subscribers.allowReadingMany(fn);
  }

  /** Those of single operators; all of a task are in the subscriber table's index. */
  allowFindingPromises(fn: NodeFunction): void {
    this.allow(fn, 'Query');
  }

  allowFindingNumbers(fn: NodeFunction): void {
    this.allow(fn, 'Query');
  }

  allowKeeping(fn: NodeFunction): void {
    this.allow(fn, 'BatchWriteItem', 'PutItem');
    this.#subscribers.tell(fn);
  }

  /** Sums of days that are over. */
  allowKeepingDays(fn: NodeFunction): void {
    this.allow(fn, 'PutItem');
  }

  /** That something was told long after its day: it is counted anew. */
  allowNotingLateChanges(fn: NodeFunction): void {
    this.allow(fn, 'UpdateItem');
  }

  /** When recordings are to be deleted stands here too: one entry for each, which goes with it. */
  allowKeepingRecordings(fn: NodeFunction): void {
    this.allow(fn, 'PutItem');
  }

  allowFindingRecordings(fn: NodeFunction): void {
    this.allow(fn, 'Query');
  }

  allowForgettingRecordings(fn: NodeFunction): void {
    this.allow(fn, 'PutItem', 'Query', 'DeleteItem');
  }

  /** Since when an operator is away, or not: what was kept is found by who may look. */
  allowKeepingStates(fn: NodeFunction): void {
    this.allow(fn, 'PutItem');
  }

  /** What happened to a row. */
  allowErasing(fn: NodeFunction): void {
    this.allow(fn, 'BatchWriteItem', 'Query');
  }

  /** Which write of a row was followed last stands beside what is looked up: nothing sweeps this table. */
  allowNotingFollowed(fn: NodeFunction): void {
    this.allow(fn, 'PutItem', 'DeleteItem');
    this.#subscribers.tell(fn);
  }

  /** Lists rows that are older than the views, and remembers how far it came. */
  allowBuilding(fn: NodeFunction): void {
    this.allowKeeping(fn);
    this.allow(fn, 'GetItem');
  }
}
