/** Prints the new rows that it sees; a row with an objection makes it fail, again and again. */
import type { DynamoDBStreamEvent } from 'aws-lambda';

export async function handler({ Records }: DynamoDBStreamEvent) {
  for (const { dynamodb, eventName } of Records) {
    console.log(JSON.stringify({ audited: dynamodb?.Keys?.Id?.N, eventName }));
    if (dynamodb?.NewImage?.objection) throw new Error('objection');
  }
}
