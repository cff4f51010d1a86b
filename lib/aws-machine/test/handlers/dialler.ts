/** Prints every queue message that it sees; refuses those that say poison. */
import type { SQSEvent } from 'aws-lambda';

export async function handler({ Records }: SQSEvent) {
  const batchItemFailures: { itemIdentifier: string }[] = [];
  for (const { body, messageId, attributes, messageAttributes, eventSourceARN } of Records) {
    const tries = attributes.ApproximateReceiveCount;
    console.log(JSON.stringify({ dialled: body, tries, messageAttributes, eventSourceARN }));
    if (body === 'poison') batchItemFailures.push({ itemIdentifier: messageId });
  }
  return { batchItemFailures };
}
