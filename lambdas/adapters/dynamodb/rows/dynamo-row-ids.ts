import { type DynamoDBClient, QueryCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { highestRowId } from '../../../domain/row/row-id.ts';
import type { Item } from '../client/attribute-value.ts';
import { all, Expression } from '../client/expression.ts';
import { retryConflicts, unlessRefused } from '../client/retry-conflicts.ts';
import type { TableNames } from '../client/table-names.ts';

/**
 * The counter of a task's row Ids, in the directory. Outside software takes Ids without asking it,
 * so an Id from here is the next to try, not one that is free for certain.
 */
export class DynamoRowIds {
  readonly #client: DynamoDBClient;
  readonly #tables: Pick<TableNames, 'subscribers' | 'directory'>;

  constructor(client: DynamoDBClient, tables: Pick<TableNames, 'subscribers' | 'directory'>) {
    this.#client = client;
    this.#tables = tables;
  }

  async next(task: string): Promise<number> {
    const expression = new Expression();
    const UpdateExpression = `ADD ${expression.name('highest')} ${expression.value(1)}`;
    const update = { ...this.#counter(task), UpdateExpression, ...expression.placeholders() };
    const { Attributes } = await retryConflicts(() =>
      this.#client.send(new UpdateItemCommand({ ...update, ReturnValues: 'UPDATED_NEW' })),
    );
    return Number(Attributes?.highest?.N);
  }

  /** Ids above this one come next; a counter that is beyond it stays. */
  async raise(task: string, highest: number): Promise<void> {
    if (highest >= highestRowId) return; // none comes after it: those below it are tried one by one
    const expression = new Expression();
    const name = expression.name('highest');
    const value = expression.value(highest);
    const update = {
      ...this.#counter(task),
      UpdateExpression: `SET ${name} = ${value}`,
      ConditionExpression: `${expression.absent('highest')} OR ${name} < ${value}`,
      ...expression.placeholders(),
    };
    await unlessRefused(() => this.#client.send(new UpdateItemCommand(update)));
  }

  /** Raises the counter to the highest Id in the table: the one it gave was taken. */
  async catchUp(task: string): Promise<void> {
    const expression = new Expression();
    const isPossible = `${expression.name('Id')} <= ${expression.value(highestRowId)}`;
    const query = new QueryCommand({
      TableName: this.#tables.subscribers,
      KeyConditionExpression: all(expression.equal('task', task), isPossible),
      ...expression.placeholders(),
      ScanIndexForward: false,
      Limit: 1,
      ConsistentRead: true,
    });
    const { Items = [] } = await this.#client.send(query);
    await this.raise(task, Math.floor(Number(Items[0]?.Id?.N ?? 0)));
  }

  #counter(task: string): { TableName: string; Key: Item } {
    const Key = { kind: { S: 'counter' }, id: { S: task } };
    return { TableName: this.#tables.directory, Key };
  }
}
