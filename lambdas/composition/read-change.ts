import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBRecord, StreamRecord } from 'aws-lambda';
import { storedAttempt } from '../adapters/dynamodb/attempts/attempt-item.ts';
import type { Item } from '../adapters/dynamodb/client/attribute-value.ts';
import { storedRecord } from '../adapters/dynamodb/do-not-call/dynamo-do-not-call.ts';
import { storedForm } from '../adapters/dynamodb/forms/form-item.ts';
import { storedEventEntry, storedUnkept } from '../adapters/dynamodb/views/view-item.ts';
import { second } from '../domain/basics/instant.ts';
import type { Operator, Task } from '../domain/task/task.ts';
import type { Change } from '../use-cases/events/news-of.ts';

const nothing: Change = { of: 'nothing' };

/** What a record of one of the tables' streams says was written; tables are known by their keys. */
export function readChange({ dynamodb = {} }: DynamoDBRecord): Change {
  const after = dynamodb.NewImage as Item | undefined;
  const before = dynamodb.OldImage as Item | undefined;
  if (after === undefined) return nothing;
  if (after.view) return viewChange(String(after.view.S), after);
  if (after.kind) return directoryChange({ before, after }, dynamodb);
  if (after.facts) {
    return { of: 'attempt', before: before && storedAttempt(before), after: storedAttempt(after) };
  }
  return { of: 'form', before: before && storedForm(before), after: storedForm(after) };
}

function viewChange(view: string, item: Item): Change {
  if (view.startsWith('events#')) return { of: 'story', entry: storedEventEntry(item) };
  if (view.startsWith('unkept#')) return { of: 'unkept', promise: storedUnkept(item) };
  return nothing;
}

interface Images {
  before: Item | undefined;
  after: Item;
}

function directoryChange({ before, after }: Images, record: StreamRecord): Change {
  const written = {
    at: (record.ApproximateCreationDateTime ?? 0) * second,
    sequence: record.SequenceNumber ?? '0',
  };
  const entries = <Entry>() => ({
    before: before && (unmarshall(before) as Entry),
    after: unmarshall(after) as Entry,
  });
  switch (after.kind?.S) {
    case 'operator':
      return { of: 'operator', written, ...entries<Operator>() };
    case 'task':
      return { of: 'task', written, ...entries<Task>() };
    case 'do-not-call':
      return {
        of: 'do-not-call',
        written,
        before: before && storedRecord(before),
        after: storedRecord(after),
      };
    default:
      return nothing;
  }
}
