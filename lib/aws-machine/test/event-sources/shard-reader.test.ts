import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { DynamoDBStreamEvent } from 'aws-lambda';
import { ShardReader } from '../../src/event-sources/shard-reader.ts';
import { Signal } from '../../src/event-sources/signal.ts';
import { StreamPositions } from '../../src/event-sources/stream-positions.ts';
import type { Upstream } from '../../src/proxy/upstream.ts';
import { mapping, record } from './stream-samples.ts';

/** Streams, of which every read gives the next portion; the shard ends after the last. */
function streamOf(portions: number[][]): Upstream {
  const rest = portions.map((numbers) => numbers.map((number) => record(number)));
  const call = async (target: string) => {
    if (target.endsWith('GetShardIterator')) return { ShardIterator: 'first' };
    const Records = rest.shift();
    return { Records, ...(rest.length > 0 ? { NextShardIterator: 'next' } : {}) };
  };
  return { call } as unknown as Upstream;
}

/** Reads a shard to its end; tells what reached the function, and how far it is settled. */
async function read(changes: object, portions: number[][]) {
  const seen: number[] = [];
  const folder = mkdtempSync(path.join(tmpdir(), 'shard-'));
  const positions = new StreamPositions(path.join(folder, 'positions.sqlite'));
  await new ShardReader({
    mapping: { ...mapping, ...changes },
    region: 'eu-central-1',
    shardId: 'shard-1',
    sourceArn: mapping.streamArn,
    dynamodb: streamOf(portions),
    positions,
    written: new Signal(),
    idleMilliseconds: 1,
    signal: new AbortController().signal,
    async invoke(_name, event) {
      const { Records } = event as DynamoDBStreamEvent;
      seen.push(...Records.map(({ eventID }) => Number(eventID)));
      return { ok: true, payload: 'null' };
    },
    reportFailure: async () => undefined,
  }).run();
  const settled = positions.latest(mapping.logicalId);
  positions.close();
  return { seen: seen.toSorted((a, b) => a - b), settled };
}

test('a portion with nothing for the function does not keep it from the next', async () => {
  const isEven = (event: unknown) => Number((event as { eventID: string }).eventID) % 2 === 0;
  const { seen, settled } = await read({ filters: [isEven] }, [[1], [2], [3], [4, 5]]);
  expect(seen).toEqual([2, 4]);
  expect(settled).toBe('5');
});

test('a portion with nothing for a lane does not keep the lane from the next', async () => {
  const all = Array.from({ length: 30 }, (_, index) => index + 1);
  const { seen, settled } = await read({ parallelizationFactor: 10 }, [[1], all.slice(1)]);
  expect(seen).toEqual(all);
  expect(settled).toBe('30');
});
