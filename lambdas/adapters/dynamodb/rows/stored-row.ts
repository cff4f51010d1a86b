import type { AttributeValue, ConditionCheck, Update } from '@aws-sdk/client-dynamodb';
import type { Attempt } from '../../../domain/attempt/attempt.ts';
import {
  type ColumnChange,
  columnChange,
  type RowChange,
  readOwn,
} from '../../../domain/order/row-change.ts';
import { type RowKey, Status } from '../../../domain/row/row.ts';
import { readRowId } from '../../../domain/row/row-id.ts';
import {
  decidingColumns,
  type ExactKey,
  type Seen,
  type StoredRow,
} from '../../../ports/rows/rows.ts';
import type { Item } from '../client/attribute-value.ts';
import { fromItem } from '../client/attribute-value.ts';
import { all, Expression } from '../client/expression.ts';

/**
 * A row from an item of the table, or from an image of its stream. Reads whatever others wrote: an Id
 * that no row may have is NaN in the key, and stands in the columns as it was written.
 */
export function storedRow(image: Item): StoredRow {
  const columns = fromItem(image, readNumber);
  const key = { task: String(columns.task), Id: readRowId(String(image.Id?.N)) ?? Number.NaN };
  return { key, columns, own: readOwn(columns), seen: seenOf(image) };
}

/** Numbers that JavaScript would round stay texts: other software keeps long ids in its columns. */
function readNumber(text: string): number | string {
  const number = Number(text);
  const isWhole = Number.isSafeInteger(number) && String(number) === text;
  const isExact = isWhole || text.replace(/\D/g, '').length <= 15;
  return isExact ? number : text;
}

/** The key is kept as stored, too: a foreign `Id` may be one that JavaScript would round. */
type SeenItem = Item & { task: AttributeValue; Id: AttributeValue };

function seenOf(image: Item): Seen {
  const names = ['task', 'Id', ...decidingColumns].filter((name) => name in image);
  return Object.fromEntries(names.map((name) => [name, image[name]])) as unknown as Seen;
}

export function rowItemKey({ task, Id }: RowKey | ExactKey): Item {
  return { task: { S: task }, Id: { N: String(Id) } };
}

/** Passes if the row still holds what was seen. */
export function checkUnchanged(TableName: string, row: StoredRow): ConditionCheck {
  const expression = new Expression();
  const ConditionExpression = unchanged(row, expression);
  return { TableName, Key: seenKey(row), ConditionExpression, ...expression.placeholders() };
}

export function updateIfUnchanged(TableName: string, row: StoredRow, change: RowChange): Update {
  return editIfUnchanged(TableName, row, columnChange(change));
}

export function editIfUnchanged(TableName: string, row: StoredRow, change: ColumnChange): Update {
  const expression = new Expression();
  return {
    TableName,
    Key: seenKey(row),
    UpdateExpression: writeColumns(change, expression),
    ConditionExpression: unchanged(row, expression),
    ...expression.placeholders(),
  };
}

/** Changes the row only while it is in service with the attempt. */
export function updateIfServed(TableName: string, attempt: Attempt, change: RowChange): Update {
  const expression = new Expression();
  const { inService } = Status;
  const either = [inService, String(inService)].map((it) => expression.value(it)).join(', ');
  return {
    TableName,
    Key: rowItemKey(attempt.row),
    UpdateExpression: writeColumns(columnChange(change), expression),
    ConditionExpression: all(
      `${expression.name('status')} IN (${either})`,
      expression.equal('_attempt', attempt.id),
    ),
    ...expression.placeholders(),
  };
}

function seenKey({ seen }: StoredRow): Item {
  const { task, Id } = seen as unknown as SeenItem;
  return { task, Id };
}

function unchanged({ seen }: StoredRow, expression: Expression): string {
  const item: Item = seen as unknown as SeenItem;
  const conditions = decidingColumns.map((name) => {
    const value = item[name];
    if (value === undefined) return expression.absent(name);
    return `${expression.name(name)} = ${expression.stored(value)}`;
  });
  return all(expression.present('Id'), ...conditions);
}

function writeColumns({ set, remove }: ColumnChange, expression: Expression): string {
  const assignments = Object.entries(set).map(
    ([name, value]) => `${expression.name(name)} = ${expression.value(value)}`,
  );
  const removals = remove.map((name) => expression.name(name));
  const clauses = [];
  if (assignments.length > 0) clauses.push(`SET ${assignments.join(', ')}`);
  if (removals.length > 0) clauses.push(`REMOVE ${removals.join(', ')}`);
  return clauses.join(' ');
}
