import type { AttributeValue, DynamoDBRecord } from 'aws-lambda';

/** A record as the Streams API gives it. */
export interface StreamRecord {
  eventID: string;
  eventName: 'INSERT' | 'MODIFY' | 'REMOVE';
  userIdentity?: unknown;
  dynamodb: {
    /** Seconds since 1970, perhaps with a fraction. */
    ApproximateCreationDateTime: number;
    Keys: Record<string, AttributeValue>;
    NewImage?: Record<string, AttributeValue>;
    OldImage?: Record<string, AttributeValue>;
    SequenceNumber: string;
    SizeBytes?: number;
    StreamViewType: 'KEYS_ONLY' | 'NEW_IMAGE' | 'OLD_IMAGE' | 'NEW_AND_OLD_IMAGES';
  };
}

/** The record that Lambda hands to a function; its time is in whole seconds, as there. */
export function lambdaRecord(
  record: StreamRecord,
  source: { region: string; streamArn: string },
): DynamoDBRecord {
  const { eventID, eventName, userIdentity, dynamodb } = record;
  return {
    eventID,
    eventName,
    eventVersion: '1.1',
    eventSource: 'aws:dynamodb',
    awsRegion: source.region,
    dynamodb: {
      ...dynamodb,
      ApproximateCreationDateTime: Math.floor(dynamodb.ApproximateCreationDateTime),
    },
    ...(userIdentity ? { userIdentity } : {}),
    eventSourceARN: source.streamArn,
  };
}
