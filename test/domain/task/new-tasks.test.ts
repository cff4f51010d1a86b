import { completeTask } from '../../../lambdas/domain/task/new-tasks.ts';
import { taskSchema } from '../../../lambdas/domain/task/task.ts';

const given = taskSchema.parse({
  id: 'demo',
  title: 'Demo',
  timeZone: 'Europe/London',
  country: 'GB',
  callerId: '+442079460000',
  operators: [],
});

test.each([
  ['safe', false],
  ['open', true],
] as const)('a %s stage fills in what a new task leaves out: %s', (kind, filledIn) => {
  expect(completeTask(given, undefined, kind)).toMatchObject({
    allowUnregisteredOperators: filledIn,
    attachUnknownCallers: filledIn,
  });
});

test('what the task says stands, and what it leaves out later stays as it was', () => {
  const before = { ...given, allowUnregisteredOperators: true, attachUnknownCallers: false };
  const after = completeTask({ ...given, attachUnknownCallers: true }, before, 'safe');
  expect(after).toMatchObject({ allowUnregisteredOperators: true, attachUnknownCallers: true });
});
