import {
  type DynamoDBClient,
  QueryCommand,
  type QueryCommandInput,
} from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { fromIso, type Instant, toIso } from '../../../domain/basics/instant.ts';
import type { RowKey } from '../../../domain/row/row.ts';
import { isRowId } from '../../../domain/row/row-id.ts';
import type { PromisePage, Promises, Whose } from '../../../ports/records/views.ts';
import type { Item } from '../client/attribute-value.ts';
import { all, Expression } from '../client/expression.ts';
import type { DeskTableNames, TableNames } from '../client/table-names.ts';
import { storedRow } from '../rows/stored-row.ts';
import { idOf, paddedId, promisedView, type ViewKey } from './view-item.ts';

export type ViewTables = Pick<DeskTableNames, 'views'> &
  Pick<TableNames, 'subscribers'> & {
    /** How long stories and figures are kept; 400 days, if undefined. */
    keepStoriesDays?: number | undefined;
  };

interface Store {
  client: DynamoDBClient;
  tables: ViewTables;
}

interface Question {
  task: string;
  whose: Whose;
  page: PromisePage;
}

/** A promise, and its place in the order of all: due instant and Id, as in the views' keys. */
interface Found {
  key: RowKey;
  place: string;
}

/** No text that a place may have comes after it. */
const end = '~';

/**
 * The first promises of several owners are the first of them all. Those of everybody come from the
 * subscriber table's own index: it costs no writes.
 */
export async function promisesOf(store: Store, question: Question): Promise<Promises> {
  const { whose, page } = question;
  if (isEmpty(page)) return { promises: [] };
  const owners = whose === 'anybody' ? [whose] : whose;
  const found =
    owners === 'everybody'
      ? await fromIndex(store, question)
      : (await Promise.all(owners.map((owner) => fromView(store, question, owner)))).flat();
  const sorted = found.sort((a, b) => (a.place < b.place ? -1 : 1));
  const promises = sorted.slice(0, page.limit);
  const last = sorted.length < page.limit ? undefined : promises.at(-1);
  return { promises: promises.flatMap(readPlace), ...(last && { cursor: last.place }) };
}

/** DynamoDB refuses to look between two ends that are the wrong way round. */
function isEmpty({ from, to }: PromisePage): boolean {
  return from !== undefined && to !== undefined && from >= to;
}

/** What others wrote into `_due_at` may be no instant. */
function readPlace({ key, place }: Found): { key: RowKey; dueAt: Instant }[] {
  const dueAt = fromIso(place.split(' ')[0]);
  return dueAt === undefined ? [] : [{ key, dueAt }];
}

async function fromView(
  { client, tables }: Store,
  { task, page }: Question,
  owner: string,
): Promise<Found[]> {
  const expression = new Expression();
  const { low, high } = boundsOf(page);
  const range = `BETWEEN ${expression.value(low)} AND ${expression.value(high)}`;
  const items = await query(client, {
    TableName: tables.views,
    KeyConditionExpression: all(
      expression.equal('view', promisedView(task, owner)),
      `${expression.name('key')} ${range}`,
    ),
    ...expression.placeholders(),
    Limit: page.limit,
  });
  return items.map((item) => {
    const stored = unmarshall(item) as ViewKey;
    return { key: { task, Id: idOf(stored) }, place: stored.key };
  });
}

/** Of places: after the cursor or from the first instant on, and before the last. */
function boundsOf({ from, to, cursor }: PromisePage): { low: string; high: string } {
  const low = cursor === undefined ? (from === undefined ? ' ' : toIso(from)) : `${cursor} `;
  return { low, high: to === undefined ? end : toIso(to) };
}

async function fromIndex({ client, tables }: Store, { task, page }: Question): Promise<Found[]> {
  const expression = new Expression();
  const low = expression.value(page.from === undefined ? ' ' : toIso(page.from));
  const high = expression.value(page.to === undefined ? end : toIso(page.to - 1));
  const items = await query(client, {
    TableName: tables.subscribers,
    IndexName: 'byDue',
    KeyConditionExpression: all(
      expression.equal('task', task),
      `${expression.name('_due_at')} BETWEEN ${low} AND ${high}`,
    ),
    ...expression.placeholders(),
    ...(page.cursor !== undefined && { ExclusiveStartKey: indexKey(task, page.cursor) }),
    Limit: page.limit,
  });
  return items.flatMap((item) => {
    const { key, columns } = storedRow(item);
    return isRowId(key.Id) ? { key, place: `${columns._due_at} ${paddedId(key.Id)}` } : [];
  });
}

function indexKey(task: string, place: string): Item {
  const [dueAt = '', Id] = place.split(' ');
  return { task: { S: task }, Id: { N: String(Number(Id)) }, _due_at: { S: dueAt } };
}

async function query(client: DynamoDBClient, input: QueryCommandInput): Promise<Item[]> {
  return (await client.send(new QueryCommand(input))).Items ?? [];
}
