import { DynamoDirectory } from '../../../lambdas/adapters/dynamodb/directory/dynamo-directory.ts';
import { type Task, taskSchema } from '../../../lambdas/domain/task/task.ts';
import { noon } from '../../contracts/samples.ts';
import { dynoxideForTests } from '../../support/dynoxide.ts';
import { MemoryClock } from '../../support/memory/memory-clock.ts';
import { createTables } from '../../support/tables.ts';

const client = dynoxideForTests();
let opened = 0;

const task: Task = taskSchema.parse({
  id: 'demo',
  title: 'Callbacks',
  timeZone: 'Europe/London',
  country: 'GB',
  callerId: '+442079460000',
  operators: [],
});

/** Two processes that share a directory; the reader's clock is moved by hand. */
async function readerAndWriter() {
  const tables = await createTables(client(), String(++opened));
  const clock = new MemoryClock(noon);
  const reader = new DynamoDirectory(client(), { tables, clock });
  const writer = new DynamoDirectory(client(), { tables, clock: new MemoryClock(noon) });
  return { clock, reader, writer };
}

test('what another process changed is seen after five seconds', async () => {
  const { clock, reader, writer } = await readerAndWriter();
  await writer.putTask(task);
  await reader.task('demo');
  await writer.pauseTask('demo', 'error 20003');
  await clock.advanceTo(noon + 4_999);
  expect((await reader.task('demo'))?.paused).toBeUndefined();
  await clock.advanceTo(noon + 5_000);
  expect((await reader.task('demo'))?.paused).toBe('error 20003');
});

test('a task is seen as soon as it is created, also by who looked for it before', async () => {
  const { reader, writer } = await readerAndWriter();
  expect(await reader.task('demo')).toBeUndefined();
  await writer.putTask(task);
  expect(await reader.task('demo')).toEqual(task);
});

test('those who ask at the same time share one read', async () => {
  const { reader } = await readerAndWriter();
  expect(reader.operators()).toBe(reader.operators());
  await reader.operators();
});

test('a failure is not remembered', async () => {
  const suffix = String(++opened);
  const tables = { directory: `Directory-${suffix}` };
  const directory = new DynamoDirectory(client(), { tables, clock: new MemoryClock(noon) });
  await expect(directory.tasks()).rejects.toThrow();
  await createTables(client(), suffix);
  expect(await directory.tasks()).toEqual([]);
});

test('who must not be told what is old sees at once what another process changed', async () => {
  const tables = await createTables(client(), String(++opened));
  const clock = new MemoryClock(noon);
  const writer = new DynamoDirectory(client(), { tables, clock });
  const reader = new DynamoDirectory(client(), { tables, clock, reads: 'current' });
  await writer.putTask(task);
  expect((await reader.task('demo'))?.paused).toBeUndefined();
  expect(await reader.tasks()).toEqual([task]);
  await writer.pauseTask('demo', 'error 20003');
  expect((await reader.task('demo'))?.paused).toBe('error 20003');
  expect(await reader.tasks()).toMatchObject([{ paused: 'error 20003' }]);
});

test('a task that was stored before reads with the names and causes of today', async () => {
  const { reader, writer } = await readerAndWriter();
  const retrySeconds = { busy: 60, noAnswer: 120, failed: 180, abandoned: 240 };
  await writer.putTask({ ...task, retrySeconds } as unknown as Task);
  const present = {
    ...task,
    retrySeconds: {
      ...{ busy: 60, declined: 3600, noAnswer: 120, failed: 180 },
      ...{ operatorHungUp: 240, voicemail: 3600 },
    },
  };
  expect(await reader.task('demo')).toEqual(present);
  expect(await reader.tasks()).toEqual([present]);
});
