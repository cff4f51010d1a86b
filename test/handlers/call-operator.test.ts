import type { SQSEvent } from 'aws-lambda';
import { readMessage } from '../../lambdas/composition/readers.ts';
import { operatorSchema } from '../../lambdas/domain/task/task.ts';
import { onDialQueue } from '../../lambdas/handlers/call-operator/on-dial-queue.ts';
import { takeDialMessage } from '../../lambdas/handlers/call-operator/take-dial-message.ts';
import type { DialMessage } from '../../lambdas/ports/calls/dial-queue.ts';
import { dueColumns, noon } from '../contracts/samples.ts';
import { type CallContext, callContext, ringingAttempt } from './call-context.ts';

let stage: CallContext;
beforeEach(async () => {
  stage = await callContext();
});

function queued(...bodies: string[]): SQSEvent {
  return {
    Records: bodies.map((body, n) => ({ messageId: `m${n + 1}`, body })),
  } as unknown as SQSEvent;
}

const call = JSON.stringify({ task: 'demo', Id: 17, dueAt: '2026-11-23T12:00:00.000Z' });

async function take(event: SQSEvent) {
  return onDialQueue({ ...stage, readMessage }, (message) => takeDialMessage(stage, message))(
    event,
  );
}

test('a due row is claimed and its operator rung', async () => {
  stage.tables.putRow({ ...dueColumns, operator_number: '+447700900001' });
  const taken = take(queued(call));
  await stage.clock.advanceTo(noon);
  expect(await taken).toEqual({ batchItemFailures: [] });
  expect(stage.dialler.rung).toMatchObject([{ to: '+447700900001', from: '+442079460000' }]);
});

test('a silent attempt is looked into', async () => {
  const { id } = await ringingAttempt(stage);
  await stage.clock.advanceTo(noon + 600_000);
  await take(queued(JSON.stringify({ check: id })));
  expect((await stage.attempts.get(id))?.facts.operatorEnded).toMatchObject({ as: 'failed' });
});

test('a free operator is given the row that waits for them', async () => {
  const anna = { id: 'anna', name: 'Anna', addresses: ['+447700900001'] };
  await stage.directory.putOperator(operatorSchema.parse(anna));
  stage.tables.putRow({
    ...dueColumns,
    _waiting_for: 'operator:anna',
    _waiting_since: '2026-11-23T11:00:00.000Z',
  });
  await take(queued(JSON.stringify({ offer: 'operator:anna' })));
  expect(stage.dialler.rung).toMatchObject([{ to: '+447700900001' }]);
});

test('a message that fails stays in the queue, the others do not', async () => {
  const failing = (message: DialMessage) =>
    message.kind === 'check' ? Promise.reject(new Error('no')) : Promise.resolve();
  const event = queued(call, JSON.stringify({ check: 'demo.17.a1' }));
  expect(await onDialQueue({ ...stage, readMessage }, failing)(event)).toEqual({
    batchItemFailures: [{ itemIdentifier: 'm2' }],
  });
  expect(stage.journal.failures).toMatchObject([
    { ids: { message: 'm2', kind: 'check', attempt: 'demo.17.a1' } },
  ]);
  expect(stage.journal.flushed).toBe(1);
});

describe('a row that cannot be judged', () => {
  const body = JSON.stringify({
    judge: { task: 'demo', Id: '17' },
    earliest: '2026-11-23T11:59:00.000Z',
    latest: '2026-11-23T11:59:00.999Z',
    sequence: '111',
  });
  const failing = () => Promise.reject(new Error('no'));
  const takeIt = () => onDialQueue({ ...stage, readMessage }, failing)(queued(body));
  const pauses = () =>
    stage.dialQueue.all().map(({ visibleAt }) => (visibleAt - stage.clock.now()) / 1000);

  test.each([
    ['at once', '2026-11-23T11:59:01Z', 15],
    ['a minute later', '2026-11-23T12:00:01Z', 60],
    ['hours later', '2026-11-23T16:00:00Z', 240],
  ])('is tried again %s', async (_, now, pause) => {
    stage = await callContext(Date.parse(now));
    expect(await takeIt()).toEqual({ batchItemFailures: [] });
    expect(stage.dialQueue.all()).toMatchObject([{ message: readMessage(body) }]);
    expect(pauses()).toEqual([pause]);
    expect(stage.journal.counted('RowNotJudged')).toBe(1);
    expect(stage.journal.counted('DecisionNeeded')).toBe(1);
    expect(stage.journal.failures).toMatchObject([{ ids: { kind: 'judge', row: 'demo.17' } }]);
  });

  test('goes to the dead letters a day after it was written', async () => {
    stage = await callContext(Date.parse('2026-11-24T11:59:01Z'));
    expect(await takeIt()).toEqual({ batchItemFailures: [{ itemIdentifier: 'm1' }] });
    expect(stage.dialQueue.all()).toEqual([]);
  });
});

test('a body that is no message goes the way to the dead letters', async () => {
  expect(await take(queued('hello', '{}'))).toEqual({
    batchItemFailures: [{ itemIdentifier: 'm1' }, { itemIdentifier: 'm2' }],
  });
});

test("an operator's address is in no log line: it may be their phone number", async () => {
  const failing = () => Promise.reject(new Error('no'));
  const event = queued(JSON.stringify({ offer: 'operator:+447700900001' }));
  await onDialQueue({ ...stage, readMessage }, failing)(event);
  expect(stage.journal.failures.map(({ ids }) => ids)).toEqual([{ message: 'm1', kind: 'offer' }]);
});
