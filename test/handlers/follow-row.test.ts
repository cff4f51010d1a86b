import type { DynamoDBRecord } from 'aws-lambda';
import { readRow } from '../../lambdas/composition/readers.ts';
import { onRowStream } from '../../lambdas/handlers/follow-row/on-row-stream.ts';
import { followRow, type RowRecord } from '../../lambdas/use-cases/promises/follow-row.ts';
import { key, noon } from '../contracts/samples.ts';
import { type CallContext, callContext } from './call-context.ts';

let stage: CallContext;
beforeEach(async () => {
  stage = await callContext(noon + 400);
});

interface Write {
  Id: number;
  sequenceNumber: string;
  status?: string;
  seconds?: number;
  deleted?: true;
}

function record({ Id, sequenceNumber, status = '10', seconds, deleted }: Write): DynamoDBRecord {
  const Keys = { task: { S: 'demo' }, Id: { N: String(Id) } };
  const image = { ...Keys, status: { N: status }, tel: { S: '+442079460017' } };
  return {
    eventName: deleted ? 'REMOVE' : 'INSERT',
    dynamodb: {
      Keys,
      ...(deleted ? { OldImage: image } : { NewImage: image }),
      SequenceNumber: sequenceNumber,
      ApproximateCreationDateTime: seconds ?? noon / 1000,
    },
  };
}

/** Hands the records to a follower that fails where it is told to, and keeps what it was given. */
async function follow(
  records: DynamoDBRecord[],
  failsAt: (it: RowRecord) => boolean = () => false,
) {
  const taken: RowRecord[] = [];
  const handler = onRowStream({ ...stage, readRow }, async (it) => {
    taken.push(it);
    if (failsAt(it)) throw new Error('cannot be taken');
  });
  return { taken, ...(await handler({ Records: records })) };
}

const named = (it: RowRecord) => [(it.after ?? it.before)?.key.Id, it.after?.columns.status];

test('reads rows as they were before and after, whatever other software wrote', async () => {
  const { taken } = await follow([
    record({ Id: 1, sequenceNumber: '100' }),
    record({ Id: 2, sequenceNumber: '101', deleted: true }),
  ]);
  expect(taken[0]).toMatchObject({ after: { key: { task: 'demo', Id: 1 } } });
  expect(taken[0]).not.toHaveProperty('before');
  expect(taken[1]).toMatchObject({ before: { key: { task: 'demo', Id: 2 } } });
  expect(taken[1]).not.toHaveProperty('after');
});

test('knows the second of a write, which is never later than now', async () => {
  const { taken } = await follow([
    record({ Id: 1, sequenceNumber: '100' }),
    record({ Id: 2, sequenceNumber: '101', seconds: noon / 1000 - 5 }),
    record({ Id: 3, sequenceNumber: '102', seconds: noon / 1000 + 60 }),
  ]);
  expect(taken.map(({ written }) => written)).toEqual([
    { earliest: noon, latest: noon + 400 },
    { earliest: noon - 5_000, latest: noon - 4_001 },
    { earliest: noon + 400, latest: noon + 400 },
  ]);
});

test('takes the records of one row in their order', async () => {
  const { taken, batchItemFailures } = await follow([
    record({ Id: 1, sequenceNumber: '100', status: '10' }),
    record({ Id: 1, sequenceNumber: '101', status: '12' }),
    record({ Id: 1, sequenceNumber: '102', status: '10' }),
  ]);
  expect(taken.map(named)).toEqual([
    [1, 10],
    [1, 12],
    [1, 10],
  ]);
  expect(batchItemFailures).toEqual([]);
});

test('a record that cannot be taken holds up its own row and no other', async () => {
  const { taken, batchItemFailures } = await follow(
    [
      record({ Id: 1, sequenceNumber: '100' }),
      record({ Id: 2, sequenceNumber: '101' }),
      record({ Id: 2, sequenceNumber: '102', status: '12' }),
      record({ Id: 3, sequenceNumber: '103' }),
    ],
    (it) => it.after?.key.Id === 2,
  );
  expect(taken.map(named).sort()).toEqual([
    [1, 10],
    [2, 10],
    [3, 10],
  ]);
  expect(batchItemFailures).toEqual([{ itemIdentifier: '101' }]);
  expect(stage.journal.failures).toMatchObject([{ ids: { row: 'demo.2', sequenceNumber: '101' } }]);
  expect(stage.journal.flushed).toBe(1);
});

test('an order that was written directly is taken', async () => {
  stage.tables.putRow({ ...key, status: 10, callaftermin: 20, tel: '+442079460017' });
  const image = {
    task: { S: 'demo' },
    Id: { N: '17' },
    status: { N: '10' },
    callaftermin: { N: '20' },
    tel: { S: '+442079460017' },
  };
  const written = record({ Id: 17, sequenceNumber: '100' });
  const handler = onRowStream({ ...stage, readRow: () => rowAsItStands }, (it) =>
    followRow(stage, it),
  );
  const rowAsItStands = (await stage.rows.get(key)) ?? readRow(image);
  await handler({ Records: [written] });
  expect((await stage.rows.get(key))?.own.dueAt).toBe(noon + 20 * 60_000 + 1_000);
});
