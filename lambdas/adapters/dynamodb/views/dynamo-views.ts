import {
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  paginateQuery,
  QueryCommand,
} from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { RowKey } from '../../../domain/row/row.ts';
import { isRowId } from '../../../domain/row/row-id.ts';
import type { OutcomeRecord } from '../../../domain/views/outcome-record.ts';
import type { RowEvent } from '../../../domain/views/row-events.ts';
import type { UnkeptPromise } from '../../../domain/views/unkept-promise.ts';
import type {
  BuildProgress,
  ChangedPage,
  DateRange,
  KeptDay,
  PromisePage,
  Promises,
  RowViewChange,
  Views,
  Whose,
} from '../../../ports/records/views.ts';
import type { Item } from '../client/attribute-value.ts';
import { batchWrite } from '../client/batch-write.ts';
import { all, Expression } from '../client/expression.ts';
import { DynamoDays } from './dynamo-days.ts';
import { promisesOf, type ViewTables } from './dynamo-promises.ts';
import {
  changedItem,
  changedView,
  entryKey,
  eventItem,
  eventsView,
  idOf,
  lastFirst,
  numberView,
  outcomeItem,
  outcomesOfOperator,
  outcomeView,
  paddedId,
  progressItem,
  progressKey,
  storedEvent,
  storedOutcome,
  storedProgress,
  storedUnkept,
  unkeptItem,
  unkeptView,
  type ViewKey,
  wordView,
} from './view-item.ts';

/** A row that waits for an operator for long has one every few minutes: the newest tell enough. */
const mostEvents = 500;

/** Rows with one number, or with two words that begin the same: more than anybody looks through. */
const mostOfOneNumber = 100;

export class DynamoViews implements Views {
  readonly #client: DynamoDBClient;
  readonly #tables: ViewTables;
  readonly #days: DynamoDays;

  constructor(client: DynamoDBClient, tables: ViewTables) {
    this.#client = client;
    this.#tables = tables;
    this.#days = new DynamoDays(client, tables.views);
  }

  byWord(task: string, beginning: string, limit: number): Promise<RowKey[]> {
    return this.#beginning(task, { view: wordView(task, beginning), key: beginning }, limit);
  }

  byNumber(task: string, e164: string): Promise<RowKey[]> {
    const digits = lastFirst(e164);
    const key = { view: numberView(task, digits), key: `${digits} ` };
    return this.#beginning(task, key, mostOfOneNumber);
  }

  byLastDigits(task: string, given: string, limit: number): Promise<RowKey[]> {
    const digits = lastFirst(given);
    return this.#beginning(task, { view: numberView(task, digits), key: digits }, limit);
  }

  promisedFor(task: string, whose: Whose, page: PromisePage): Promise<Promises> {
    return promisesOf({ client: this.#client, tables: this.#tables }, { task, whose, page });
  }

  fresh(task: string, after: number | undefined, limit: number): Promise<RowKey[]> {
    return this.#above(task, { view: `fresh#${task}`, key: paddedId(after ?? 0) }, limit);
  }

  problems(task: string, after: number | undefined, limit: number): Promise<RowKey[]> {
    return this.#above(task, { view: `problem#${task}`, key: paddedId(after ?? 0) }, limit);
  }

  async changed(
    task: string,
    { day, since, after = 0, limit }: ChangedPage,
  ): Promise<{ rows: RowKey[]; next?: number }> {
    const expression = new Expression();
    const isAbove = `${expression.name('key')} > ${expression.value(paddedId(after))}`;
    const query = new QueryCommand({
      TableName: this.#tables.views,
      KeyConditionExpression: all(expression.equal('view', changedView(task, day)), isAbove),
      FilterExpression: `${expression.name('changedAt')} >= ${expression.value(since)}`,
      ...expression.placeholders(),
      Limit: limit,
    });
    const { Items = [], LastEvaluatedKey } = await this.#client.send(query);
    const last = LastEvaluatedKey && idOf(unmarshall(LastEvaluatedKey) as ViewKey);
    return { rows: rowsOf(task, Items), ...(last !== undefined && { next: last }) };
  }

  async events(row: RowKey): Promise<RowEvent[]> {
    const expression = new Expression();
    const items = await this.#query(expression, expression.equal('view', eventsView(row)), {
      ScanIndexForward: false,
      Limit: mostEvents,
    });
    return items.map(storedEvent).reverse();
  }

