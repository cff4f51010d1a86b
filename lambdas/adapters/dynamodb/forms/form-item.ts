import type { Put, Update } from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import { type AttemptId, parseAttemptId } from '../../../domain/attempt/attempt.ts';
import type { Form, SentForm } from '../../../domain/form/form.ts';
import { rowId } from '../../../domain/row/row.ts';
import type { Draft } from '../../../ports/records/forms.ts';
import type { Item } from '../client/attribute-value.ts';
import { all, Expression } from '../client/expression.ts';
import { ttlAfter } from '../client/time-to-live.ts';

/** The same key as the attempt's, in a table of its own. */
export function formKey(attempt: AttemptId): Item {
  const parts = parseAttemptId(attempt);
  if (parts === undefined) throw new Error('a form is kept under the id of its attempt');
  return { row: { S: rowId(parts.row) }, suffix: { S: parts.suffix } };
}

export function storedForm(item: Item): Form {
  const { row, suffix, run, expiresAt: _, ...form } = unmarshall(item);
  const attempt = `${row}.${suffix}` as AttemptId;
  return { ...(form as Omit<Form, 'attempt' | 'run'>), attempt, run: JSON.parse(run) };
}

export function newForm(
  { forms: TableName, keepFormsDays }: { forms: string; keepFormsDays?: number | undefined },
  { attempt, run, ...form }: Form,
): Put {
  const expression = new Expression();
  const expiresAt = ttlAfter(form.openedAt, keepFormsDays);
  return {
    TableName,
    Item: {
      ...formKey(attempt),
      ...marshall(
        { ...form, run: JSON.stringify(run), expiresAt },
        { removeUndefinedValues: true },
      ),
    },
    ConditionExpression: expression.absent('suffix'),
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
    ...expression.placeholders(),
  };
}

export function draftUpdate(TableName: string, { attempt, revision, run, at }: Draft): Update {
  const expression = new Expression();
  const set = { run: JSON.stringify(run), draftAt: at, revision: revision + 1 };
  return {
    TableName,
    Key: formKey(attempt),
    UpdateExpression: assignments(set, expression),
    ConditionExpression: all(expression.equal('revision', revision), expression.absent('sentAt')),
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
    ...expression.placeholders(),
  };
}

/** @param corrects the revision that was sent before; undefined where none was */
export function sentUpdate(TableName: string, form: SentForm, corrects?: number): Update {
  const { attempt, run, by, sentAt, answers, promisedFor, former } = form;
  const expression = new Expression();
  const set = { run: JSON.stringify(run), by, sentAt, answers, promisedFor, former };
  const revision = expression.name('revision');
  const removed = corrects !== undefined && promisedFor === undefined;
  const isUnsent =
    corrects === undefined ? expression.absent('sentAt') : expression.equal('revision', corrects);
  return {
    TableName,
    Key: formKey(attempt),
    UpdateExpression: `${assignments(set, expression)}, ${revision} = ${revision} + ${expression.value(1)}${removed ? ` REMOVE ${expression.name('promisedFor')}` : ''}`,
    ConditionExpression: all(expression.present('suffix'), isUnsent),
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
    ...expression.placeholders(),
  };
}

function assignments(set: Record<string, unknown>, expression: Expression): string {
  const given = Object.entries(set).filter(([, value]) => value !== undefined);
  const parts = given.map(
    ([name, value]) => `${expression.name(name)} = ${expression.value(value)}`,
  );
  return `SET ${parts.join(', ')}`;
}
