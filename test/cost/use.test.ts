import type { Count, Phase } from '../../lib/cost/measurement.ts';
import { addUse, afterFree, priceOf, scaleUse, useOf, useOfCallback } from '../../lib/cost/use.ts';

const count = (caller: string, operation: string, more: Partial<Count> = {}): Count => ({
  caller,
  operation,
  requests: 1,
  readUnits: 0,
  writeUnits: 0,
  ...more,
});

/** Two calls: an order each, a message each, a webhook each, and a desk that is told. */
const phase: Phase = {
  times: 2,
  logBytes: 4000,
  counts: [
    count('outside', 'dynamodb:PutItem', { requests: 2, writeUnits: 2 }),
    count('EngineCallOperator', 'lambda:Invoke', { requests: 2 }),
    count('EngineCallOperator', 'dynamodb:TransactWriteItems', { requests: 2, writeUnits: 20 }),
    count('EngineCallOperator (event source)', 'sqs:DeleteMessage', { requests: 2 }),
    count('EngineFollowRow', 'sqs:SendMessage', { requests: 2 }),
    count('WebhooksVoice', 'lambda:Invoke', { requests: 2 }),
    count('WebhooksVoice', 'dynamodb:GetItem', { requests: 4, readUnits: 4 }),
    count('DeskNewsTellDesks', 'lambda:Invoke', { requests: 4 }),
    count('DeskNewsTellDesks', 'execute-api:PostToConnection', { requests: 6 }),
  ],
};

test('a callback is what its functions and its order use, without its desk', () => {
  expect(useOfCallback(phase, 'near')).toMatchObject({
    lambdaRequest: 2,
    httpApiRequest: 1,
    webSocketMessage: 0,
    writeUnit: 11,
    readUnit: 2,
    sqsRequest: 3,
  });
});

test('one that waits in Scheduler takes a timer, a message and a function call more', () => {
  const [near, far] = [useOfCallback(phase, 'near'), useOfCallback(phase, 'far')];
  expect(far.schedulerInvocation).toBe(1);
  expect((far.lambdaRequest ?? 0) - (near.lambdaRequest ?? 0)).toBe(1);
  expect((far.sqsRequest ?? 0) - (near.sqsRequest ?? 0)).toBe(3);
});

test('a desk is told by messages', () => {
  const told = useOf(phase, ({ caller }) => caller.startsWith('DeskNews'));
  expect(told).toMatchObject({ lambdaRequest: 2, webSocketMessage: 3, httpApiRequest: 0 });
});

test('uses are added, scaled and priced', () => {
  const use = addUse({ writeUnit: 3 }, scaleUse({ writeUnit: 1, lambdaRequest: 2 }, 1_000_000));
  expect(use).toEqual({ writeUnit: 1_000_003, lambdaRequest: 2_000_000 });
  expect(priceOf({ writeUnit: 1_000_000, lambdaRequest: 2_000_000 })).toBeCloseTo(1.025, 10);
});

test('what is free is taken off, and no more than there is', () => {
  const use = { lambdaRequest: 1_500_000, alarmMetric: 4, writeUnit: 7 };
  expect(afterFree(use)).toEqual({ lambdaRequest: 500_000, alarmMetric: 0, writeUnit: 7 });
});
