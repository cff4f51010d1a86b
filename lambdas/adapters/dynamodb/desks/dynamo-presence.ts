import { type DynamoDBClient, paginateQuery } from '@aws-sdk/client-dynamodb';
import type { Instant } from '../../../domain/basics/instant.ts';
import type { Clock } from '../../../ports/clock.ts';
import type { Presence } from '../../../ports/people/presence.ts';
import { Expression } from '../client/expression.ts';
import { RecentReads } from '../client/recent-reads.ts';
import type { DeskTableNames } from '../client/table-names.ts';
import { everybody, type StoredDesk, storedDesk } from './connection-item.ts';

export interface DynamoPresenceProps {
  tables: Pick<DeskTableNames, 'connections'>;
  clock: Pick<Clock, 'now'>;
}

export class DynamoPresence implements Presence {
  readonly #client: DynamoDBClient;
  readonly #table: string;
  readonly #clock: Pick<Clock, 'now'>;
  readonly #reads: RecentReads;
  #reading: Promise<StoredDesk[]> | undefined;

  constructor(client: DynamoDBClient, { tables, clock }: DynamoPresenceProps) {
    this.#client = client;
    this.#table = tables.connections;
    this.#clock = clock;
    this.#reads = new RecentReads(clock);
  }

  async of(operators: readonly string[]): Promise<ReadonlyMap<string, { isPhoneReady: boolean }>> {
    const there = new Map<string, { isPhoneReady: boolean }>();
    for (const { operator, isPhoneReady = false } of await this.desks()) {
      if (!operators.includes(operator)) continue;
      const known = there.get(operator)?.isPhoneReady === true;
      there.set(operator, { isPhoneReady: known || isPhoneReady });
    }
    return there;
  }

  /** One read for all calls that are made at once. */
  async isWatched(watched: string | undefined): Promise<boolean> {
    const open = await this.#reads.get(everybody, () => this.desks());
    return open.some(({ operator, role }) => operator === watched || role !== 'operator');
  }

  /** The open desks. Those who ask at the same time, as for the news of one moment, share a reading. */
  desks(): Promise<StoredDesk[]> {
    this.#reading ??= this.#read().finally(() => {
      this.#reading = undefined;
    });
    return this.#reading;
  }

  async #read(): Promise<StoredDesk[]> {
    const expression = new Expression();
    const query = {
      TableName: this.#table,
      KeyConditionExpression: expression.equal('group', everybody),
      ...expression.placeholders(),
      ConsistentRead: true,
    };
    const found: StoredDesk[] = [];
    for await (const { Items = [] } of paginateQuery({ client: this.#client }, query)) {
      found.push(...Items.map(storedDesk));
    }
    return found.filter((desk) => !isPast(desk, this.#clock.now()));
  }
}

export function isPast({ validUntil }: StoredDesk, now: Instant): boolean {
  return now > validUntil;
}
