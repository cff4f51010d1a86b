import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import type { PublicEvent } from '../../domain/events/event.ts';
import type { EventBus } from '../../ports/records/event-bus.ts';
import { type Change, type NewsPorts, newsOf } from '../../use-cases/events/news-of.ts';
import {
  type Invocation,
  type InvocationJournal,
  journaled,
} from '../boundary/invocation-journal.ts';

export type ChangeStreamPorts = NewsPorts & {
  bus: EventBus;
  journal: InvocationJournal;
  readChange: (record: DynamoDBRecord) => Change;
};

/**
 * The boundary of the function that tells other software what happened. Nothing waits for it: it follows
 * the tables' streams, which keep what it could not tell for a day.
 *
 *   told        its events are on the bus
 *   comes again the bus, or the table of scripts, did not take or answer: so do all records after it,
 *               and their events are told twice, with the same ids
 *   left out    it cannot be read, now or ever: counted as failed, and nothing waits for it
 */
export function onChangeStreams(
  ports: ChangeStreamPorts,
): (event: DynamoDBStreamEvent, invocation?: Invocation) => Promise<DynamoDBBatchResponse> {
  return ({ Records }, invocation) =>
    journaled(ports.journal, () => publish(ports, Records), invocation);
}

async function publish(
  ports: ChangeStreamPorts,
  records: readonly DynamoDBRecord[],
): Promise<DynamoDBBatchResponse> {
  const told: { record: DynamoDBRecord; events: PublicEvent[] }[] = [];
  for (const record of records) {
    const change = read(ports, record);
    if (change === undefined) continue;
    try {
      told.push({ record, events: await newsOf(ports, change) });
    } catch (error) {
      return afterTelling(ports, told, failed(ports, record, error));
    }
  }
  return afterTelling(ports, told, undefined);
}

/** Lambda hands over again all from the first record that is named. */
async function afterTelling(
  ports: ChangeStreamPorts,
  told: readonly { record: DynamoDBRecord; events: PublicEvent[] }[],
  stoppedAt: string | undefined,
): Promise<DynamoDBBatchResponse> {
  const events = told.flatMap((it) => it.events);
  const refused = await ports.bus.publish(events).catch((error) => {
    const first = told.find((it) => it.events.length > 0)?.record;
    if (first) failed(ports, first, error);
    return events;
  });
  const again = told.find((it) => it.events.some((event) => refused.includes(event)));
  const itemIdentifier = again?.record.dynamodb?.SequenceNumber ?? stoppedAt;
  return { batchItemFailures: itemIdentifier === undefined ? [] : [{ itemIdentifier }] };
}

function read({ readChange, journal }: ChangeStreamPorts, record: DynamoDBRecord) {
  try {
    return readChange(record);
  } catch (error) {
    journal.failed(error, idsOf(record));
    return undefined;
  }
}

function failed({ journal }: ChangeStreamPorts, record: DynamoDBRecord, error: unknown): string {
  journal.failed(error, idsOf(record));
  return record.dynamodb?.SequenceNumber ?? '';
}

function idsOf({ dynamodb }: DynamoDBRecord): { sequenceNumber: string } {
  return { sequenceNumber: dynamodb?.SequenceNumber ?? '' };
}
