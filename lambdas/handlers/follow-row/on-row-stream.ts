import type {
  AttributeValue,
  DynamoDBBatchItemFailure,
  DynamoDBBatchResponse,
  DynamoDBRecord,
  DynamoDBStreamEvent,
} from 'aws-lambda';
import { type Instant, second } from '../../domain/basics/instant.ts';
import type { WriteWindow } from '../../domain/order/order.ts';
import { rowId } from '../../domain/row/row.ts';
import type { Clock } from '../../ports/clock.ts';
import type { StoredRow } from '../../ports/rows.ts';
import type { RowRecord } from '../../use-cases/promises/follow-row.ts';
import { type InvocationJournal, journaled } from '../boundary/invocation-journal.ts';

export interface RowStreamPorts {
  clock: Pick<Clock, 'now'>;
  journal: InvocationJournal;
  readRow: (image: Record<string, AttributeValue>) => StoredRow;
}

/**
 * The boundary of the function that follows the subscriber table's stream. Records of one row are
 * taken in their order, rows beside each other. One that fails holds up only its own row: the rest
 * goes on, and what comes again after it means the same the second time.
 */
export function onRowStream(
  ports: RowStreamPorts,
  follow: (record: RowRecord) => Promise<void>,
): (event: DynamoDBStreamEvent) => Promise<DynamoDBBatchResponse> {
  return ({ Records }) =>
    journaled(ports.journal, async () => {
      const rows = Map.groupBy(Records, (record) => JSON.stringify(record.dynamodb?.Keys));
      const failures = await Promise.all(
        [...rows.values()].map((records) => followInOrder(ports, follow, records)),
      );
      return { batchItemFailures: failures.flat() };
    });
}

async function followInOrder(
  ports: RowStreamPorts,
  follow: (record: RowRecord) => Promise<void>,
  records: DynamoDBRecord[],
): Promise<DynamoDBBatchItemFailure[]> {
  for (const record of records) {
    try {
      await follow(readRecord(ports, record));
    } catch (error) {
      const itemIdentifier = record.dynamodb?.SequenceNumber ?? '';
      ports.journal.failed(error, { row: nameOf(record), sequenceNumber: itemIdentifier });
      return [{ itemIdentifier }];
    }
  }
  return [];
}

function readRecord({ clock, readRow }: RowStreamPorts, { dynamodb }: DynamoDBRecord): RowRecord {
  const { OldImage: before, NewImage: after, ApproximateCreationDateTime } = dynamodb ?? {};
  return {
    ...(before && { before: readRow(before) }),
    ...(after && { after: readRow(after) }),
    written: writeWindow(ApproximateCreationDateTime, clock.now()),
  };
}

/** The stream tells the second in which a row was written. */
function writeWindow(seconds: number | undefined, now: Instant): WriteWindow {
  const earliest = Math.min(seconds === undefined ? now : seconds * second, now);
  return { earliest, latest: Math.min(earliest + second - 1, now) };
}

function nameOf({ dynamodb }: DynamoDBRecord): string {
  const { task, Id } = dynamodb?.Keys ?? {};
  return rowId({ task: String(task?.S), Id: Number(Id?.N) });
}
