import { patrol } from '../../../lambdas/use-cases/recovery/patrol.ts';
import { reconcile } from '../../../lambdas/use-cases/recovery/reconcile.ts';
import { CallCentre } from '../../support/call-centre.ts';
import { instant } from '../../support/sample-attempt.ts';
import { anna, sampleTask } from '../../support/sample-task.ts';
import { customerRinging, operatorRinging, promised, talking } from '../../support/scenarios.ts';

/** What the reconciler says of the floor. */
async function floor(centre: CallCentre) {
  await reconcile(centre.ports);
  const { journal } = centre.world;
  return {
    overdue: journal.gauged('OverdueRows'),
    orphaned: journal.gauged('OrphanedRows'),
    talking: journal.gauged('OperatorsTalking'),
    waiting: journal.gauged('OperatorsWaiting'),
    wrappingUp: journal.gauged('OperatorsWrappingUp'),
  };
}

const quiet = { overdue: 0, orphaned: 0, talking: 0, waiting: 0, wrappingUp: 0 };

test('an empty floor is told as empty', async () => {
  expect(await floor(await CallCentre.open())).toEqual(quiet);
});

test('an operator waits until their customer answers, then they talk, then they wrap up', async () => {
  const ringing = await customerRinging();
  expect(await floor(ringing.centre)).toEqual({ ...quiet, waiting: 1 });
  const { centre, call } = await talking();
  expect(await floor(centre)).toEqual({ ...quiet, talking: 1 });
  await call.customerIs('completed', 20);
  await call.operatorIs('completed');
  expect(await floor(centre)).toEqual({ ...quiet, wrappingUp: 1 });
});

test('rows whose call is overdue are counted, each as long as it is', async () => {
  const centre = await CallCentre.open();
  for (const Id of [17, 18]) centre.put(Id, promised);
  await centre.follow();
  for (const { timer } of centre.world.timers.all()) await centre.world.timers.disarm(timer);
  await centre.world.clock.advanceTo(instant('2026-11-23T10:31:00Z'));
  expect(await floor(centre)).toEqual({ ...quiet, overdue: 2 });
  expect(await floor(centre)).toEqual({ ...quiet, overdue: 2 });
});

test('a row is overdue from its promise on, though its next try is later', async () => {
  const { centre, call } = await operatorRinging();
  await centre.world.directory.changeOperator('ivan', { away: true });
  await call.operatorIs('no-answer');
  await centre.runUntil('2026-11-23T10:29:59Z');
  expect(await floor(centre)).toMatchObject({ overdue: 0 });
  await centre.runUntil('2026-11-23T10:30:01Z');
  expect(centre.row(17)).toMatchObject({ status: 10, time_callback: '10:34:46' });
  expect(await floor(centre)).toMatchObject({ overdue: 1 });
});

test('a row whose customer was dialled in time is not overdue while its retry waits', async () => {
  const { centre, call } = await customerRinging();
  await call.customerIs('busy');
  await call.operatorIs('completed');
  await centre.runUntil('2026-11-23T10:32:00Z');
  expect(centre.row(17)).toMatchObject({ status: 10 });
  expect(await floor(centre)).toMatchObject({ overdue: 0 });
});

test('rows that a paused task holds back are not overdue', async () => {
  const centre = await CallCentre.open();
  centre.put(17, promised);
  await centre.follow();
  await centre.changeTask({ paused: 'by-supervisor' });
  await centre.runUntil('2026-11-23T10:31:00Z');
  expect(await floor(centre)).toMatchObject({ overdue: 0 });
  await centre.world.directory.putTask(sampleTask());
  expect(await floor(centre)).toMatchObject({ overdue: 0 });
});

test('promises of the next hour whose operator is away or gone are counted as orphaned', async () => {
  const centre = await CallCentre.open();
  const { directory } = centre.world;
  centre.put(17, { ...promised, operator_number: '+442079460991', time_callback: '10:59' });
  centre.put(18, { ...promised, operator_number: '+442079460991', time_callback: '11:01' });
  centre.put(19, promised);
  await centre.follow();
  expect(await floor(centre)).toEqual(quiet);
  await directory.putOperator({ ...anna, away: true });
  expect(await floor(centre)).toEqual({ ...quiet, orphaned: 1 });
  await directory.putOperator({ ...anna, gone: true });
  expect(await floor(centre)).toEqual({ ...quiet, orphaned: 1 });
});

test('a row whose order no record told of is counted as found, once', async () => {
  const centre = await CallCentre.open();
  centre.put(17, promised);
  for (let n = 0; n < 2; n++) await patrol(centre.ports);
  expect(centre.world.journal.counted('UntoldFound')).toBe(1);
});

test.each([
  ['is away', true, 1],
  ['responds', false, 0],
])('a task with calls and an operator who %s is told', async (_, away, expected) => {
  const centre = await CallCentre.open({ task: { operators: ['anna'] } });
  await centre.world.directory.putOperator({ ...anna, away });
  centre.put(17, { ...promised, time_callback: '10:04' });
  await centre.runUntil('2026-11-23T10:00:01Z');
  await reconcile(centre.ports);
  expect(centre.world.journal.gauged('UnattendedTasks')).toBe(expected);
});

test('a task whose only operator let two calls ring is told', async () => {
  const centre = await CallCentre.open({ task: { operators: ['anna'] } });
  centre.put(17, { ...promised, time_callback: '10:04' });
  await centre.runUntil('2026-11-23T10:00:01Z');
  const key = 'operator:anna' as const;
  const freeAt = centre.world.clock.now();
  const lock = { key, attempt: 'demo.1.x' as never, takenAt: 0, freeAt, missed: 2 };
  centre.world.tables.locks.set(key, lock);
  await reconcile(centre.ports);
  expect(centre.world.journal.gauged('UnattendedTasks')).toBe(1);
});
