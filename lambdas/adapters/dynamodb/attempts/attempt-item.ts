import type { Update } from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import { type Attempt, type AttemptId, parseAttemptId } from '../../../domain/attempt/attempt.ts';
import type { Fact, FactKind } from '../../../domain/attempt/facts.ts';
import { presentFacts } from '../../../domain/attempt/former-names.ts';
import { byBeginning, type Recording } from '../../../domain/attempt/recording.ts';
import { type RowKey, rowId } from '../../../domain/row/row.ts';
import type { Item } from '../client/attribute-value.ts';
import { all, Expression } from '../client/expression.ts';
import { ttlAfter } from '../client/time-to-live.ts';

/** The key is the whole id, so the item stays small: every fact rewrites it and is paid by its size. */
export function attemptItem({ id, row: _, ...attempt }: Attempt, keepDays?: number): Item {
  const content = { ...attempt, expiresAt: ttlAfter(attempt.claimedAt, keepDays) };
  return { ...attemptKey(id), ...marshall(content, { removeUndefinedValues: true }) };
}

export function attemptKey(id: AttemptId): Item {
  const { row, suffix } = partsOf(id);
  return { row: { S: rowId(row) }, suffix: { S: suffix } };
}

export function storedAttempt(item: Item): Attempt {
  const { row: name, suffix, facts, expiresAt: _, ...others } = unmarshall(item);
  const { id, row } = partsOf(`${name}.${suffix}`);
  const { recordings, attempt } = withoutRecordings(others);
  return {
    ...(attempt as Omit<Attempt, 'id' | 'row'>),
    id,
    row,
    facts: presentFacts(facts),
    ...(recordings.length > 0 && { recordings }),
  };
}

const recordingPrefix = 'recording#';

/** The attribute that holds what is known of a recording. */
export function recordingName(sid: string): string {
  return `${recordingPrefix}${sid}`;
}

/** The first that was made stands first. */
function withoutRecordings(stored: Record<string, unknown>) {
  const entries = Object.entries(stored);
  const isRecording = ([name]: [string, unknown]) => name.startsWith(recordingPrefix);
  const recordings = entries.filter(isRecording).map(([, it]) => it as Recording);
  const attempt = Object.fromEntries(entries.filter((it) => !isRecording(it)));
  return { attempt, recordings: recordings.toSorted(byBeginning) };
}

function partsOf(id: string): { id: AttemptId; row: RowKey; suffix: string } {
  const parts = parseAttemptId(id);
  if (parts === undefined) throw new Error(`an attempt id is task.Id.suffix, got “${id}”`);
  return parts;
}

interface FactAddition {
  id: AttemptId;
  fact: Fact;
  /** Facts that must be there already. */
  needs?: readonly FactKind[];
  /** Facts that must not be. */
  unless?: readonly FactKind[];
  /** Facts that come along, unless they are there. */
  also?: readonly Fact[];
}

/** Adds a fact that is not there yet to an attempt that exists; a refusal brings the attempt along. */
export function factUpdate(TableName: string, addition: FactAddition): Update {
  const { id, fact, needs = [], unless = [], also = [] } = addition;
  const expression = new Expression();
  const assignments = [`${factName(fact, expression)} = ${factValue(fact, expression)}`];
  assignments.push(...also.map((it) => unlessThere(it, expression)));
  return {
    TableName,
    Key: attemptKey(id),
    UpdateExpression: `SET ${assignments.join(', ')}`,
    ConditionExpression: all(
      expression.present('suffix'),
      ...needs.map((kind) => expression.present('facts', kind)),
      ...[fact.kind, ...unless].map((kind) => expression.absent('facts', kind)),
    ),
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
    ...expression.placeholders(),
  };
}

/** Adds the facts that are not there yet; a refusal brings the attempt along. */
export function factsUpdate(
  TableName: string,
  { id, facts, unless }: { id: AttemptId; facts: readonly Fact[]; unless: readonly FactKind[] },
): Update {
  const expression = new Expression();
  const assignments = facts.map((fact) => unlessThere(fact, expression));
  return {
    TableName,
    Key: attemptKey(id),
    UpdateExpression: `SET ${assignments.join(', ')}`,
    ConditionExpression: all(
      expression.present('suffix'),
      ...unless.map((kind) => expression.absent('facts', kind)),
    ),
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
    ...expression.placeholders(),
  };
}

function unlessThere(fact: Fact, expression: Expression): string {
  const name = factName(fact, expression);
  return `${name} = if_not_exists(${name}, ${factValue(fact, expression)})`;
}

function factName({ kind }: Fact, expression: Expression): string {
  return expression.name('facts', kind);
}

function factValue({ kind: _, ...detail }: Fact, expression: Expression): string {
  return expression.value(detail);
}