  async outcomes(
    task: string,
    days: readonly string[],
    operator?: string,
  ): Promise<OutcomeRecord[]> {
    const begin = operator === undefined ? '' : outcomesOfOperator(operator);
    const views = days.map((day) => ({ view: outcomeView(task, day), key: begin }));
    return (await this.#allOf(views)).map(storedOutcome);
  }

  async unkept(task: string, days: readonly string[]): Promise<UnkeptPromise[]> {
    const views = days.map((day) => ({ view: unkeptView(task, day), key: '' }));
    return (await this.#allOf(views)).map(storedUnkept);
  }

  async #allOf(views: readonly ViewKey[]): Promise<Item[]> {
    return (await Promise.all(views.map((view) => this.#wholeOf(view)))).flat();
  }

  async #wholeOf({ view, key }: ViewKey): Promise<Item[]> {
    const expression = new Expression();
    const isOfDay = expression.equal('view', view);
    const query = {
      TableName: this.#tables.views,
      KeyConditionExpression:
        key === '' ? isOfDay : all(isOfDay, expression.beginsWith('key', key)),
      ConsistentRead: true,
      ...expression.placeholders(),
    };
    const found: Item[] = [];
    for await (const { Items = [] } of paginateQuery({ client: this.#client }, query)) {
      found.push(...Items);
    }
    return found;
  }

  daySums(task: string, timeZone: string, dates: DateRange): Promise<KeptDay[]> {
    return this.#days.kept(task, timeZone, dates);
  }

  keepDaySums(task: string, timeZone: string, day: KeptDay): Promise<void> {
    return this.#days.keep(task, timeZone, day);
  }

  lateChanges(task: string, dates: DateRange): Promise<Map<string, number>> {
    return this.#days.lateChanges(task, dates);
  }

  noteLateChange(task: string, date: string): Promise<void> {
    return this.#days.noteLateChange(task, date);
  }

  async follow({ row, changedAt, put, remove, events, unkept }: RowViewChange): Promise<void> {
    const puts = [
      ...put.map((entry) => keyItem(entryKey(row, entry))),
      ...(changedAt === undefined ? [] : [changedItem(row, changedAt)]),
      ...events.map((event) => eventItem(row, event, this.#tables.keepStoriesDays)),
      ...unkept.map((it) => unkeptItem(it, this.#tables.keepStoriesDays)),
    ];
    await batchWrite(this.#client, this.#tables.views, [
      ...puts.map((Item) => ({ PutRequest: { Item } })),
      ...remove.map((entry) => ({ DeleteRequest: { Key: keyItem(entryKey(row, entry)) } })),
    ]);
  }

  async keepOutcome(record: OutcomeRecord): Promise<void> {
    const TableName = this.#tables.views;
    await this.#client.send(
      new PutItemCommand({ TableName, Item: outcomeItem(record, this.#tables.keepStoriesDays) }),
    );
  }

  async progress(edition: number): Promise<BuildProgress> {
    const Key = keyItem(progressKey(edition));
    const get = new GetItemCommand({ TableName: this.#tables.views, Key, ConsistentRead: true });
    const { Item } = await this.#client.send(get);
    return Item === undefined ? { isDone: false } : storedProgress(Item);
  }

  async noteProgress(edition: number, progress: BuildProgress): Promise<void> {
    const TableName = this.#tables.views;
    const Item = { ...keyItem(progressKey(edition)), ...progressItem(progress) };
    await this.#client.send(new PutItemCommand({ TableName, Item }));
  }

  /** A row may be found by two of its words that begin the same: it is named once. */
  async #beginning(task: string, { view, key }: ViewKey, limit: number): Promise<RowKey[]> {
    const expression = new Expression();
    const condition = all(expression.equal('view', view), expression.beginsWith('key', key));
    return rowsOf(task, await this.#query(expression, condition, { Limit: limit }));
  }

  async #above(task: string, { view, key }: ViewKey, limit: number): Promise<RowKey[]> {
    const expression = new Expression();
    const isAbove = `${expression.name('key')} > ${expression.value(key)}`;
    const condition = all(expression.equal('view', view), isAbove);
    return rowsOf(task, await this.#query(expression, condition, { Limit: limit }));
  }

  async #query(
    expression: Expression,
    KeyConditionExpression: string,
    options: { Limit: number; ScanIndexForward?: false },
  ): Promise<Item[]> {
    const query = new QueryCommand({
      TableName: this.#tables.views,
      KeyConditionExpression,
      ...expression.placeholders(),
      ...options,
    });
    return (await this.#client.send(query)).Items ?? [];
  }
}

function keyItem({ view, key }: ViewKey): Item {
  return { view: { S: view }, key: { S: key } };
}

function rowsOf(task: string, items: readonly Item[]): RowKey[] {
  const ids = new Set(items.map((item) => idOf(unmarshall(item) as ViewKey)));
  return [...ids].filter(isRowId).map((Id) => ({ task, Id }));
}
