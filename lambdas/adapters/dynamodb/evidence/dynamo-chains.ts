import { createHash } from 'node:crypto';
import {
  type DynamoDBClient,
  PutItemCommand,
  paginateQuery,
  QueryCommand,
} from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import type { Link } from '../../../domain/evidence/chain.ts';
import type { EvidenceEntry } from '../../../domain/evidence/evidence.ts';
import type { Traces } from '../../../ports/records/traces.ts';
import type { Item } from '../client/attribute-value.ts';
import { Expression } from '../client/expression.ts';
import { unlessRefused } from '../client/retry-conflicts.ts';
import type { TableNames } from '../client/table-names.ts';

/** The chain's links are items of the directory: `kind` evidence#<SHA-256 of the number>, `id` the place. */
export class DynamoChains implements Pick<Traces, 'chain' | 'lastLink' | 'addLink'> {
  readonly #client: DynamoDBClient;
  readonly #table: string;

  constructor(client: DynamoDBClient, { directory }: Pick<TableNames, 'directory'>) {
    this.#client = client;
    this.#table = directory;
  }

  async chain(number: string): Promise<{ links: Link[]; kept: EvidenceEntry[] }> {
    const expression = new Expression();
    const items = await this.#all({
      KeyConditionExpression: expression.equal('kind', chainKind(number)),
      ...expression.placeholders(),
      ConsistentRead: true,
    });
    const stored = items.map((item) => unmarshall(item));
    const links = stored.map(({ link }) => link as Link);
    const kept = stored.flatMap(({ link, facts }): EvidenceEntry[] => {
      const { at, kind, ref } = link as Link;
      return facts === undefined ? [] : [{ at, kind, ref, facts }];
    });
    return { links, kept };
  }

  async lastLink(number: string): Promise<Link | undefined> {
    const expression = new Expression();
    const query = new QueryCommand({
      TableName: this.#table,
      KeyConditionExpression: expression.equal('kind', chainKind(number)),
      ...expression.placeholders(),
      ConsistentRead: true,
      ScanIndexForward: false,
      Limit: 1,
    });
    const { Items: [last] = [] } = await this.#client.send(query);
    return last && (unmarshall(last).link as Link);
  }

  async addLink(number: string, link: Link, facts?: unknown): Promise<boolean> {
    const expression = new Expression();
    const key = { kind: chainKind(number), id: String(link.place).padStart(placeDigits, '0') };
    const put = new PutItemCommand({
      TableName: this.#table,
      Item: marshall({ ...key, link, facts }, { removeUndefinedValues: true }),
      ConditionExpression: expression.absent('id'),
      ...expression.placeholders(),
    });
    return 'done' in (await unlessRefused(() => this.#client.send(put)));
  }

  async #all(query: object): Promise<Item[]> {
    const found: Item[] = [];
    const pages = paginateQuery({ client: this.#client }, { TableName: this.#table, ...query });
    for await (const { Items = [] } of pages) found.push(...Items);
    return found;
  }
}

const placeDigits = 8;

function chainKind(number: string): string {
  return `evidence#${createHash('sha256').update(number).digest('hex')}`;
}
