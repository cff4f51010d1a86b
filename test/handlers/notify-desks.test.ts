import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBRecord } from 'aws-lambda';
import { attemptItem } from '../../lambdas/adapters/dynamodb/attempts/attempt-item.ts';
import { readAttempt, readRow } from '../../lambdas/composition/readers.ts';
import { sha256Hex } from '../../lambdas/composition/table-ports.ts';
import { type Attempt, withFact } from '../../lambdas/domain/attempt/attempt.ts';
import { linksFor } from '../../lambdas/domain/evidence/chain.ts';
import { evidenceOf } from '../../lambdas/domain/evidence/evidence.ts';
import type { Columns } from '../../lambdas/domain/row/row.ts';
import { onDeskStreams } from '../../lambdas/handlers/notify-desks/on-desk-streams.ts';
import type { Desks } from '../../lambdas/ports/people/desks.ts';
import { makeEvidence } from '../../lambdas/use-cases/evidence/make-evidence.ts';
import { dueColumns, noon } from '../contracts/samples.ts';
import { attemptWith, fact } from '../support/sample-attempt.ts';
import { type CallContext, callContext } from './call-context.ts';

let stage: CallContext;
beforeEach(async () => {
  stage = await callContext();
});

type Image = Record<string, AttributeValue>;

interface Write {
  keys: Image;
  before?: Image | undefined;
  after?: Image | undefined;
  sequence: string;
}

function record({ keys, before, after, sequence }: Write): DynamoDBRecord {
  const dynamodb = {
    Keys: keys,
    ...(before && { OldImage: before }),
    ...(after && { NewImage: after }),
    SequenceNumber: sequence,
    ApproximateCreationDateTime: noon / 1000,
  };
  return { dynamodb } as DynamoDBRecord;
}

function rowWrite(sequence: string, before: Columns | undefined, after: Columns | undefined) {
  const image = (columns: Columns | undefined) => columns && marshall(columns);
  const { task, Id } = (after ?? before) as Columns;
  return record({
    keys: marshall({ task, Id }),
    before: image(before),
    after: image(after),
    sequence,
  });
}

function attemptWrite(sequence: string, before: Attempt | undefined, after: Attempt) {
  const { row, suffix } = attemptItem(after);
  const keys = { row, suffix } as Image;
  return record({
    keys,
    before: before && attemptItem(before),
    after: attemptItem(after),
    sequence,
  });
}

const handle = (
  Records: DynamoDBRecord[],
  ports: Partial<CallContext> & { leftOut?: string } = {},
) => onDeskStreams({ ...stage, hash: sha256Hex, readRow, readAttempt, ...ports })({ Records });

const kinds = () => stage.desks.told.map(({ message }) => message.kind);

test('a fact of an attempt is told, the newest state of a batch once', async () => {
  const first = attemptWith([fact('submitting')]);
  const second = attemptWith([fact('submitting'), fact('operatorRang')]);
  const answer = await handle([
    attemptWrite('1', undefined, first),
    attemptWrite('2', first, second),
  ]);
  expect(answer).toEqual({ batchItemFailures: [] });
  expect(stage.desks.told).toMatchObject([
    { message: { kind: 'attempt', attempt: { state: 'ringing', facts: [{}, {}] } } },
  ]);
});

test('a settled attempt is in the figures', async () => {
  await handle([attemptWrite('1', undefined, attemptWith([fact('settled')]))]);
  expect(await stage.views.outcomes('demo', ['2026-11-23'])).toHaveLength(1);
});

test('of many promises that were made, desks hear once, when they can see them', async () => {
  const seen: number[] = [];
  const watched: Pick<Desks, 'notify'> = {
    notify: async () => {
      const { promises } = await stage.views.promisedFor('demo', 'anybody', { limit: 9 });
      seen.push(promises.length);
      return { failed: 0 };
    },
  };
  const desks = Object.assign(Object.create(stage.desks), watched) as CallContext['desks'];
  const writes = [1, 2, 3].map((Id) => rowWrite(String(Id), undefined, { ...dueColumns, Id }));
  await handle(writes, { desks });
  expect(seen).toEqual([3]);
});

test('a row that is edited without its promise is indexed and not told of', async () => {
  await handle([rowWrite('1', dueColumns, { ...dueColumns, имя: 'Анна' })]);
  expect(await stage.views.byWord('demo', 'анна', 9)).toHaveLength(1);
  expect(await stage.views.events({ task: 'demo', Id: 17 })).toEqual([
    { at: '2026-11-23T12:00:00.000Z', kind: 'edited', columns: ['имя'] },
  ]);
  expect(kinds()).toEqual([]);
});

test('a deleted attempt is nothing to tell', async () => {
  const attempt = attemptWith([fact('settled')]);
  const { row, suffix } = attemptItem(attempt);
  const gone = record({
    keys: { row, suffix } as Image,
    before: attemptItem(attempt),
    sequence: '1',
  });
  expect(await handle([gone])).toEqual({ batchItemFailures: [] });
  expect(kinds()).toEqual([]);
});

