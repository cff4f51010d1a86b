import type { DynamoDBRecord } from 'aws-lambda';
import { toItem } from '../../lambdas/adapters/dynamodb/client/attribute-value.ts';
import { readRow } from '../../lambdas/composition/readers.ts';
import { second } from '../../lambdas/domain/basics/instant.ts';
import { dueAtOf, textOf } from '../../lambdas/domain/row/row.ts';
import { onRowStream } from '../../lambdas/handlers/follow-row/on-row-stream.ts';
import type { StoredRow } from '../../lambdas/ports/rows/rows.ts';
import { followRow } from '../../lambdas/use-cases/promises/follow-row.ts';
import { keepRowViews } from '../../lambdas/use-cases/views/keep-views.ts';
import { noon } from '../contracts/samples.ts';
import { callContext } from '../handlers/call-context.ts';
import { OddValues, usualSeed } from './odd-values.ts';

/** Whatever other software writes, the stream is followed: the row is judged, and its neighbours are too. */
const writes = 4_000;

const order = {
  tel: '+442079460017',
  status: 10,
  callaftermin: 5,
  date_callback: '2026-11-24',
  time_callback: '10:30',
  time_zone: 'Europe/London',
  operator_number: '+442079460991',
  имя: 'Zoë',
};

test(`of ${writes} odd rows none holds up the stream, or a good row beside it`, async () => {
  const odd = new OddValues(usualSeed);
  const stage = await callContext(noon);
  const failures: unknown[] = [];
  Object.assign(stage.journal, { failed: (error: unknown) => void failures.push(error) });
  const follow = onRowStream({ ...stage, readRow: readImage }, (record) =>
    followRow(stage, record),
  );

  const batch = 50;
  for (let n = 0; n < writes; n += batch) {
    const Ids = Array.from({ length: batch }, (_, at) => 1 + ((n + at) % 400));
    for (const Id of Ids) {
      const bent = odd.bent(order);
      const columns = typeof bent === 'object' && !Array.isArray(bent) ? bent : order;
      stage.tables.putRow({ ...columns, task: 'demo', Id: odd.isOneIn(40) ? oddId(odd) : Id });
    }
    const canary = 100_000 + n;
    stage.tables.putRow({
      task: 'demo',
      Id: canary,
      tel: '+447700900017',
      status: 10,
      callaftermin: 60,
    });
    for (let records = take(stage); records.length > 0; records = take(stage)) {
      await follow({ Records: records.map(({ record }) => record) });
      await keepRowViews(
        stage,
        records.map(({ view }) => view),
      );
    }
    const row = await stage.rows.get({ task: 'demo', Id: canary });
    expect({ n, dueAt: row && dueAtOf(row) }).toEqual({ n, dueAt: noon + 3_600_000 });
  }
  expect(failures).toEqual([]);
  const handedOver = stage.dialQueue.all().filter(({ message }) => message.kind === 'judge');
  expect(handedOver).toEqual([]);
  const unsettled = [...stage.tables.rows.values()].filter(
    (row) => isOrdered(row) && dueAtOf(row) === undefined && row.own.problem === undefined,
  );
  expect(unsettled.map(({ columns }) => JSON.stringify(columns).slice(0, 500))).toEqual([]);
});

function isOrdered({ columns }: StoredRow): boolean {
  return textOf(columns.status) === '10';
}

/** Numbers that a table takes and no row of ours may have. */
function oddId(odd: OddValues): number {
  return odd.pick([-5, 0, 1.5, 2 ** 53 + 2, 1e21, 1e30]);
}

/** The adapter reads it from the database's form; memory keeps its own of what it has seen. */
function readImage(image: object): StoredRow {
  const { columns, key } = image as StoredRow;
  expect(readRow(toItem(columns) as never).key.task).toBe(key.task);
  return image as StoredRow;
}

type Stage = Awaited<ReturnType<typeof callContext>>;

/** The stream's records, as Lambda hands them over. */
function take({
  tables,
}: Stage): { record: DynamoDBRecord; view: Parameters<typeof keepRowViews>[1][number] }[] {
  return tables.takeRecords().map(({ before, after, writtenAt, sequence }) => {
    const { task, Id } = (after ?? before)?.columns ?? {};
    const record = {
      dynamodb: {
        Keys: toItem({ task, Id }),
        ...(before && { OldImage: before }),
        ...(after && { NewImage: after }),
        SequenceNumber: sequence,
        ApproximateCreationDateTime: Math.floor(writtenAt / second),
      },
    } as unknown as DynamoDBRecord;
    return {
      record,
      view: { ...(before && { before }), ...(after && { after }), sequence, at: writtenAt },
    };
  });
}
