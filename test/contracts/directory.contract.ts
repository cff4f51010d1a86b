import { accountSchema, operatorSchema, taskSchema } from '../../lambdas/domain/task/task.ts';
import type { OpenStore } from './store.ts';

const task = taskSchema.parse({
  id: 'demo',
  title: 'Перезвоны',
  timeZone: 'Europe/London',
  country: 'GB',
  callerId: '+442079460000',
  operators: ['anna'],
  callingHours: { 1: [['09:00', '18:00']] },
});
const anna = operatorSchema.parse({ id: 'anna', name: 'Anna', addresses: ['+442079460101'] });

export function directoryContract(open: OpenStore): void {
  test('tasks and operators read as they were put', async () => {
    const { directory } = await open();
    await directory.putTask(task);
    await directory.putOperator(anna);
    expect(await directory.task('demo')).toEqual(task);
    expect(await directory.tasks()).toEqual([task]);
    expect(await directory.operators()).toEqual([anna]);
    expect(await directory.operator('anna')).toEqual(anna);
    expect(await directory.operator('ivan')).toBeUndefined();
  });

  test('what is put again replaces what was there, also for those who read it before', async () => {
    const { directory } = await open();
    await directory.putTask(task);
    await directory.tasks();
    await directory.task('demo');
    await directory.putTask({ ...task, title: 'Callbacks' });
    expect((await directory.task('demo'))?.title).toBe('Callbacks');
    expect(await directory.tasks()).toHaveLength(1);
  });

  test('a task that nobody created reads as undefined, and is not created by a pause', async () => {
    const { directory } = await open();
    await directory.pauseTask('demo', 'error 21210');
    expect(await directory.task('demo')).toBeUndefined();
  });

  test('the account has Twilio’s default rate until it is given another', async () => {
    const { directory } = await open();
    expect(await directory.account()).toEqual(accountSchema.parse({}));
    await directory.putAccount({ callsPerSecond: null });
    expect(await directory.account()).toEqual({ callsPerSecond: null });
  });

  test('a pause keeps its first reason', async () => {
    const { directory } = await open();
    await directory.putTask(task);
    await directory.pauseTask('demo', 'error 21210');
    await directory.pauseTask('demo', 'error 20003');
    expect(await directory.task('demo')).toEqual({ ...task, paused: 'error 21210' });
  });

  test('a task that is resumed is not paused any more, and one that nobody created stays uncreated', async () => {
    const { directory } = await open();
    await directory.putTask(task);
    await directory.pauseTask('demo', 'error 21210');
    await directory.resumeTask('demo');
    await directory.resumeTask('sales');
    expect(await directory.task('demo')).toEqual(task);
    expect(await directory.tasks()).toHaveLength(1);
  });

  test('a change of an operator leaves the rest of them as it is', async () => {
    const { directory } = await open();
    await directory.putOperator({ ...anna, pinHash: 'scrypt:a:b' });
    await directory.changeOperator('anna', { away: true, currentTask: 'demo' });
    await directory.changeOperator('ivan', { away: true });
    await directory.changeOperator('anna', {});
    expect(await directory.operators()).toEqual([
      { ...anna, pinHash: 'scrypt:a:b', away: true, currentTask: 'demo' },
    ]);
  });

  test('lists are sorted by id', async () => {
    const { directory } = await open();
    for (const id of ['b', 'c', 'a']) await directory.putOperator({ ...anna, id });
    expect((await directory.operators()).map((it) => it.id)).toEqual(['a', 'b', 'c']);
  });
}
