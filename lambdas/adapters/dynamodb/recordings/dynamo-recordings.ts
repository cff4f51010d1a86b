import {
  DeleteItemCommand,
  type DynamoDBClient,
  PutItemCommand,
  QueryCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import type { Attempt, AttemptId } from '../../../domain/attempt/attempt.ts';
import { mayFollow, type Recording } from '../../../domain/attempt/recording.ts';
import { fromIso, type Instant, toIso } from '../../../domain/basics/instant.ts';
import type { DueRecording, KeptRecording, Recordings } from '../../../ports/calls/recordings.ts';
import { attemptKey, recordingName, storedAttempt } from '../attempts/attempt-item.ts';
import type { Item } from '../client/attribute-value.ts';
import { all, Expression } from '../client/expression.ts';
import { unlessRefused } from '../client/retry-conflicts.ts';

export interface RecordingTables {
  attempts: string;
  views: string;
}

/** What is to be deleted stands in the table of views, by when. */
const view = 'recording';

/** Each recording is an attribute of its attempt's, so that a write needs none before it. */
export class DynamoRecordings implements Recordings {
  readonly #client: DynamoDBClient;
  readonly #tables: RecordingTables;

  constructor(client: DynamoDBClient, tables: RecordingTables) {
    this.#client = client;
    this.#tables = tables;
  }

  async note(attempt: AttemptId, recording: Recording): Promise<Attempt | undefined> {
    const expression = new Expression();
    const name = recordingName(recording.sid);
    const state = expression.name(name, 'state');
    const before = mayFollow[recording.state].map((it) => expression.value(it));
    const update = new UpdateItemCommand({
      TableName: this.#tables.attempts,
      Key: attemptKey(attempt),
      UpdateExpression: `SET ${expression.name(name)} = ${expression.value(recording)}`,
      ConditionExpression: all(
        expression.present('suffix'),
        `(${expression.absent(name)} OR ${state} IN (${before.join(', ')}))`,
      ),
      ...expression.placeholders(),
      ReturnValues: 'ALL_NEW',
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
    });
    const result = await unlessRefused(() => this.#client.send(update));
    const item = 'done' in result ? result.done.Attributes : result.refused.Item;
    return item && storedAttempt(item);
  }

  async keepUntil({ attempt, sid, call }: KeptRecording, deleteAt: Instant): Promise<void> {
    const Item = marshall({ ...keyOf({ sid, deleteAt }), attempt, call });
    await this.#client.send(new PutItemCommand({ TableName: this.#tables.views, Item }));
  }

  async dueBy(at: Instant, limit: number): Promise<DueRecording[]> {
    const expression = new Expression();
    const isDue = `${expression.name('key')} <= ${expression.value(`${toIso(at)} ~`)}`;
    const query = new QueryCommand({
      TableName: this.#tables.views,
      KeyConditionExpression: all(expression.equal('view', view), isDue),
      ...expression.placeholders(),
      Limit: limit,
    });
    return ((await this.#client.send(query)).Items ?? []).flatMap(storedDue);
  }

  async forget(due: DueRecording): Promise<void> {
    const remove = { TableName: this.#tables.views, Key: marshall(keyOf(due)) };
    await this.#client.send(new DeleteItemCommand(remove));
  }
}

function keyOf({ sid, deleteAt }: Pick<DueRecording, 'sid' | 'deleteAt'>) {
  return { view, key: `${toIso(deleteAt)} ${sid}` };
}

function storedDue(item: Item): DueRecording[] {
  const { key, attempt, call } = unmarshall(item);
  const [instant = '', sid = ''] = String(key).split(' ');
  const deleteAt = fromIso(instant);
  return deleteAt === undefined ? [] : [{ attempt, sid, call, deleteAt }];
}
