import { randomUUID } from 'node:crypto';
import {
  type CancellationReason,
  type DynamoDBClient,
  TransactionCanceledException,
  type TransactWriteItem,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';
import type { Item } from './attribute-value.ts';
import { mostTries, pauseAfter } from './retry-conflicts.ts';

/** The writes of a transaction, by the part that each plays. */
export type Parts<Part extends string> = Partial<Record<Part, TransactWriteItem>>;

export type Transacted<Part extends string> = { kind: 'done' } | Refused<Part>;

export interface Refused<Part extends string> {
  kind: 'refused';
  /** The parts whose conditions failed, with the item found there if the part asks for it. */
  by: ReadonlyMap<Part, Item | undefined>;
  /** An earlier try had no answer: what refuses may be this very transaction, done before. */
  mayBeDone: boolean;
}

export function without<Part extends string>(
  parts: Parts<Part>,
  names: Iterable<Part>,
): Parts<Part> {
  const rest = { ...parts };
  for (const name of names) delete rest[name];
  return rest;
}

/**
 * Writes all parts or none. What met another transaction or a limit is tried again, each time with
 * a token of its own: DynamoDB answers a token that it knows with success, to the loser too.
 */
export async function transact<Part extends string>(
  client: DynamoDBClient,
  parts: Parts<Part>,
): Promise<Transacted<Part>> {
  const names = Object.keys(parts) as Part[];
  const TransactItems = names.map((name) => parts[name] as TransactWriteItem);
  for (let tries = 1, mayBeDone = false; ; tries++) {
    try {
      const ClientRequestToken = randomUUID();
      await client.send(new TransactWriteItemsCommand({ TransactItems, ClientRequestToken }));
      return { kind: 'done' };
    } catch (error) {
      const by = refusals(error, names);
      if (by.size > 0) return { kind: 'refused', by, mayBeDone };
      const unclear = isUnclear(error);
      if (tries === mostTries || (unclear ? mayBeDone : !isPassing(error))) throw error;
      mayBeDone ||= unclear;
    }
    await pauseAfter(tries);
  }
}

function refusals<Part>(error: unknown, names: readonly Part[]): Map<Part, Item | undefined> {
  const by = new Map<Part, Item | undefined>();
  reasonsOf(error).forEach(({ Code, Item }, index) => {
    if (Code === 'ConditionalCheckFailed') by.set(names[index] as Part, Item);
  });
  return by;
}

function reasonsOf(error: unknown): CancellationReason[] {
  return error instanceof TransactionCanceledException ? (error.CancellationReasons ?? []) : [];
}

/** https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html */
const passing = new Set([
  'None',
  'TransactionConflict',
  'ProvisionedThroughputExceeded',
  'ThrottlingError',
]);

const passingErrors = new Set([
  'TransactionConflictException',
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'ThrottlingException',
]);

function isPassing(error: unknown): boolean {
  const reasons = reasonsOf(error);
  if (reasons.length > 0) return reasons.every(({ Code }) => passing.has(Code ?? 'None'));
  return error instanceof Error && passingErrors.has(error.name);
}

/** No answer, or one that does not say what became of the request: repeated once. */
function isUnclear(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { $metadata } = error as Error & { $metadata?: { httpStatusCode?: number } };
  const status = $metadata?.httpStatusCode;
  return status === undefined || status >= 500 || error.name === 'TransactionInProgressException';
}
