import type {
  AttributeValue,
  DynamoDBBatchItemFailure,
  DynamoDBBatchResponse,
  DynamoDBRecord,
  DynamoDBStreamEvent,
} from 'aws-lambda';
import type { Attempt } from '../../domain/attempt/attempt.ts';
import { second } from '../../domain/basics/instant.ts';
import type { Clock } from '../../ports/clock.ts';
import type { RateCounter } from '../../ports/limits/rate-counter.ts';
import type { StoredRow } from '../../ports/rows/rows.ts';
import { type TellPorts, tellAttempt, tellPromises } from '../../use-cases/desk/notify-desks.ts';
import { type SealPorts, sealAttempt } from '../../use-cases/evidence/seal-attempt.ts';
import {
  keepOutcome,
  keepRowViews,
  type RowWrite,
  type TouchedLists,
  type ViewPorts,
} from '../../use-cases/views/keep-views.ts';
import { cameTooOften } from '../boundary/batch-tries.ts';
import {
  type Invocation,
  type InvocationJournal,
  journaled,
} from '../boundary/invocation-journal.ts';

type Image = Record<string, AttributeValue>;

export type DeskStreamPorts = ViewPorts &
  SealPorts &
  TellPorts & {
    clock: Pick<Clock, 'now'>;
    journal: InvocationJournal;
    rateCounter: RateCounter;
    /** A task of which neither desks nor figures are told. */
    leftOut?: string | undefined;
    readRow: (image: Image) => StoredRow;
    readAttempt: (image: Image) => Attempt;
  };

/**
 * The boundary of the function that follows rows and attempts for desks. What happened to one item
 * is taken together. An attempt is told before its figures are kept: telling cannot fail, and
 * seconds count. Lists of promised calls are told of when the views that they are read from have
 * followed, once for a batch.
 *
 * What a table cannot take now comes again, with what follows it. What it will never take, or what
 * kills the function, is left out and counted: the row's next write lists it anew.
 */
export function onDeskStreams(
  ports: DeskStreamPorts,
): (event: DynamoDBStreamEvent, invocation?: Invocation) => Promise<DynamoDBBatchResponse> {
  return ({ Records }, invocation) =>
    journaled(
      ports.journal,
      async () => {
        if (await cameTooOften(ports, Records)) return leaveOut(ports, Records);
        const told = Records.filter((it) => taskOf(it) !== (ports.leftOut ?? ''));
        const items = Map.groupBy(told, (record) => JSON.stringify(record.dynamodb?.Keys));
        const touched: TouchedLists[] = [];
        const failures = await Promise.all(
          [...items.values()].map((records) => follow(ports, records, touched)),
        );
        await tellPromises(ports, touched);
        return { batchItemFailures: failures.flat() };
      },
      invocation,
    );
}

async function follow(
  ports: DeskStreamPorts,
  records: DynamoDBRecord[],
  touched: TouchedLists[],
): Promise<DynamoDBBatchItemFailure[]> {
  try {
    if (isOfAttempt(records)) await followAttempt(ports, records);
    else touched.push(...(await followRow(ports, records)));
    return [];
  } catch (error) {
    const itemIdentifier = records[0]?.dynamodb?.SequenceNumber ?? '';
    ports.journal.failed(error, { item: nameOf(records), sequenceNumber: itemIdentifier });
    return isForGood(error) ? [] : [{ itemIdentifier }];
  }
}

function leaveOut({ journal }: DeskStreamPorts, records: DynamoDBRecord[]): DynamoDBBatchResponse {
  const sequenceNumber = records[0]?.dynamodb?.SequenceNumber;
  const reason = new Error(`${records.length} records end the function again and again`);
  journal.failed(reason, { sequenceNumber });
  return { batchItemFailures: [] };
}

/** A value that a table or a library refuses is refused the next time too. */
function isForGood(error: unknown): boolean {
  const isOfOurs = error instanceof TypeError || error instanceof RangeError;
  return isOfOurs || (error instanceof Error && error.name === 'ValidationException');
}

function isOfAttempt(records: DynamoDBRecord[]): boolean {
  return keysOf(records).suffix !== undefined;
}

/** Of several facts in one batch, the newest state says all. */
async function followAttempt(ports: DeskStreamPorts, records: DynamoDBRecord[]): Promise<void> {
  const before = records[0]?.dynamodb?.OldImage;
  const after = records.at(-1)?.dynamodb?.NewImage;
  if (after === undefined) return;
  const attempt = ports.readAttempt(after);
  await tellAttempt(ports, attempt);
  const known = before && ports.readAttempt(before);
  await keepOutcome(ports, { before: known, after: attempt });
  await sealAttempt(ports, { before: known, after: attempt });
}

async function followRow(
  ports: DeskStreamPorts,
  records: DynamoDBRecord[],
): Promise<TouchedLists[]> {
  const touched = await keepRowViews(
    ports,
    records.map((record) => readWrite(ports, record)),
  );
  return touched === undefined ? [] : [touched];
}

function readWrite({ clock, readRow }: DeskStreamPorts, { dynamodb }: DynamoDBRecord): RowWrite {
  const {
    OldImage: before,
    NewImage: after,
    ApproximateCreationDateTime: seconds,
  } = dynamodb ?? {};
  return {
    ...(before && { before: readRow(before) }),
    ...(after && { after: readRow(after) }),
    at: seconds === undefined ? clock.now() : seconds * second,
    sequence: dynamodb?.SequenceNumber ?? '',
  };
}

function nameOf(records: DynamoDBRecord[]): string {
  const { task, Id, row, suffix } = keysOf(records);
  return suffix === undefined ? `${task?.S}.${Id?.N}` : `${row?.S}.${suffix.S}`;
}

/** An attempt's key begins with that of its row. */
function taskOf(record: DynamoDBRecord): string | undefined {
  const { task, row } = keysOf([record]);
  return task?.S ?? row?.S?.split('.')[0];
}

function keysOf(records: DynamoDBRecord[]): Image {
  return records[0]?.dynamodb?.Keys ?? {};
}
