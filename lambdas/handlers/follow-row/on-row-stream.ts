import type { AttributeValue, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import { second } from '../../domain/basics/instant.ts';
import { orderMark } from '../../domain/order/order.ts';
import { isDoNotCall } from '../../domain/row/row.ts';
import type { DialQueue, UnfollowedWrite } from '../../ports/calls/dial-queue.ts';
import type { Clock } from '../../ports/clock.ts';
import type { RateCounter } from '../../ports/limits/rate-counter.ts';
import type { StoredRow } from '../../ports/rows/rows.ts';
import type { RowRecord } from '../../use-cases/promises/follow-row.ts';
import { cameTooOften, writeWindow } from '../boundary/batch-tries.ts';
import {
  type Invocation,
  type InvocationJournal,
  journaled,
} from '../boundary/invocation-journal.ts';

export interface RowStreamPorts {
  clock: Clock;
  journal: InvocationJournal;
  dialQueue: DialQueue;
  rateCounter: RateCounter;
  readRow: (image: Record<string, AttributeValue>) => StoredRow;
}

type Follow = (record: RowRecord) => Promise<void>;

/**
 * The boundary of the function that follows the subscriber table's stream. Records of one row are
 * taken in their order, rows beside each other. The stream never waits for a record:
 *
 *   followed     as nearly all are
 *   handed over  it failed, or took too long: a message of its own in the dial queue has its row
 *                judged as it then stands, and is tried again alone
 *
 * A record that kills the function takes the batch along. Lambda hands the same batch over again;
 * one that came often is handed over whole, unread.
 *
 * @throws when the dial queue takes nothing: then nothing can be called either, and the records come again
 */
export function onRowStream(
  ports: RowStreamPorts,
  follow: Follow,
): (event: DynamoDBStreamEvent, invocation?: Invocation) => Promise<void> {
  return ({ Records }, invocation) =>
    journaled(
      ports.journal,
      async () => {
        try {
          await take(ports, follow, Records);
        } catch (error) {
          ports.journal.failed(error, {});
          throw new Error('the dial queue took nothing; the log says why');
        }
      },
      invocation,
    );
}

async function take(ports: RowStreamPorts, follow: Follow, records: DynamoDBRecord[]) {
  if (await cameTooOften(ports, records)) {
    for (const record of records) await handOver(ports, record);
    return;
  }
  const tooLate = ports.clock.sleepUntil(ports.clock.now() + longestBatch);
  const rows = Map.groupBy(records, ({ dynamodb }) => JSON.stringify(dynamodb?.Keys));
  await Promise.all(
    [...rows.values()].map((of) => followInOrder(ports, { follow, tooLate, records: of })),
  );
}

/** Well before Lambda ends the function: what hangs is handed over like what fails. */
const longestBatch = 15 * second;

async function followInOrder(
  ports: RowStreamPorts,
  {
    follow,
    tooLate,
    records,
  }: { follow: Follow; tooLate: Promise<void>; records: DynamoDBRecord[] },
): Promise<void> {
  for (const record of records) {
    try {
      const isDone = follow(readRecord(ports, record)).then(() => true);
      const inTime = await Promise.race([isDone, tooLate.then(() => false)]);
      if (!inTime) throw new Error(`not followed within ${longestBatch / second} s`);
    } catch (error) {
      ports.journal.failed(error, idsOf(record));
      await handOver(ports, record);
    }
  }
}

async function handOver(ports: RowStreamPorts, record: DynamoDBRecord): Promise<void> {
  await ports.dialQueue.send({ kind: 'judge', ...unfollowed(ports, record) }, 0);
  ports.journal.note('record handed over', idsOf(record));
}

function unfollowed(ports: RowStreamPorts, record: DynamoDBRecord): UnfollowedWrite {
  const { Keys, SequenceNumber = '', ApproximateCreationDateTime } = record.dynamodb ?? {};
  return {
    row: { task: String(Keys?.task?.S), Id: String(Keys?.Id?.N) },
    written: writeWindow(ApproximateCreationDateTime, ports.clock.now()),
    sequence: SequenceNumber,
    ...orderWritten(ports, record),
  };
}

/** What cannot even be read is judged as if it had been written just now. */
function orderWritten({ readRow }: RowStreamPorts, { dynamodb }: DynamoDBRecord) {
  try {
    const { OldImage: before, NewImage: after } = dynamodb ?? {};
    return {
      ...(after && { mark: orderMark(readRow(after).columns) }),
      ...(before && isDoNotCall(readRow(before)) && { wasBarred: true as const }),
    };
  } catch {
    return {};
  }
}

function readRecord({ clock, readRow }: RowStreamPorts, { dynamodb }: DynamoDBRecord): RowRecord {
  const { OldImage: before, NewImage: after, ApproximateCreationDateTime } = dynamodb ?? {};
  return {
    ...(before && { before: readRow(before) }),
    ...(after && { after: readRow(after) }),
    written: writeWindow(ApproximateCreationDateTime, clock.now()),
    sequence: dynamodb?.SequenceNumber ?? '',
  };
}

function idsOf({ dynamodb }: DynamoDBRecord): { row: string; sequenceNumber: string } {
  const { task, Id } = dynamodb?.Keys ?? {};
  return { row: `${task?.S}.${Id?.N}`, sequenceNumber: dynamodb?.SequenceNumber ?? '' };
}
