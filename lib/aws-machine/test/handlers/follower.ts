/** Prints every stream record that it sees; refuses poison, and hangs where the row says so. */
import type { DynamoDBStreamEvent } from 'aws-lambda';

export async function handler({ Records }: DynamoDBStreamEvent) {
  const batchItemFailures: { itemIdentifier: string }[] = [];
  for (const { dynamodb, eventName } of Records) {
    const isPoison = dynamodb?.NewImage?.poison !== undefined;
    const Id = dynamodb?.Keys?.Id?.N;
    const isWhole = Number.isInteger(dynamodb?.ApproximateCreationDateTime);
    const value = dynamodb?.NewImage?.value?.N;
    console.log(
      JSON.stringify({ seen: Id, eventName, value, isPoison, isWhole, size: Records.length }),
    );
    if (dynamodb?.NewImage?.hang) await new Promise(() => undefined);
    if (isPoison) batchItemFailures.push({ itemIdentifier: dynamodb?.SequenceNumber ?? '' });
  }
  return { batchItemFailures };
}
