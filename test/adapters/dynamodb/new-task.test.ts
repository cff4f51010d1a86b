import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { DynamoDirectory } from '../../../lambdas/adapters/dynamodb/directory/dynamo-directory.ts';
import { MemoryClock } from '../../support/memory/memory-clock.ts';
import { sampleTask } from '../../support/sample-task.ts';

/** A table that shows what was just written to those alone who ask for what is certain. */
class LaggingClient extends DynamoDBClient {
  override async send(command: unknown): Promise<never> {
    const isCertain = command instanceof GetItemCommand && command.input.ConsistentRead === true;
    const Item = marshall({ kind: 'task', ...sampleTask() }, { removeUndefinedValues: true });
    return (isCertain ? { Item } : {}) as never;
  }
}

test('a task that was created a moment ago is found', async () => {
  const client = new LaggingClient({ region: 'eu-central-1' });
  const access = { tables: { directory: 'Directory' }, clock: new MemoryClock(0) };
  const task = await new DynamoDirectory(client, access).task('demo');
  expect(task).toMatchObject({ id: 'demo' });
});
