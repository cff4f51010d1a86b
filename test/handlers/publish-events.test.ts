import { marshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBRecord } from 'aws-lambda';
import { attemptItem } from '../../lambdas/adapters/dynamodb/attempts/attempt-item.ts';
import { newForm } from '../../lambdas/adapters/dynamodb/forms/form-item.ts';
import { eventItem, unkeptItem } from '../../lambdas/adapters/dynamodb/views/view-item.ts';
import { readChange } from '../../lambdas/composition/read-change.ts';
import type { PublicEvent } from '../../lambdas/domain/events/event.ts';
import { onChangeStreams } from '../../lambdas/handlers/publish-events/on-change-streams.ts';
import { noon } from '../contracts/samples.ts';
import { MemoryJournal } from '../support/memory/memory-journal.ts';
import { MemoryScripts } from '../support/memory/memory-scripts.ts';
import { attemptWith, fact } from '../support/sample-attempt.ts';
import { anna } from '../support/sample-task.ts';

type Item = Record<string, unknown>;

const journal = Object.assign(new MemoryJournal(), { flush: () => undefined });
let told: PublicEvent[] = [];
beforeEach(() => {
  told = [];
});

/** One write to a table; the images are what DynamoDB holds. */
function record(sequence: string, after: Item | undefined, before?: Item): DynamoDBRecord {
  return {
    eventName: before ? 'MODIFY' : 'INSERT',
    dynamodb: {
      SequenceNumber: sequence,
      ApproximateCreationDateTime: noon / 1000,
      ...(after && { NewImage: after }),
      ...(before && { OldImage: before }),
    },
  } as DynamoDBRecord;
}

interface Wishes {
  refuses?: (event: PublicEvent) => boolean;
  isDown?: boolean;
}

function handle(Records: DynamoDBRecord[], { refuses = () => false, isDown }: Wishes = {}) {
  const bus = {
    async publish(events: readonly PublicEvent[]) {
      if (isDown) throw new Error('the bus is down');
      told.push(...events.filter((it) => !refuses(it)));
      return events.filter(refuses);
    },
  };
  const ports = { journal, bus, scripts: new MemoryScripts(), told: 'impersonal' as const };
  return onChangeStreams({ ...ports, readChange })({ Records });
}

const key = { task: 'demo', Id: 17 };
const story = (sequence: string, Id = 17) => {
  const event = { at: '2026-11-23T12:00:00.000Z', kind: 'cancelled' as const };
  return record(sequence, eventItem({ task: 'demo', Id }, { sequence, place: 0, event }));
};

test('the story of a row, attempts, forms and the directory are told', async () => {
  const unkept = { row: key, promisedFor: noon, delayedBy: 'ours' as const };
  const attempt = attemptWith([fact('submitting')]);
  const form = { attempt: attempt.id, script: { id: 'order', version: 1 }, run: { visits: [] } };
  const sent = { ...form, surface: 'screen' as const, revision: 1, openedAt: noon, sentAt: noon };
  const answer = await handle([
    story('1'),
    record('2', unkeptItem(unkept)),
    record(
      '3',
      attemptItem(attemptWith([fact('submitting'), fact('dialling')])),
      attemptItem(attempt),
    ),
    record('4', newForm({ forms: 'Forms' }, sent).Item as Item),
    record(
      '5',
      marshall({ kind: 'operator', ...anna, away: true }),
      marshall({ kind: 'operator', ...anna }),
    ),
    record('6', marshall({ kind: 'task', id: 'demo', paused: 'Twilio 20003' })),
    record(
      '7',
      marshall({
        kind: 'do-not-call',
        id: 'a',
        number: '+442079460017',
        entries: [{ kind: 'added', at: noon, door: 'list' }],
      }),
    ),
  ]);
  expect(answer).toEqual({ batchItemFailures: [] });
  expect(told.map(({ type }) => type)).toEqual([
    'order.cancelled',
    'promise.broken',
    'customer.dialled',
    'form.sent',
    'operator.state',
    'task.paused',
    'do-not-call.added',
  ]);
  expect(told[0]?.detail).toMatchObject(key);
});

test('what says nothing to others is passed over', async () => {
  const answer = await handle([
    record('1', undefined),
    record('2', marshall({ view: 'word#demo#ма', key: 'мария 17' })),
    record('3', marshall({ kind: 'account', id: 'account' })),
  ]);
  expect(answer).toEqual({ batchItemFailures: [] });
  expect(told).toEqual([]);
});

test('what the bus does not take comes again, with all that follows it', async () => {
  const isOf18 = ({ detail }: PublicEvent) => 'Id' in detail && detail.Id === 18;
  const answer = await handle([story('1'), story('2', 18), story('3', 19)], { refuses: isOf18 });
  expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: '2' }] });
});

test('while the bus is down, nothing is passed over', async () => {
  const answer = await handle([record('1', undefined), story('2'), story('3')], { isDown: true });
  expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: '2' }] });
});

test('a record that cannot be read is counted as failed, and holds nothing up', async () => {
  const odd = record('1', { facts: { M: {} }, row: { S: 'none' }, suffix: { S: 'a1' } });
  const failures = journal.failures.length;
  expect(await handle([odd, story('2')])).toEqual({ batchItemFailures: [] });
  expect(told).toHaveLength(1);
  expect(journal.failures.length).toBe(failures + 1);
});
