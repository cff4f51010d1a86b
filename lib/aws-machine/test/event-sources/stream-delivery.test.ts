import type { DynamoDBStreamEvent } from 'aws-lambda';
import type { StreamMapping } from '../../src/event-sources/mapping-definitions.ts';
import { StreamDelivery } from '../../src/event-sources/stream-delivery.ts';
import type { StreamRecord } from '../../src/event-sources/stream-event.ts';
import type { InvocationResult } from '../../src/functions/function-worker.ts';
import { mapping, record } from './stream-samples.ts';

const succeeded: InvocationResult = { ok: true, payload: 'null' };
const failed: InvocationResult = { ok: false, failure: { errorType: 'E', errorMessage: 'no' } };

/** Delivers records to a function that answers as `respond` says; tells its batches and reports. */
async function deliver(options: {
  changes?: Partial<StreamMapping>;
  records: StreamRecord[];
  respond(ids: string[], batches: string[][]): InvocationResult;
}) {
  const batches: string[][] = [];
  const reports: unknown[] = [];
  const delivery = new StreamDelivery(
    {
      mapping: { ...mapping, ...options.changes },
      region: 'eu-central-1',
      signal: new AbortController().signal,
      async invoke(_name, event) {
        const { Records } = event as DynamoDBStreamEvent;
        batches.push(Records.map(({ eventID }) => eventID ?? ''));
        return options.respond(batches.at(-1) ?? [], batches);
      },
      reportFailure: async (_queueArn, report) => void reports.push(report),
    },
    'shard-1',
  );
  await delivery.deliver(options.records);
  return { batches, reports };
}

const one = [record(1)];
const four = [1, 2, 3, 4].map((number) => record(number));

test('a batch that succeeds is delivered once', async () => {
  const { batches, reports } = await deliver({ records: four, respond: () => succeeded });
  expect(batches).toEqual([['1', '2', '3', '4']]);
  expect(reports).toEqual([]);
});

test('a batch that fails is tried again as often as the mapping says', async () => {
  const { batches } = await deliver({
    changes: { maximumRetryAttempts: 1 },
    records: one,
    respond: () => failed,
  });
  expect(batches).toEqual([['1'], ['1']]);
});

test('a try may succeed after one that failed', async () => {
  const { reports } = await deliver({
    changes: { maximumRetryAttempts: 1 },
    records: one,
    respond: (_ids, batches) => (batches.length === 1 ? failed : succeeded),
  });
  expect(reports).toEqual([]);
});

test('halving finds the one bad record, and the others pass', async () => {
  const { batches, reports } = await deliver({
    changes: { bisectsBatchOnError: true },
    records: four,
    respond: (ids) => (ids.includes('3') ? failed : succeeded),
  });
  expect(batches).toEqual([['1', '2', '3', '4'], ['1', '2'], ['3', '4'], ['3'], ['4']]);
  expect(reports).toMatchObject([
    { DDBStreamBatchInfo: { startSequenceNumber: '3', batchSize: 1 } },
  ]);
});

test('a reported failure brings everything from there on again', async () => {
  const second = JSON.stringify({ batchItemFailures: [{ itemIdentifier: '2' }] });
  const { batches } = await deliver({
    changes: { reportsItemFailures: true, maximumRetryAttempts: 1 },
    records: four,
    respond: (_ids, batches) => (batches.length === 1 ? { ok: true, payload: second } : succeeded),
  });
  expect(batches).toEqual([
    ['1', '2', '3', '4'],
    ['2', '3', '4'],
  ]);
});

test('records that are too old are not delivered, but reported', async () => {
  const hourAgo = Date.now() / 1000 - 3600;
  const { batches, reports } = await deliver({
    changes: { maximumRecordAgeSeconds: 60 },
    records: [record(1, hourAgo), record(2)],
    respond: () => succeeded,
  });
  expect(batches).toEqual([['2']]);
  expect(reports).toMatchObject([{ requestContext: { condition: 'RecordAgeExceeded' } }]);
});

test('without a failure destination what is given up is gone', async () => {
  const { reports } = await deliver({
    changes: { onFailureArn: undefined },
    records: one,
    respond: () => failed,
  });
  expect(reports).toEqual([]);
});
