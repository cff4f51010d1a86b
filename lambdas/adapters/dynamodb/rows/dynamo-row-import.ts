import { type DynamoDBClient, GetItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { isInService, type RowKey, Status } from '../../../domain/row/row.ts';
import type { IncomingLine, LineResult, RowImport } from '../../../ports/rows/row-import.ts';
import { type Item, toAttribute } from '../client/attribute-value.ts';
import { all, Expression } from '../client/expression.ts';
import { unlessRefused } from '../client/retry-conflicts.ts';
import type { TableNames } from '../client/table-names.ts';
import { transact } from '../client/transaction.ts';
import { DynamoRowIds } from './dynamo-row-ids.ts';
import { rowItemKey, storedRow } from './stored-row.ts';

/**
 * A row keeps the hash of the line that wrote it last (`_imported`). A line without an Id cannot be
 * found by its row, so the directory keeps a receipt for it, written in one transaction with the row.
 */
export class DynamoRowImport implements RowImport {
  readonly #client: DynamoDBClient;
  readonly #tables: Pick<TableNames, 'subscribers' | 'directory'>;
  readonly #Ids: DynamoRowIds;

  constructor(client: DynamoDBClient, tables: Pick<TableNames, 'subscribers' | 'directory'>) {
    this.#client = client;
    this.#tables = tables;
    this.#Ids = new DynamoRowIds(client, tables);
  }

  async write(line: IncomingLine): Promise<LineResult> {
    const { task, Id } = line;
    try {
      return await (Id === undefined ? this.#insert(line) : this.#put({ task, Id }, line));
    } catch (error) {
      const unstorable = whyUnstorable(error);
      if (unstorable === undefined) throw error;
      return { unstorable };
    }
  }

  async rehearse(line: IncomingLine): Promise<LineResult> {
    const { task, Id } = line;
    if (Id === undefined) return (await this.#hasReceipt(line)) ? 'unchanged' : 'imported';
    const found = await this.#get(this.#tables.subscribers, rowItemKey({ task, Id }));
    return found === undefined ? 'imported' : reception(found, line);
  }

  async raiseIds(task: string, highest: number): Promise<void> {
    await this.#Ids.raise(task, highest);
  }

  async #put(key: RowKey, line: IncomingLine): Promise<LineResult> {
    const expression = new Expression();
    const update = new UpdateItemCommand({
      TableName: this.#tables.subscribers,
      Key: rowItemKey(key),
      UpdateExpression: setLine(line, expression),
      ConditionExpression: mayTake(line, expression),
      ...expression.placeholders(),
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
    });
    const result = await unlessRefused(() => this.#client.send(update));
    return 'done' in result ? 'imported' : reception(result.refused.Item ?? {}, line);
  }

  /** Ids that outside software took without asking are passed over. */
  async #insert(line: IncomingLine): Promise<LineResult> {
    if (await this.#hasReceipt(line)) return 'unchanged';
    for (;;) {
      const Id = await this.#Ids.next(line.task);
      const result = await this.#create({ task: line.task, Id }, line);
      if (result !== 'Id-taken') return result;
      await this.#Ids.catchUp(line.task);
    }
  }

  async #create(key: RowKey, line: IncomingLine): Promise<'imported' | 'unchanged' | 'Id-taken'> {
    const row = Object.entries({ ...line.columns, ...key, _imported: line.hash });
    const item = Object.fromEntries(row.map(([name, value]) => [name, toAttribute(value)]));
    const receipt = { ...receiptKey(line), row: toAttribute(key.Id) };
    const { subscribers, directory } = this.#tables;
    const result = await transact(this.#client, {
      row: putNew(subscribers, item, 'Id'),
      receipt: putNew(directory, receipt, 'id'),
    });
    if (result.kind === 'done') return 'imported';
    if (!result.by.has('receipt')) return 'Id-taken';
    return result.mayBeDone ? 'imported' : 'unchanged';
  }

  async #hasReceipt(line: IncomingLine): Promise<boolean> {
    return (await this.#get(this.#tables.directory, receiptKey(line))) !== undefined;
  }

  async #get(TableName: string, Key: Item): Promise<Item | undefined> {
    const get = new GetItemCommand({ TableName, Key, ConsistentRead: true });
    return (await this.#client.send(get)).Item;
  }
}

function receiptKey({ task, hash, occurrence }: IncomingLine): Item {
  return { kind: { S: `import#${task}` }, id: { S: `${hash}#${occurrence}` } };
}

function putNew(TableName: string, Item: Item, keyName: string) {
  return { Put: { TableName, Item, ConditionExpression: `attribute_not_exists(${keyName})` } };
}

function setLine({ columns, emptied, hash }: IncomingLine, expression: Expression): string {
  const set = Object.entries({ ...columns, _imported: hash });
  const assignments = set.map(([name, value]) => expression.equal(name, value));
  const removals = emptied.map((name) => expression.name(name));
  const remove = removals.length > 0 ? ` REMOVE ${removals.join(', ')}` : '';
  return `SET ${assignments.join(', ')}${remove}`;
}

/** What is live is known by the locks, but a row at 11 is not to be replaced by our own hand. */
function mayTake({ hash }: IncomingLine, expression: Expression): string {
  const imported = expression.name('_imported');
  const status = expression.name('status');
  const isNew = `(${expression.absent('_imported')} OR ${imported} <> ${expression.value(hash)})`;
  const served = [Status.inService, String(Status.inService)].map(
    (it) => `${status} <> ${expression.value(it)}`,
  );
  return all(isNew, `(${expression.absent('status')} OR (${all(...served)}))`);
}

/** What repeating does not mend: the request itself is not one that the table can take. */
function whyUnstorable(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const { message } = error;
  const isInvalid = error.name === 'ValidationException' || /\bValidationError\b/.test(message);
  return isInvalid || message.startsWith('Unsupported type passed') ? message : undefined;
}

/** Of a row that is there: why the line is not taken, or that it would be. */
function reception(item: Item, { hash }: IncomingLine): LineResult {
  const { columns } = storedRow(item);
  if (columns._imported === hash) return 'unchanged';
  return isInService({ columns }) ? 'in-service' : 'imported';
}
