import type { Delete, Put, Update } from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import type { Attempt, AttemptId } from '../../../domain/attempt/attempt.ts';
import type { Lock, LockKey } from '../../../domain/attempt/lock.ts';
import { hour, type Instant } from '../../../domain/basics/instant.ts';
import type { Settlement } from '../../../ports/calls/attempts.ts';
import type { Item } from '../client/attribute-value.ts';
import { all, Expression } from '../client/expression.ts';
import { toTtl } from '../client/time-to-live.ts';

export function storedLock(item: Item): Lock {
  const { expiresAt: _, ...lock } = unmarshall(item);
  return lock as Lock;
}

export function lockKey(key: string): Item {
  return { key: { S: key } };
}

/** Takes a lock that is not there, or whose `freeAt` has passed. */
export function takeLock(TableName: string, key: LockKey, { id }: Attempt, at: Instant): Put {
  const expression = new Expression();
  const isFree = `${expression.name('freeAt')} <= ${expression.value(at)}`;
  return {
    TableName,
    Item: marshall({ key, attempt: id, takenAt: at } satisfies Lock),
    ConditionExpression: `${expression.absent('key')} OR ${isFree}`,
    ...expression.placeholders(),
  };
}

/** The same for an operator's: what it says of calls that they let ring stays. */
export function takeOperatorLock(
  TableName: string,
  key: LockKey,
  { id, at }: { id: AttemptId; at: Instant },
): Update {
  const expression = new Expression();
  const freeAt = expression.name('freeAt');
  const set = `${expression.equal('attempt', id)}, ${expression.equal('takenAt', at)}`;
  return {
    TableName,
    Key: lockKey(key),
    UpdateExpression: `SET ${set} REMOVE ${freeAt}, ${expression.name('expiresAt')}`,
    ConditionExpression: `${expression.absent('key')} OR ${freeAt} <= ${expression.value(at)}`,
    ...expression.placeholders(),
  };
}

/** Deletes the lock if it is the attempt's. */
export function dropLock(TableName: string, key: LockKey, attempt: AttemptId): Delete {
  const expression = new Expression();
  return {
    TableName,
    Key: lockKey(key),
    ConditionExpression: expression.equal('attempt', attempt),
    ...expression.placeholders(),
  };
}

/** An operator's last lock tells how long they have been idle; after a month that says nothing. */
const idleMemory = 30 * 24 * hour;

/** Says when the operator is free, if the lock is the attempt's and does not say it already. */
export function freeLock(
  TableName: string,
  { key, attempt }: Pick<Lock, 'key' | 'attempt'>,
  { freeAt, response }: { freeAt: Instant; response: Settlement['response'] | undefined },
): Update {
  const expression = new Expression();
  const free = `${expression.name('freeAt')} = ${expression.value(freeAt)}`;
  const expiry = `${expression.name('expiresAt')} = ${expression.value(toTtl(freeAt + idleMemory))}`;
  return {
    TableName,
    Key: lockKey(key),
    UpdateExpression: `SET ${free}, ${expiry}${countResponse(expression, response)}`,
    ConditionExpression: all(expression.equal('attempt', attempt), expression.absent('freeAt')),
    ...expression.placeholders(),
  };
}

function countResponse(
  expression: Expression,
  response: Settlement['response'] | undefined,
): string {
  if (response === 'answered') return ` REMOVE ${expression.name('missed')}`;
  return response === 'missed' ? ` ADD ${expression.name('missed')} ${expression.value(1)}` : '';
}
