import {
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  paginateQuery,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import { ordinaryKinds } from '../../../domain/basics/number-kind.ts';
import { presentRetrySeconds } from '../../../domain/task/retry-seconds.ts';
import { ruleDefaults } from '../../../domain/task/rule-defaults.ts';
import type { Account, Operator, Task } from '../../../domain/task/task.ts';
import { isTaskId } from '../../../domain/task/task-id.ts';
import type { Clock } from '../../../ports/clock.ts';
import {
  type Directory,
  defaultAccount,
  type OperatorChange,
} from '../../../ports/people/directory.ts';
import type { Item } from '../client/attribute-value.ts';
import { Expression } from '../client/expression.ts';
import { RecentReads } from '../client/recent-reads.ts';
import { unlessRefused } from '../client/retry-conflicts.ts';
import type { TableNames } from '../client/table-names.ts';

type Kind = 'task' | 'operator' | 'account';

type Stored<Entry> = Entry & { id?: string };

/** There is one account. */
const accountId = 'account';

export interface DirectoryAccess {
  tables: Pick<TableNames, 'directory'>;
  clock: Pick<Clock, 'now'>;
  /** `recent` remembers what was read for some seconds; `current` reads each time what stands there. */
  reads?: 'recent' | 'current';
  /** Of the Twilio account, as the stage names them, besides those that the account's entry names. */
  sipDomains?: readonly string[];
}

/**
 * Entries are validated where they are written; reading trusts them, so that no schema has to be
 * loaded by the functions that answer the telephone.
 */
export class DynamoDirectory implements Directory {
  readonly #client: DynamoDBClient;
  readonly #table: string;
  readonly #recent: RecentReads | undefined;
  readonly #sipDomains: readonly string[];

  constructor(
    client: DynamoDBClient,
    { tables, clock, reads = 'recent', sipDomains = [] }: DirectoryAccess,
  ) {
    this.#sipDomains = sipDomains;
    this.#client = client;
    this.#table = tables.directory;
    this.#recent = reads === 'recent' ? new RecentReads(clock) : undefined;
  }

  /** Nobody can have created one whose id is none; the table may refuse even to look for it. */
  async task(id: string): Promise<Task | undefined> {
    if (!isTaskId(id)) return undefined;
    return this.#read(`task:${id}`, async () => {
      const task = (await this.#entry<Task>('task', id)) ?? (await this.#newTask(id));
      return task && presentTask(task);
    });
  }

  /** A row may follow its new task by less than the table takes to show it everywhere. */
  #newTask(id: string): Promise<Task | undefined> {
    return this.#isConsistent ? Promise.resolve(undefined) : this.#entry<Task>('task', id, true);
  }

  tasks(): Promise<Task[]> {
    return this.#read('tasks', async () => {
      const tasks = await this.#entries<Task>('task');
      return tasks.map(presentTask);
    });
  }

  operators(): Promise<Operator[]> {
    return this.#read('operators', () => this.#entries<Operator>('operator'));
  }

  async operator(id: string): Promise<Operator | undefined> {
    if (!isTaskId(id)) return undefined;
    return this.#read(`operator:${id}`, () => this.#entry<Operator>('operator', id));
  }

  account(): Promise<Account> {
    return this.#read('account', async () => {
      const stored = await this.#entry<Stored<Account>>('account', accountId);
      const { id: _, ...account } = { ...defaultAccount, ...stored };
      const sipDomains = [...this.#sipDomains, ...(account.sipDomains ?? [])];
      return { ...account, ...(sipDomains.length > 0 && { sipDomains }) };
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
    const update = `SET ${paused} = if_not_exists(${paused}, ${expression.value(reason)})`;
    await this.#change(entryKey('task', id), update, expression);
  }

  async resumeTask(id: string): Promise<void> {
    const expression = new Expression();
    await this.#change(entryKey('task', id), `REMOVE ${expression.name('paused')}`, expression);
  }

  async changeOperator(id: string, change: OperatorChange): Promise<void> {
    const expression = new Expression();
    const assignments = Object.entries(change).map(
      ([name, value]) => `${expression.name(name)} = ${expression.value(value)}`,
    );
    if (assignments.length === 0) return;
    await this.#change(entryKey('operator', id), `SET ${assignments.join(', ')}`, expression);
  }

  /** Of an entry that is there; none is created. */
  async #change(Key: Item, UpdateExpression: string, expression: Expression): Promise<void> {
    const update = new UpdateItemCommand({
      TableName: this.#table,
      Key,
      UpdateExpression,
      ConditionExpression: expression.present('id'),
      ...expression.placeholders(),
    });
    await unlessRefused(() => this.#client.send(update));
    this.#recent?.forget();
  }

  #read<Value>(key: string, read: () => Promise<Value>): Promise<Value> {
    return this.#recent === undefined ? read() : this.#recent.get(key, read);
  }

  /** Remembered reads are old anyway: they cost half when they may be a moment older. */
  get #isConsistent(): boolean {
    return this.#recent === undefined;
  }

  async #entry<Entry>(
    kind: Kind,
    id: string,
    isConsistent = this.#isConsistent,
  ): Promise<Entry | undefined> {
    const get = new GetItemCommand({
      TableName: this.#table,
      Key: entryKey(kind, id),
      ConsistentRead: isConsistent,
    });
    const { Item } = await this.#client.send(get);
    return Item && readEntry<Entry>(Item);
  }

  async #entries<Entry>(kind: Kind): Promise<Entry[]> {
    const expression = new Expression();
    const query = {
      TableName: this.#table,
      KeyConditionExpression: expression.equal('kind', kind),
      ...expression.placeholders(),
      ConsistentRead: this.#isConsistent,
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
    this.#recent?.forget();
  }
}

/** A task that an earlier release, or other software, wrote. */
function presentTask(task: Task): Task {
  return {
    ...ruleDefaults,
    ...task,
    retrySeconds: presentRetrySeconds(task.retrySeconds),
    allowedCountries: task.allowedCountries ?? null,
    allowedKinds: task.allowedKinds ?? [...ordinaryKinds],
  };
}

function entryKey(kind: Kind, id: string): Item {
  return { kind: { S: kind }, id: { S: id } };
}

function readEntry<Entry>(item: Item): Entry {
  const { kind: _, ...entry } = unmarshall(item);
  return entry as Entry;
}
