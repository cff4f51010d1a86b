import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { DynamoAttempts } from '../../../lambdas/adapters/dynamodb/attempts/dynamo-attempts.ts';
import { DynamoRows } from '../../../lambdas/adapters/dynamodb/rows/dynamo-rows.ts';
import type { Attempt } from '../../../lambdas/domain/attempt/attempt.ts';
import { attemptFor, claimOf, dueColumns, key, noon, orderFor } from '../../contracts/samples.ts';
import { dynoxideForTests } from '../../support/dynoxide.ts';
import { createTables } from '../../support/tables.ts';
import {
  answerLost,
  cancelled,
  conflict,
  type Fault,
  faultyClient,
  requestLost,
} from './faulty-client.ts';

const sound = dynoxideForTests();
let opened = 0;

/** A due row, attempts over a sound connection, and those that meet the faults. */
async function given(...faults: Fault[]) {
  const tables = await createTables(sound(), String(++opened));
  await sound().send(
    new PutItemCommand({ TableName: tables.subscribers, Item: marshall(dueColumns) }),
  );
  const faulty = faultyClient(sound(), faults);
  const rows = new DynamoRows(sound(), tables);
  const row = await rows.get(key);
  if (row === undefined) throw new Error('the row is not there');
  return {
    row,
    rows,
    attempts: new DynamoAttempts(sound(), tables),
    faultyRows: new DynamoRows(faulty.client, tables),
    faultyAttempts: new DynamoAttempts(faulty.client, tables),
    tokens: faulty.tokens,
  };
}

const busy = { outcome: 'customer-busy', nextDueAt: noon + 300_000 } as const;

test('a claim that meets other transactions is tried again, each time with a token of its own', async () => {
  const once = cancelled('None', 'None', 'TransactionConflict', 'None', 'None');
  const { row, faultyAttempts, tokens } = await given(
    once,
    cancelled('ProvisionedThroughputExceeded', 'None', 'None', 'None', 'None'),
    cancelled('None', 'ThrottlingError', 'None', 'None', 'None'),
  );
  expect(await faultyAttempts.claim(claimOf(row, attemptFor(row, 'a1')))).toBe('claimed');
  expect(tokens).toHaveLength(4);
  expect(new Set(tokens).size).toBe(4);
});

test('a claim that always meets other transactions fails in the end', async () => {
  const always = Array.from({ length: 8 }, () => cancelled('TransactionConflict'));
  const { row, faultyAttempts, attempts } = await given(...always);
  await expect(faultyAttempts.claim(claimOf(row, attemptFor(row, 'a1')))).rejects.toThrow();
  expect(await attempts.held()).toEqual([]);
});

test.each([
  ['row-changed', ['ConditionalCheckFailed', 'None', 'ConditionalCheckFailed', 'None']],
  ['number-taken', ['None', 'None', 'ConditionalCheckFailed', 'TransactionConflict']],
  ['operator-taken', ['None', 'None', 'None', 'ConditionalCheckFailed']],
])(
  'a claim that is refused answers %s at once, whatever else is in its way',
  async (result, codes) => {
    const { row, faultyAttempts, tokens } = await given(cancelled(...codes));
    expect(await faultyAttempts.claim(claimOf(row, attemptFor(row, 'a1')))).toBe(result);
    expect(tokens).toHaveLength(1);
  },
);

test('a claim whose answer was lost is known by its attempt', async () => {
  const { row, faultyAttempts, attempts } = await given(answerLost);
  const attempt = attemptFor(row, 'a1');
  expect(await faultyAttempts.claim(claimOf(row, attempt))).toBe('claimed');
  expect(await attempts.history(key, 9)).toEqual([attempt]);
});

test('a claim whose request was lost is sent again', async () => {
  const { row, faultyAttempts, attempts } = await given(requestLost);
  expect(await faultyAttempts.claim(claimOf(row, attemptFor(row, 'a1')))).toBe('claimed');
  expect(await attempts.held()).toHaveLength(2);
});

test('a claim whose request was lost does not take the winner’s attempt for its own', async () => {
  const { row, faultyAttempts, attempts } = await given(requestLost);
  const [winner, loser] = [attemptFor(row, 'a1'), attemptFor(row, 'a2')];
  expect(await attempts.claim(claimOf(row, winner))).toBe('claimed');
  expect(await faultyAttempts.claim(claimOf(row, loser))).toBe('row-changed');
});

test('a claim that twice gets no answer fails', async () => {
  const { row, faultyAttempts } = await given(requestLost, requestLost);
  await expect(faultyAttempts.claim(claimOf(row, attemptFor(row, 'a1')))).rejects.toThrow(
    'ECONNREFUSED',
  );
});

async function inService(...faults: Fault[]) {
  const store = await given(...faults);
  const attempt = attemptFor(store.row, 'a1');
  await store.attempts.claim(claimOf(store.row, attempt));
  return { ...store, attempt };
}

test('a settlement whose answer was lost counts as this caller’s', async () => {
  const { faultyAttempts, attempt, rows } = await inService(answerLost);
  const settlement = { attempt, settled: busy, at: noon, change: orderFor(busy.nextDueAt) };
  expect(await faultyAttempts.settle(settlement)).toBe(true);
  expect((await rows.get(key))?.own.dueAt).toBe(busy.nextDueAt);
});

test('a settlement whose request was lost does not count as this caller’s when another was first', async () => {
  const { attempts, faultyAttempts, attempt } = await inService(requestLost);
  await attempts.settle({ attempt, settled: busy, at: noon });
  expect(await faultyAttempts.settle({ attempt, settled: busy, at: noon + 1 })).toBe(false);
});

test('a correction whose answer was lost counts as this caller’s', async () => {
  const { attempts, faultyAttempts, attempt, rows } = await inService(answerLost);
  await attempts.settle({ attempt, settled: busy, at: noon, change: orderFor(busy.nextDueAt) });
  const settled = (await attempts.get(attempt.id)) as Attempt;
  const change = { kind: 'finish', status: 12 } as const;
  const fact = { kind: 'corrected', at: noon + 1 } as const;
  expect(await faultyAttempts.correct({ attempt: settled, fact, change })).toBe(true);
  expect((await rows.get(key))?.columns.status).toBe(12);
});

test('a permission whose answer was lost is still given', async () => {
  const { attempts, faultyAttempts, attempt, rows } = await inService(answerLost);
  await attempts.record(attempt.id, { kind: 'operatorReady', at: noon });
  const row = await rows.get(key);
  if (row === undefined) throw new Error('the row is not there');
  expect(await faultyAttempts.permit(attempt, row, noon)).toBe(true);
});

test('ordinary writes that meet a transaction are tried again', async () => {
  const { row, faultyRows, faultyAttempts, attempt } = { ...(await inService(conflict, conflict)) };
  const after = await faultyAttempts.record(attempt.id, { kind: 'operatorRang', at: noon });
  expect(after?.facts.operatorRang).toEqual({ at: noon });
  expect(await faultyRows.change(row, { kind: 'clear' })).toBe(false);
});
