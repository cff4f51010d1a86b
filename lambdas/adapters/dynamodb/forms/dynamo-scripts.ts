import {
  type DynamoDBClient,
  GetItemCommand,
  paginateQuery,
  type TransactWriteItem,
} from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import type { Script, StoredScript } from '../../../domain/script/script.ts';
import { contentOf, isSameScript } from '../../../domain/script/script-version.ts';
import { isTaskId } from '../../../domain/task/task-id.ts';
import type { Scripts } from '../../../ports/people/scripts.ts';
import type { Item } from '../client/attribute-value.ts';
import { Expression } from '../client/expression.ts';
import type { TableNames } from '../client/table-names.ts';
import { transact } from '../client/transaction.ts';

/** In the directory: the newest version under the script's id, every version under `id@000001`. */
type Kind = 'script' | 'script-version';

/** An item may have 400 KB; a script as a text is read in one piece. */
export class DynamoScripts implements Scripts {
  readonly #client: DynamoDBClient;
  readonly #table: string;

  constructor(client: DynamoDBClient, tables: Pick<TableNames, 'directory'>) {
    this.#client = client;
    this.#table = tables.directory;
  }

  async all(): Promise<StoredScript[]> {
    const expression = new Expression();
    const query = {
      TableName: this.#table,
      KeyConditionExpression: expression.equal('kind', 'script' satisfies Kind),
      ...expression.placeholders(),
    };
    const found: StoredScript[] = [];
    for await (const { Items = [] } of paginateQuery({ client: this.#client }, query)) {
      found.push(...Items.map(storedScript));
    }
    return found;
  }

  async get(id: string, version?: number): Promise<StoredScript | undefined> {
    if (!isTaskId(id)) return undefined;
    const Key =
      version === undefined ? keyOf('script', id) : keyOf('script-version', versionId(id, version));
    const get = new GetItemCommand({ TableName: this.#table, Key, ConsistentRead: true });
    const { Item } = await this.#client.send(get);
    return Item && storedScript(Item);
  }

  async store(id: string, script: Script): Promise<StoredScript> {
    for (;;) {
      const newest = await this.get(id);
      if (newest !== undefined && isSameScript(newest, script)) return newest;
      const stored = { ...contentOf(script), id, version: (newest?.version ?? 0) + 1 };
      const result = await transact(this.#client, {
        version: this.#put(keyOf('script-version', versionId(id, stored.version)), stored),
        newest: this.#put(keyOf('script', id), stored, newest?.version),
      });
      if (result.kind === 'done') return stored;
    }
  }

  /** On condition that the version before is the one that was read; none for a new item. */
  #put(key: Item, stored: StoredScript, before?: number): TransactWriteItem {
    const expression = new Expression();
    const ConditionExpression =
      before === undefined ? expression.absent('id') : expression.equal('version', before);
    return {
      Put: {
        TableName: this.#table,
        Item: { ...key, ...scriptFields(stored) },
        ConditionExpression,
        ...expression.placeholders(),
      },
    };
  }
}

function keyOf(kind: Kind, id: string): Item {
  return { kind: { S: kind }, id: { S: id } };
}

/** Sorts as the numbers do. */
function versionId(id: string, version: number): string {
  return `${id}@${String(version).padStart(6, '0')}`;
}

function scriptFields({ id, version, ...script }: StoredScript): Item {
  return marshall({ script: id, version, content: JSON.stringify(script) });
}

function storedScript(item: Item): StoredScript {
  const { script: id, version, content } = unmarshall(item);
  return { ...JSON.parse(content), id, version };
}
