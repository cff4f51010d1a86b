import {
  type DynamoDBClient,
  TransactionCanceledException,
  TransactionConflictException,
} from '@aws-sdk/client-dynamodb';
import { dynamoClient } from '../../../lambdas/adapters/dynamodb/client/dynamo-client.ts';

/** What becomes of a write instead of a plain answer. */
export type Fault = (send: () => Promise<unknown>) => Promise<never>;

export const answerLost: Fault = async (send) => {
  await send();
  throw new Error('socket hang up');
};

export const requestLost: Fault = async () => {
  throw new Error('connect ECONNREFUSED');
};

export function cancelled(...codes: string[]): Fault {
  return async () => {
    throw new TransactionCanceledException({
      message: 'Transaction cancelled',
      $metadata: { httpStatusCode: 400 },
      CancellationReasons: codes.map((Code) => ({ Code })),
    });
  };
}

export const conflict: Fault = async () => {
  const message = 'Transaction is ongoing for the item';
  throw new TransactionConflictException({ message, $metadata: { httpStatusCode: 400 } });
};

const writes = /^(TransactWriteItems|UpdateItem|PutItem)Command$/;

/** A client of the same database whose first writes meet the faults, after all tries of the SDK. */
export function faultyClient(
  sound: DynamoDBClient,
  faults: Fault[],
): { client: DynamoDBClient; tokens: unknown[] } {
  const { endpoint, region, credentials } = sound.config;
  const client = dynamoClient({ endpoint, region, credentials } as object);
  const tokens: unknown[] = [];
  client.middlewareStack.add(
    (next, context) => async (request) => {
      if (!writes.test(context.commandName ?? '')) return next(request);
      const { ClientRequestToken } = request.input as { ClientRequestToken?: string };
      tokens.push(ClientRequestToken);
      const fault = faults.shift();
      return fault === undefined ? next(request) : fault(() => next(request));
    },
    { step: 'initialize', name: 'faults' },
  );
  return { client, tokens };
}