describe('what can never be taken', () => {
  const refused = (error: Error): CallContext['views'] =>
    Object.assign(Object.create(stage.views), {
      follow: async (change: Parameters<CallContext['views']['follow']>[0]) => {
        if (change.row.Id === 2) throw error;
        await stage.views.follow(change);
      },
    });
  const writes = [1, 2, 3].map((Id) => rowWrite(`10${Id}`, undefined, { ...dueColumns, Id }));

  test.each([
    ['a table', Object.assign(new Error('one or more values'), { name: 'ValidationException' })],
    ['a library', new RangeError('Forbidden')],
  ])('because %s refuses it is left out and counted, and the stream goes on', async (_, error) => {
    expect(await handle(writes, { views: refused(error) })).toEqual({ batchItemFailures: [] });
    const found = await stage.views.byWord('demo', 'мария', 9);
    expect(found.map(({ Id }) => Id)).toEqual([1, 3]);
    expect(stage.journal.failures).toMatchObject([{ ids: { item: 'demo.2' } }]);
  });

  test('because it ends the function takes its batch along three times, and is left out then', async () => {
    await stage.clock.advanceTo(noon + 31_000);
    for (let tries = 1; tries <= 3; tries++) await handle(writes);
    expect(stage.journal.failures).toEqual([]);
    stage.desks.told.length = 0;
    expect(await handle(writes)).toEqual({ batchItemFailures: [] });
    expect(stage.desks.told).toEqual([]);
    expect(stage.journal.failures).toMatchObject([{ ids: { sequenceNumber: '101' } }]);
  });
});

describe('what cannot be written', () => {
  /** The views refuse rows with this Id, and figures. */
  function brokenViews(Id: number): CallContext['views'] {
    const follow: CallContext['views']['follow'] = async (change) => {
      if (change.row.Id === Id) throw new Error('cannot be written');
      await stage.views.follow(change);
    };
    const keepOutcome = async () => Promise.reject(new Error('cannot be written'));
    return Object.assign(Object.create(stage.views), { follow, keepOutcome });
  }

  test('holds up its own row from its first write on, and no other', async () => {
    const row = (Id: number) => ({ ...dueColumns, Id });
    const answer = await handle(
      [
        rowWrite('100', undefined, row(1)),
        rowWrite('101', undefined, row(2)),
        rowWrite('102', row(2), { ...row(2), имя: 'Анна' }),
        rowWrite('103', undefined, row(3)),
      ],
      { views: brokenViews(2) },
    );
    expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: '101' }] });
    const found = await stage.views.byWord('demo', 'мария', 9);
    expect(found.map(({ Id }) => Id)).toEqual([1, 3]);
    expect(kinds()).toEqual(['promises']);
    expect(stage.journal.failures).toMatchObject([
      { ids: { item: 'demo.2', sequenceNumber: '101' } },
    ]);
    expect(stage.journal.flushed).toBe(1);
  });

  test('does not keep a call from being told', async () => {
    const attempt = attemptWith([fact('settled')]);
    const views = brokenViews(0);
    const answer = await handle([attemptWrite('7', undefined, attempt)], { views });
    expect(kinds()).toEqual(['attempt']);
    expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: '7' }] });
    expect(stage.journal.failures).toMatchObject([{ ids: { item: 'demo.17.a1' } }]);
  });
});

test('a desk that cannot be told holds up nothing', async () => {
  const notify = async () => ({ failed: 1, reason: 'TimeoutError' });
  const desks = Object.assign(Object.create(stage.desks), { notify }) as CallContext['desks'];
  const answer = await handle([attemptWrite('1', undefined, attemptWith([fact('settled')]))], {
    desks,
  });
  expect(answer).toEqual({ batchItemFailures: [] });
  expect(await stage.views.outcomes('demo', ['2026-11-23'])).toHaveLength(1);
  expect(stage.journal.counted('DeskNotTold')).toBe(1);
});

describe('an attempt of which nothing more is to come', () => {
  const settled = attemptWith([
    fact('dialling'),
    fact('bridged'),
    { kind: 'settled', at: noon, outcome: 'reached' },
  ]);
  const over = withFact(settled, fact('operatorEnded'));
  const chain = async () => (await stage.traces.chain(over.customer)).links;

  test('is sealed in its number’s chain at once, and once', async () => {
    await handle([attemptWrite('1', undefined, settled)]);
    expect(await chain()).toEqual([]);
    await handle([attemptWrite('2', settled, over)]);
    expect(await chain()).toMatchObject([{ place: 1, kind: 'attempt', ref: over.id }]);
    await handle([attemptWrite('2', settled, over)]);
    expect(await chain()).toHaveLength(1);
  });

  test('is missed when it is taken away afterwards, though nobody had asked for evidence', async () => {
    await handle([attemptWrite('2', settled, over)]);
    const wanted = { number: over.customer, rows: [over.row] };
    const { entries } = await makeEvidence({ ...stage, hash: sha256Hex }, wanted);
    expect(entries).toMatchObject([{ ref: over.id, state: 'gone' }]);
  });

  test('is the link that evidence would add', async () => {
    await handle([attemptWrite('2', settled, over)]);
    const sources = { attempts: [over], forms: [], events: [], doNotCall: [] };
    expect(linksFor(await chain(), evidenceOf(sources), sha256Hex)).toEqual([]);
  });
});

test('the task of the test call is neither told nor counted', async () => {
  const settled = attemptWith([{ kind: 'settled', at: noon, outcome: 'reached' }]);
  const answer = await handle(
    [attemptWrite('1', undefined, settled), rowWrite('100', undefined, { ...dueColumns, Id: 1 })],
    { leftOut: 'demo' },
  );
  expect(answer).toEqual({ batchItemFailures: [] });
  expect(kinds()).toEqual([]);
  expect(await stage.views.outcomes('demo', ['2026-11-23'])).toEqual([]);
  expect(await stage.views.byWord('demo', 'мария', 9)).toEqual([]);
});
