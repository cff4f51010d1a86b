import { randomUUID } from 'node:crypto';
import { type DynamoDBClient, PutItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import { type Instant, toIso } from '../../../domain/basics/instant.ts';
import type { AuditEntry } from '../../../domain/views/audit-entry.ts';
import type { AuditLog, AuditPage } from '../../../ports/records/audit-log.ts';
import type { Item } from '../client/attribute-value.ts';
import { Expression } from '../client/expression.ts';
import { ttlAfter } from '../client/time-to-live.ts';
import { usualDays } from './view-item.ts';

interface AuditTables {
  views: string;
  keepStoriesDays?: number | undefined;
}

/** Beside what is looked up: one partition a month, its keys the instants. */
export class DynamoAuditLog implements AuditLog {
  readonly #client: DynamoDBClient;
  readonly #tables: AuditTables;

  constructor(client: DynamoDBClient, tables: AuditTables) {
    this.#client = client;
    this.#tables = tables;
  }

  async note({ at, ...entry }: AuditEntry): Promise<void> {
    const { views: TableName, keepStoriesDays = usualDays } = this.#tables;
    const key = `${toIso(at)}#${randomUUID()}`;
    const expiresAt = ttlAfter(at, keepStoriesDays);
    const Item = marshall(
      { view: viewOf(monthOf(key)), key, entry, expiresAt },
      { removeUndefinedValues: true },
    );
    await this.#client.send(new PutItemCommand({ TableName, Item }));
  }

  async page(
    { from, until }: { from: Instant; until: Instant },
    { limit, cursor = toIso(until) }: { limit: number; cursor?: string | undefined },
  ): Promise<AuditPage> {
    const first = toIso(from);
    const entries: AuditEntry[] = [];
    let before = cursor;
    for (const month of monthsBack(monthOf(cursor), monthOf(first))) {
      if (entries.length >= limit) return { entries, cursor: before };
      const { items, isWhole } = await this.#older(month, before, limit - entries.length);
      const within = items.filter(({ key }) => key >= first);
      entries.push(...within.map(entryOf));
      before = within.at(-1)?.key ?? before;
      if (!isWhole && within.length === items.length) return { entries, cursor: before };
    }
    return { entries };
  }

  async #older(month: string, before: string, limit: number) {
    const expression = new Expression();
    const older = `${expression.name('key')} < ${expression.value(before)}`;
    const query = new QueryCommand({
      TableName: this.#tables.views,
      KeyConditionExpression: `${expression.equal('view', viewOf(month))} AND ${older}`,
      ...expression.placeholders(),
      ScanIndexForward: false,
      Limit: limit,
      ConsistentRead: true,
    });
    const { Items = [], LastEvaluatedKey } = await this.#client.send(query);
    return { items: Items.map(storedItem), isWhole: LastEvaluatedKey === undefined };
  }
}

interface StoredItem {
  key: string;
  entry: Omit<AuditEntry, 'at'>;
}

function storedItem(item: Item): StoredItem {
  return unmarshall(item) as StoredItem;
}

function entryOf({ key, entry }: StoredItem): AuditEntry {
  const [at = ''] = key.split('#');
  return { ...entry, at: Date.parse(at) };
}

function viewOf(month: string): string {
  return `audit#${month}`;
}

function monthOf(key: string): string {
  return key.slice(0, 'YYYY-MM'.length);
}

/** From one month back to another, both within. */
function monthsBack(last: string, first: string): string[] {
  const months: string[] = [];
  for (let month = last; month >= first; month = monthBefore(month)) months.push(month);
  return months;
}

function monthBefore(month: string): string {
  const noon = new Date(`${month}-01T12:00:00Z`);
  noon.setUTCDate(0);
  return monthOf(noon.toISOString());
}
