import {
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  paginateQuery,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import type { Account, Operator, Task } from '../../domain/task.ts';
import type { Clock } from '../../ports/clock.ts';
import { type Directory, defaultAccount } from '../../ports/directory.ts';
import { Expression, type Item } from './expression.ts';
import { unlessRefused } from './patience.ts';
import { RecentReads } from './recent-reads.ts';
import type { TableNames } from './table-names.ts';

type Kind = 'task' | 'operator' | 'account';

type Stored<Entry> = Entry & { id?: string };

/** There is one account. */
const accountId = 'account';

/**
 * Entries are validated where they are written; reading trusts them, so that no schema has to be
 * loaded by the functions that answer the telephone.
 */
export class DynamoDirectory implements Directory {
  readonly #client: DynamoDBClient;
  readonly #table: string;
  readonly #recent: RecentReads;

  constructor(
    client: DynamoDBClient,
    { tables, clock }: { tables: Pick<TableNames, 'directory'>; clock: Pick<Clock, 'now'> },
  ) {
    this.#client = client;
    this.#table = tables.directory;
    this.#recent = new RecentReads(clock);
  }

  task(id: string): Promise<Task | undefined> {
    return this.#recent.get(`task:${id}`, () => this.#entry<Task>('task', id));
  }

  tasks(): Promise<Task[]> {
    return this.#recent.get('tasks', () => this.#entries<Task>('task'));
  }

  operators(): Promise<Operator[]> {
    return this.#recent.get('operators', () => this.#entries<Operator>('operator'));
  }

  account(): Promise<Account> {
    return this.#recent.get('account', async () => {
      const { id: _, ...account } =
        (await this.#entry<Stored<Account>>('account', accountId)) ?? {};
      return { ...defaultAccount, ...account };
    });
  }

  putTask(task: Task): Promise<void> {
    return this.#put('task', task);
  }

  putOperator(operator: Operator): Promise<void> {
    return this.#put('operator', operator);
  }

  putAccount(account: Account): Promise<void> {
    return this.#put('account', { id: accountId, ...account });
  }

  async pauseTask(id: string, reason: string): Promise<void> {
    const expression = new Expression();
    const paused = expression.name('paused');
    const update = new UpdateItemCommand({
      TableName: this.#table,
      Key: entryKey('task', id),
      UpdateExpression: `SET ${paused} = if_not_exists(${paused}, ${expression.value(reason)})`,
      ConditionExpression: expression.present('id'),
      ...expression.placeholders(),
    });
    await unlessRefused(() => this.#client.send(update));
    this.#recent.forget();
  }

  async #entry<Entry>(kind: Kind, id: string): Promise<Entry | undefined> {
    const get = new GetItemCommand({ TableName: this.#table, Key: entryKey(kind, id) });
    const { Item } = await this.#client.send(get);
    return Item && readEntry<Entry>(Item);
  }

  async #entries<Entry>(kind: Kind): Promise<Entry[]> {
    const expression = new Expression();
    const query = {
      TableName: this.#table,
      KeyConditionExpression: expression.equal('kind', kind),
      ...expression.placeholders(),
    };
    const found: Entry[] = [];
    for await (const { Items = [] } of paginateQuery({ client: this.#client }, query)) {
      found.push(...Items.map((item) => readEntry<Entry>(item)));
    }
    return found;
  }

  async #put(kind: Kind, entry: { id: string }): Promise<void> {
    const Item = marshall({ ...entry, kind }, { removeUndefinedValues: true });
    await this.#client.send(new PutItemCommand({ TableName: this.#table, Item }));
    this.#recent.forget();
  }
}

function entryKey(kind: Kind, id: string): Item {
  return { kind: { S: kind }, id: { S: id } };
}

function readEntry<Entry>(item: Item): Entry {
  const { kind: _, ...entry } = unmarshall(item);
  return entry as Entry;
}
