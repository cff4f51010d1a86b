import type { AttributeValue } from 'aws-lambda';
import { storedAttempt } from '../adapters/dynamodb/attempts/attempt-item.ts';
import type { Item } from '../adapters/dynamodb/client/attribute-value.ts';
import { storedRow } from '../adapters/dynamodb/rows/stored-row.ts';
import type { Attempt } from '../domain/attempt/attempt.ts';
import type { StoredRow } from '../ports/rows/rows.ts';

export { decodeDialMessage as readMessage } from '../adapters/sqs/dial-message-body.ts';

/** Lambda's typing of an image and the SDK's differ in the letter, not in what they hold. */
export function readRow(image: Record<string, AttributeValue>): StoredRow {
  return storedRow(image as Item);
}

export function readAttempt(image: Record<string, AttributeValue>): Attempt {
  return storedAttempt(image as Item);
}
