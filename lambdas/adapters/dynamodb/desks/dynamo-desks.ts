import {
  DeleteItemCommand,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  paginateQuery,
} from '@aws-sdk/client-dynamodb';
import type { Clock } from '../../../ports/clock.ts';
import type { Audience, DeskMessage, Desks, DeskUser, Notified } from '../../../ports/desks.ts';
import { newTicket, socketUrl, ticketHash, ticketLife } from '../../websocket/desk-ticket.ts';
import { nameOf, notifyDesks } from '../../websocket/notify-desks.ts';
import type { Wire } from '../../websocket/wire.ts';
import { batchWrite } from '../client/batch-write.ts';
import { Expression } from '../client/expression.ts';
import type { DeskTableNames } from '../client/table-names.ts';
import {
  connectionItems,
  connectionKeys,
  everybody,
  keyItem,
  operatorGroup,
  type StoredDesk,
  storedDesk,
  supervisors,
  ticketItem,
  ticketKey,
} from './connection-item.ts';

export interface DynamoDesksProps {
  tables: Pick<DeskTableNames, 'connections'>;
  clock: Pick<Clock, 'now'>;
  wire: Wire;
  /** Where browsers open sockets. */
  address: string;
}

export class DynamoDesks implements Desks {
  readonly #client: DynamoDBClient;
  readonly #table: string;
  readonly #clock: Pick<Clock, 'now'>;
  readonly #wire: Wire;
  readonly #address: string;

  constructor(client: DynamoDBClient, { tables, clock, wire, address }: DynamoDesksProps) {
    this.#client = client;
    this.#table = tables.connections;
    this.#clock = clock;
    this.#wire = wire;
    this.#address = address;
  }

  async openTicket(who: DeskUser): Promise<string> {
    const ticket = newTicket();
    const Item = ticketItem(ticketHash(ticket), who, this.#clock.now() + ticketLife);
    await this.#client.send(new PutItemCommand({ TableName: this.#table, Item }));
    return socketUrl(this.#address, ticket);
  }

  /** Of two who come with one ticket, one deletes it and sees what it was. */
  async connect(ticket: string, connection: string): Promise<boolean> {
    const { Attributes } = await this.#client.send(
      new DeleteItemCommand({
        TableName: this.#table,
        Key: ticketKey(ticketHash(ticket)),
        ReturnValues: 'ALL_OLD',
      }),
    );
    const who = Attributes && storedDesk(Attributes);
    if (who === undefined || this.#isPast(who)) return false;
    const items = connectionItems(connection, who, this.#clock.now());
    await this.#write(items.map((Item) => ({ PutRequest: { Item } })));
    return true;
  }

  async disconnect(connection: string): Promise<void> {
    const Key = keyItem({ group: everybody, id: connection });
    const get = new GetItemCommand({ TableName: this.#table, Key, ConsistentRead: true });
    const { Item } = await this.#client.send(get);
    if (Item === undefined) return;
    const keys = connectionKeys(connection, storedDesk(Item));
    await this.#write(keys.map((it) => ({ DeleteRequest: { Key: it } })));
  }

  async online(operators: readonly string[]): Promise<ReadonlySet<string>> {
    const there = new Set((await this.#desks(everybody)).map(({ operator }) => operator));
    return new Set(operators.filter((it) => there.has(it)));
  }

  async notify(audience: Audience, message: DeskMessage): Promise<Notified> {
    try {
      const connections = await this.#connections(audience);
      const { gone, ...told } = await notifyDesks(this.#wire, connections, message);
      await Promise.all(gone.map((connection) => this.disconnect(connection)));
      return told;
    } catch (error) {
      return { failed: 1, reason: nameOf(error) };
    }
  }

  async #connections(audience: Audience): Promise<string[]> {
    if (typeof audience === 'object' && 'connection' in audience) return [audience.connection];
    const desks = await Promise.all(groupsToTell(audience).map((group) => this.#desks(group)));
    return desks.flat().map(({ id }) => id);
  }

  async #desks(group: string): Promise<StoredDesk[]> {
    const expression = new Expression();
    const query = {
      TableName: this.#table,
      KeyConditionExpression: expression.equal('group', group),
      ...expression.placeholders(),
      ConsistentRead: true,
    };
    const found: StoredDesk[] = [];
    for await (const { Items = [] } of paginateQuery({ client: this.#client }, query)) {
      found.push(...Items.map(storedDesk));
    }
    return found.filter((desk) => !this.#isPast(desk));
  }

  #isPast({ validUntil }: StoredDesk): boolean {
    return this.#clock.now() > validUntil;
  }

  #write(writes: Parameters<typeof batchWrite>[2]): Promise<void> {
    return batchWrite(this.#client, this.#table, writes);
  }
}

function groupsToTell(audience: Exclude<Audience, { connection: string }>): string[] {
  if (audience === 'everybody') return [everybody];
  const groups = [...new Set(audience.operators)].map(operatorGroup);
  return audience.supervisors ? [...groups, supervisors] : groups;
}
