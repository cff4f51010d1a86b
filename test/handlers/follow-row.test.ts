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
  await handler({ Records: records });
  return { taken };
}

const queued = () => stage.dialQueue.all().map(({ message }) => message);

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
  const { taken } = await follow([
    record({ Id: 1, sequenceNumber: '100', status: '10' }),
    record({ Id: 1, sequenceNumber: '101', status: '12' }),
    record({ Id: 1, sequenceNumber: '102', status: '10' }),
  ]);
  expect(taken.map(named)).toEqual([
    [1, 10],
    [1, 12],
    [1, 10],
  ]);
  expect(queued()).toEqual([]);
});

test('a record that cannot be followed becomes a message of its own, and nothing waits for it', async () => {
  const { taken } = await follow(
    [
      record({ Id: 1, sequenceNumber: '100' }),
      record({ Id: 2, sequenceNumber: '101' }),
      record({ Id: 2, sequenceNumber: '102', status: '12' }),
      record({ Id: 3, sequenceNumber: '103' }),
    ],
    (it) => it.sequence === '101',
  );
  expect(taken.map(named).sort()).toEqual([
    [1, 10],
    [2, 10],
    [2, 12],
    [3, 10],
  ]);
  const mark = expect.any(String);
  const written = { earliest: noon, latest: noon + 400 };
  expect(queued()).toEqual([
    { kind: 'judge', row: { task: 'demo', Id: '2' }, written, sequence: '101', mark },
  ]);
  expect(stage.journal.failures).toMatchObject([{ ids: { row: 'demo.2', sequenceNumber: '101' } }]);
  expect(stage.journal.flushed).toBe(1);
});

test('an Id that JavaScript would round keeps its digits in the message', async () => {
  const long = record({ Id: 17, sequenceNumber: '100' });
  Object.assign(long.dynamodb?.Keys ?? {}, { Id: { N: '1234567890123456789' } });
  await follow([long], () => true);
  expect(queued()).toMatchObject([{ row: { task: 'demo', Id: '1234567890123456789' } }]);
});

test('a ban that stood before the write goes along with it', async () => {
  const barred = record({ Id: 1, sequenceNumber: '100' });
  const OldImage = { ...barred.dynamodb?.NewImage, status: { N: '14' } };
  Object.assign(barred.dynamodb ?? {}, { OldImage });
  await follow([barred], () => true);
  expect(queued()).toMatchObject([{ wasBarred: true }]);
});

test('a record that hangs is handed over before Lambda ends the function, with what follows it', async () => {
  const handler = onRowStream({ ...stage, readRow }, ({ after }) =>
    after?.key.Id === 2 ? new Promise<void>(() => {}) : Promise.resolve(),
  );
  const ended = handler({
    Records: [
      record({ Id: 1, sequenceNumber: '100' }),
      record({ Id: 2, sequenceNumber: '101' }),
      record({ Id: 2, sequenceNumber: '102', status: '12' }),
    ],
  });
  await stage.clock.advanceTo(noon + 15_399);
  expect(queued()).toEqual([]);
  await stage.clock.advanceTo(noon + 15_400);
  await ended;
  expect(queued()).toMatchObject([{ sequence: '101' }, { sequence: '102' }]);
});

describe('a record that kills the function', () => {
  const batch = [
    record({ Id: 1, sequenceNumber: '100' }),
    record({ Id: 2, sequenceNumber: '101' }),
  ];
  /** The function ends in the middle: what it took does not come to an end, and Lambda hears nothing. */
  const killed = async () => {
    const { taken } = await follow(batch);
    return taken.length > 0;
  };

  test('takes its batch along three times at most, counted when it is half a minute late', async () => {
    expect(await killed()).toBe(true);
    await stage.clock.advanceTo(noon + 31_000);
    for (let tries = 1; tries <= 3; tries++) expect(await killed()).toBe(true);
    expect(queued()).toEqual([]);
    expect(await killed()).toBe(false);
    expect(queued()).toMatchObject([
      { kind: 'judge', row: { Id: '1' }, sequence: '100' },
      { kind: 'judge', row: { Id: '2' }, sequence: '101' },
    ]);
  });

  test('is not looked for where it cannot be counted', async () => {
    await stage.clock.advanceTo(noon + 31_000);
    const add = () => Promise.reject(new Error('no answer'));
    const rateCounter = { add };
    const taken: RowRecord[] = [];
    const handler = onRowStream({ ...stage, rateCounter, readRow }, async (it) => {
      taken.push(it);
    });
    for (let tries = 1; tries <= 9; tries++) await handler({ Records: batch });
    expect(taken).toHaveLength(18);
  });
});

test('records come again when the dial queue takes nothing, and the log of the runtime learns nothing', async () => {
  const send = () => Promise.reject(new Error('no queue for +447700900001'));
  const handler = onRowStream({ ...stage, dialQueue: { send }, readRow }, () =>
    Promise.reject(new Error('no')),
  );
  const ended = handler({ Records: [record({ Id: 1, sequenceNumber: '100' })] });
  await expect(ended).rejects.toThrow(/^the dial queue took nothing; the log says why$/);
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
