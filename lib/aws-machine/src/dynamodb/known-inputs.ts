import { AwsError } from '../base/aws-error.ts';

type Input = Readonly<Record<string, unknown>>;

const names = ['TableName', 'ExpressionAttributeNames'];
const condition = [...names, 'ConditionExpression', 'ExpressionAttributeValues'];
const transacted = [...condition, 'ReturnValuesOnConditionCheckFailure'];
/** The parameters of before expressions, which other software may still write. */
const formerCondition = ['ConditionalOperator', 'Expected'];
const written = [
  ...transacted,
  ...formerCondition,
  'ReturnConsumedCapacity',
  'ReturnItemCollectionMetrics',
  'ReturnValues',
];
const projected = [...names, 'ProjectionExpression', 'AttributesToGet'];
const read = [...projected, 'ConsistentRead', 'ReturnConsumedCapacity'];
const listed = [
  ...read,
  'ConditionalOperator',
  'ExclusiveStartKey',
  'ExpressionAttributeValues',
  'FilterExpression',
  'IndexName',
  'Limit',
  'Select',
];
const batched = ['RequestItems', 'ReturnConsumedCapacity', 'ReturnItemCollectionMetrics'];

/** What dynoxide 1.2.1 does as it is told, by operation. */
const played: Readonly<Record<string, readonly string[]>> = {
  GetItem: [...read, 'Key'],
  PutItem: [...written, 'Item'],
  UpdateItem: [...written, 'Key', 'UpdateExpression', 'AttributeUpdates'],
  DeleteItem: [...written, 'Key'],
  Query: [...listed, 'KeyConditionExpression', 'KeyConditions', 'QueryFilter', 'ScanIndexForward'],
  Scan: [...listed, 'ScanFilter', 'Segment', 'TotalSegments'],
  BatchGetItem: batched,
  BatchWriteItem: batched,
  TransactGetItems: ['TransactItems', 'ReturnConsumedCapacity'],
  TransactWriteItems: [
    'ClientRequestToken',
    'ReturnConsumedCapacity',
    'ReturnItemCollectionMetrics',
    'TransactItems',
  ],
};

/** The same, of the parts of a transaction. */
const playedActions: Readonly<Record<string, readonly string[]>> = {
  Get: [...names, 'ProjectionExpression', 'Key'],
  Put: [...transacted, 'Item'],
  Update: [...transacted, 'Key', 'UpdateExpression'],
  Delete: [...transacted, 'Key'],
  ConditionCheck: [...transacted, 'Key'],
};

/**
 * Refuses what a read or write says and nothing here listens to: it would be done otherwise in AWS.
 *
 * @throws AwsError
 */
export function assertKnownInputs(operation: string, input: Input): void {
  assertPlayed(operation, input, played[operation]);
  const { TransactItems } = input;
  if (!Array.isArray(TransactItems)) return;
  for (const item of TransactItems as Record<string, Input>[])
    for (const [action, of] of Object.entries(item))
      assertPlayed(`${operation}’s ${action}`, of, playedActions[action]);
}

function assertPlayed(what: string, input: Input, known: readonly string[] | undefined): void {
  const stranger = known && Object.keys(input).find((name) => !known.includes(name));
  if (stranger === undefined) return;
  throw new AwsError(
    'ValidationException',
    `The local cloud does not play ${stranger} of ${what}: see lib/aws-machine/src/dynamodb/known-inputs.ts`,
  );
}
