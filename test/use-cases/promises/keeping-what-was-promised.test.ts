import { overduePromises } from '../../../lambdas/use-cases/promises/list-overdue.ts';
import type { CallCentre } from '../../support/call-centre.ts';
import { instant } from '../../support/sample-attempt.ts';
import { customerRinging, operatorRinging, promised, type Scene } from '../../support/scenarios.ts';

const halfPast = '2026-11-23T10:30:00.000Z';

async function operatorDoesNotAnswer(): Promise<Scene> {
  const scene = await operatorRinging();
  await scene.centre.world.directory.changeOperator('ivan', { away: true });
  await scene.call.operatorIs('no-answer');
  await scene.centre.runUntil('2026-11-23T10:30:01Z');
  return scene;
}

async function overdue({ world, ports }: CallCentre): Promise<number[]> {
  const tasks = await world.directory.tasks();
  const { rows } = await overduePromises(ports, { tasks });
  return rows.map(({ key }) => key.Id);
}

test('a retry keeps the promised instant beside the next try, in row and attempt', async () => {
  const { centre } = await operatorDoesNotAnswer();
  expect(centre.row(17)).toMatchObject({
    status: 10,
    _promised_for: halfPast,
    _delayed_by: 'operators',
  });
  expect(centre.row(17)._due_at).not.toBe(halfPast);
  await centre.runUntil('2026-11-23T10:40:00Z');
  expect(centre.attempts(17).map(({ promisedFor }) => promisedFor)).toEqual(
    centre.attempts(17).map(() => instant(halfPast)),
  );
  expect(centre.attempts(17).length).toBeGreaterThan(1);
});

test('a customer who was dialled on time and is busy is told so in the row', async () => {
  const { centre, call } = await customerRinging();
  await call.customerIs('busy');
  await call.operatorIs('completed');
  await centre.follow();
  expect(centre.row(17)).toMatchObject({
    _promised_for: halfPast,
    _dialled_at: expect.any(String),
  });
  expect(centre.row(17)).not.toHaveProperty('_delayed_by');
});

test('a row is overdue once its promise has passed, whenever its next try is', async () => {
  const { centre } = await operatorDoesNotAnswer();
  expect(centre.row(17)._due_at).not.toBe(halfPast);
  expect(await overdue(centre)).toEqual([17]);
});

test('a new promise is another: its own instant, and no delay', async () => {
  const { centre } = await operatorDoesNotAnswer();
  centre.write(17, { ...promised, time_callback: '11:00' });
  await centre.follow();
  expect(centre.row(17)).toMatchObject({ _promised_for: '2026-11-23T11:00:00.000Z' });
  expect(centre.row(17)).not.toHaveProperty('_delayed_by');
});
