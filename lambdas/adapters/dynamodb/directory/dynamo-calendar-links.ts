import { type DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import type { Instant } from '../../../domain/basics/instant.ts';
import type { CalendarLinks, CalendarOwner } from '../../../ports/people/calendar-links.ts';
import { fitsLinkSecret, linkSecretHash, newLinkSecret } from '../../system/link-secret.ts';
import type { Item } from '../client/attribute-value.ts';
import type { TableNames } from '../client/table-names.ts';

interface Link {
  hash: string;
  madeAt: Instant;
}

/** Items of the directory: `kind` calendar, `id` as `operators/anna`; without a hash where it was revoked. */
export class DynamoCalendarLinks implements CalendarLinks {
  readonly #client: DynamoDBClient;
  readonly #table: string;

  constructor(client: DynamoDBClient, { directory }: Pick<TableNames, 'directory'>) {
    this.#client = client;
    this.#table = directory;
  }

  async renew(owner: CalendarOwner, madeAt: Instant): Promise<string> {
    const secret = newLinkSecret();
    await this.#put(owner, { hash: linkSecretHash(secret), madeAt });
    return secret;
  }

  async madeAt(owner: CalendarOwner): Promise<Instant | undefined> {
    return (await this.#find(owner)).madeAt;
  }

  async revoke(owner: CalendarOwner): Promise<void> {
    const { madeAt } = await this.#find(owner);
    if (madeAt !== undefined) await this.#put(owner, {});
  }

  async isOpenedBy(owner: CalendarOwner, secret: string): Promise<boolean> {
    return fitsLinkSecret(secret, (await this.#find(owner)).hash);
  }

  async #find(owner: CalendarOwner): Promise<Partial<Link>> {
    const get = { TableName: this.#table, Key: keyOf(owner), ConsistentRead: true };
    const { Item } = await this.#client.send(new GetItemCommand(get));
    return Item === undefined ? {} : (unmarshall(Item) as Link);
  }

  async #put(owner: CalendarOwner, link: Partial<Link>): Promise<void> {
    const Item = { ...keyOf(owner), ...marshall(link) };
    await this.#client.send(new PutItemCommand({ TableName: this.#table, Item }));
  }
}

function keyOf({ kind, id }: CalendarOwner): Item {
  return { kind: { S: 'calendar' }, id: { S: `${kind}/${id}` } };
}
