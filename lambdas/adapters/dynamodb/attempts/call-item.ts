import type { Put } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { type Attempt, type AttemptId, parseAttemptId } from '../../../domain/attempt/attempt.ts';
import { hour } from '../../../domain/basics/instant.ts';
import type { CallIn } from '../../../ports/calls/attempts.ts';
import type { Item } from '../client/attribute-value.ts';
import { Expression } from '../client/expression.ts';
import { toTtl } from '../client/time-to-live.ts';

/** Twilio ends a call after 24 hours; its last callbacks come soon after. */
const longestCall = 25 * hour;

export function callKey(sid: string): Item {
  return { key: { S: `call:${sid}` } };
}

/**
 * Makes a call lead to the attempt, if it leads nowhere or to the one before. Not under the name
 * `attempt`: that would make it a lock.
 */
export function leadTo(TableName: string, { sid, after }: CallIn, attempt: Attempt): Put {
  const expression = new Expression();
  const expiresAt = toTtl(attempt.claimedAt + longestCall);
  return {
    TableName,
    Item: { ...callKey(sid), ...marshall({ servedBy: attempt.id, expiresAt }) },
    ConditionExpression:
      after === undefined ? expression.absent('key') : expression.equal('servedBy', after),
    ...expression.placeholders(),
  };
}

export function attemptOfItem({ servedBy }: Item): AttemptId | undefined {
  return parseAttemptId(servedBy?.S ?? '')?.id;
}
