import { setTimeout as pause } from 'node:timers/promises';
import type { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';

/** With the pauses below, about a second of bad luck in a row. */
export const mostTries = 8;

/** A random pause, longer from try to try: losers of a race shall not meet again. */
export function pauseAfter(tries: number): Promise<void> {
  return pause(Math.random() * Math.min(10 * 2 ** tries, 400));
}

/** Sends again what met a running transaction; the SDK does not. */
export async function retryConflicts<Answer>(send: () => Promise<Answer>): Promise<Answer> {
  for (let tries = 1; ; tries++) {
    try {
      return await send();
    } catch (error) {
      if (tries === mostTries || !isNamed(error, 'TransactionConflictException')) throw error;
    }
    await pauseAfter(tries);
  }
}

/** A refused condition becomes a value; anything else is an outage. */
export async function unlessRefused<Answer>(
  send: () => Promise<Answer>,
): Promise<{ done: Answer } | { refused: ConditionalCheckFailedException }> {
  try {
    return { done: await retryConflicts(send) };
  } catch (error) {
    if (isNamed(error, 'ConditionalCheckFailedException')) {
      return { refused: error as ConditionalCheckFailedException };
    }
    throw error;
  }
}

function isNamed(error: unknown, name: string): boolean {
  return error instanceof Error && error.name === name;
}
