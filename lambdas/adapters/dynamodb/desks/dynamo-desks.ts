import {
  DeleteItemCommand,
  type DynamoDBClient,
  PutItemCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import type { Clock } from '../../../ports/clock.ts';
import {
  type Audience,
  type DeskMessage,
  type Desks,
  type DeskUser,
  isTold,
  type Notified,
  type ShutOut,
} from '../../../ports/people/desks.ts';
import { newTicket, socketUrl, ticketHash, ticketLife } from '../../websocket/desk-ticket.ts';
import { isShutOut } from '../../websocket/is-shut-out.ts';
import { nameOf, notifyDesks } from '../../websocket/notify-desks.ts';
import type { Wire } from '../../websocket/wire.ts';
import { Expression } from '../client/expression.ts';
import { unlessRefused } from '../client/retry-conflicts.ts';
import type { DeskTableNames } from '../client/table-names.ts';
import {
  connectionItem,
  connectionKey,
  storedDesk,
  ticketItem,
  ticketKey,
} from './connection-item.ts';
import { DynamoPresence, isPast } from './dynamo-presence.ts';

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
  readonly #presence: DynamoPresence;

  constructor(client: DynamoDBClient, { tables, clock, wire, address }: DynamoDesksProps) {
    this.#client = client;
    this.#table = tables.connections;
    this.#clock = clock;
    this.#wire = wire;
    this.#address = address;
    this.#presence = new DynamoPresence(client, { tables, clock });
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
    if (who === undefined || isPast(who, this.#clock.now())) return false;
    const Item = connectionItem(connection, who, this.#clock.now());
    await this.#client.send(new PutItemCommand({ TableName: this.#table, Item }));
    return true;
  }

  async disconnect(connection: string): Promise<void> {
    const Key = connectionKey(connection);
    await this.#client.send(new DeleteItemCommand({ TableName: this.#table, Key }));
  }

  async notePhone(connection: string, { isReady }: { isReady: boolean }): Promise<void> {
    const expression = new Expression();
    const update = new UpdateItemCommand({
      TableName: this.#table,
      Key: connectionKey(connection),
      UpdateExpression: `SET ${expression.equal('isPhoneReady', isReady)}`,
      ConditionExpression: expression.present('operator'),
      ...expression.placeholders(),
    });
    await unlessRefused(() => this.#client.send(update));
  }

  async online(operators: readonly string[]): Promise<ReadonlySet<string>> {
    const there = await this.#presence.of(operators);
    return new Set(there.keys());
  }

  async notify(
    audience: Audience,
    message: DeskMessage,
    out: readonly ShutOut[] = [],
  ): Promise<Notified> {
    try {
      const there = await this.#connections(audience, out);
      const { gone, ...told } = await notifyDesks(this.#wire, there, message);
      await Promise.all(gone.map((connection) => this.disconnect(connection)));
      return told;
    } catch (error) {
      return { failed: 1, reason: nameOf(error) };
    }
  }

  async close(out: readonly ShutOut[]): Promise<void> {
    if (out.length === 0) return;
    const open = await this.#presence.desks();
    await this.#hangUp(open.filter((it) => isShutOut(it, out)).map(({ id }) => id));
  }

  /** A desk is forgotten when it is closed, not before: one that could not be closed is found again. */
  async #hangUp(connections: readonly string[]): Promise<void> {
    const closings = connections.map(async (connection) => {
      await this.#wire.close(connection);
      await this.disconnect(connection);
    });
    await Promise.all(closings);
  }

  async #connections(audience: Audience, out: readonly ShutOut[]): Promise<string[]> {
    if (typeof audience === 'object' && 'connection' in audience) return [audience.connection];
    const open = await this.#presence.desks();
    const isOf = (it: DeskUser) => audience === 'everybody' || isTold(audience, it);
    const told = open.filter((it) => isOf(it) && !isShutOut(it, out));
    return told.map(({ id }) => id);
  }
}
