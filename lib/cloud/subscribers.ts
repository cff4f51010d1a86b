import { Duration } from 'aws-cdk-lib';
import { StreamViewType } from 'aws-cdk-lib/aws-dynamodb';
import { StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { DynamoEventSource, SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { NodeFunction } from './node-function.ts';
import { number, Table, text } from './table.ts';

const byDue = { indexName: 'byDue', partitionKey: text('task'), sortKey: text('_due_at') };

const byWaiting = {
  indexName: 'byWaiting',
  partitionKey: text('_waiting_for'),
  sortKey: text('_waiting_since'),
};

/**
 * A record that cannot be followed blocks its shard at most this long: a quarter of the default
 * grace (3,600 s), so that promises behind it are still kept. A shorter outage loses no record.
 */
const longestBlock = Duration.minutes(15);

/** The record's age decides: with Lambda's growing pauses this many tries take longer. */
const mostRetries = 1000;

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

  /** Hands every write to the function; what it could not follow is kept in a queue for a person. */
  feed(fn: NodeFunction): void {
    const unfollowed = new Queue(this, 'Unfollowed', {
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
    fn.addEventSource(
      new DynamoEventSource(this.source, {
        startingPosition: StartingPosition.TRIM_HORIZON,
        batchSize: 100,
        bisectBatchOnError: true,
        reportBatchItemFailures: true,
        retryAttempts: mostRetries,
        maxRecordAge: longestBlock,
        onFailure: new SqsDlq(unfollowed),
      }),
    );
  }

  allowReading(fn: NodeFunction): void {
    this.allow(fn, 'GetItem');
  }

  allowChanging(fn: NodeFunction): void {
    this.allow(fn, 'UpdateItem');
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
