import type { StreamMapping } from '../../src/event-sources/mapping-definitions.ts';
import type { StreamRecord } from '../../src/event-sources/stream-event.ts';

export const mapping: StreamMapping = {
  logicalId: 'Feed',
  functionName: 'Follower',
  functionArn: 'arn:aws:lambda:eu-central-1:111122223333:function:Follower',
  tableName: 'Rows',
  tableArn: 'arn:aws:dynamodb:eu-central-1:111122223333:table/Rows',
  streamArn: 'arn:aws:dynamodb:eu-central-1:111122223333:table/Rows/stream/local',
  startingPosition: 'TRIM_HORIZON',
  batchSize: 10,
  batchingWindowSeconds: 0,
  parallelizationFactor: 1,
  reportsItemFailures: false,
  filters: [],
  maximumRetryAttempts: 0,
  maximumRecordAgeSeconds: Number.POSITIVE_INFINITY,
  bisectsBatchOnError: false,
  onFailureArn: 'arn:aws:sqs:eu-central-1:111122223333:DeadLetters',
};

export function record(number: number, createdAt = Date.now() / 1000): StreamRecord {
  return {
    eventID: String(number),
    eventName: 'INSERT',
    dynamodb: {
      ApproximateCreationDateTime: createdAt,
      Keys: { Id: { N: String(number) } },
      SequenceNumber: String(number),
      StreamViewType: 'NEW_AND_OLD_IMAGES',
    },
  };
}
