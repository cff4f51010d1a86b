import { onSchedule } from '../../lambdas/handlers/boundary/on-schedule.ts';
import { patrol } from '../../lambdas/use-cases/recovery/patrol.ts';
import { reconcile } from '../../lambdas/use-cases/recovery/reconcile.ts';
import { dueColumns, noon } from '../contracts/samples.ts';
import { type CallContext, callContext } from './call-context.ts';

let stage: CallContext;
beforeEach(async () => {
  stage = await callContext(noon + 60_000);
});

test('the reconciler sends the message that an overdue row has lost', async () => {
  await stage.directory.putAccount({ callsPerSecond: null });
  stage.tables.putRow(dueColumns);
  await onSchedule(stage.journal, () => reconcile(stage))();
  expect(stage.dialQueue.all()).toMatchObject([{ message: { kind: 'call', dueAt: noon } }]);
  expect(stage.journal.flushed).toBe(1);
});

test('the patrol takes an order that no record told of', async () => {
  stage.tables.putRow({ task: 'demo', Id: 17, tel: '+442079460017', status: 10, callaftermin: 5 });
  await onSchedule(stage.journal, () => patrol(stage))();
  expect((await stage.rows.get({ task: 'demo', Id: 17 }))?.own.dueAt).toBeDefined();
});

test('a sweep that fails counts as failed, and hands nothing of its error to the log of the runtime', async () => {
  const reason = Object.assign(new Error('no'), { Item: { tel: '+447700900001' } });
  const failing = onSchedule(stage.journal, () => Promise.reject(reason));
  const thrown = await failing().catch((it: unknown) => it);
  expect(thrown).toEqual(new Error('the sweep failed; the log says why'));
  expect((thrown as Error).cause).toBeUndefined();
  expect(stage.journal.failures).toEqual([{ error: reason, ids: {} }]);
  expect(stage.journal.flushed).toBe(1);
});

test('a sweep that fails does not keep the next one of its function from being made', async () => {
  let isMade = false;
  const failing = onSchedule(
    stage.journal,
    () => Promise.reject(new Error('no')),
    async () => {
      isMade = true;
    },
  );
  await expect(failing()).rejects.toThrow('the sweep failed');
  expect(isMade).toBe(true);
});
