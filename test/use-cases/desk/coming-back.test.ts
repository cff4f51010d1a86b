import { changeOwnState } from '../../../lambdas/use-cases/desk/change-own-state.ts';
import { CallCentre } from '../../support/call-centre.ts';
import { anna } from '../../support/sample-task.ts';

/** An operator who was away says that they are there again. */

const awayAnna = { ...anna, away: true };
const order = { tel: '020 7946 0017', status: 10, callaftermin: 0 };

async function annaIsAway(): Promise<CallCentre> {
  const centre = await CallCentre.open({ task: { operators: ['anna'] } });
  await centre.world.directory.putOperator(awayAnna);
  return centre;
}

test('who comes back is rung at once for the call that waits', async () => {
  const centre = await annaIsAway();
  centre.put(17, order);
  await centre.runUntil('2026-11-23T10:01:00Z');
  await changeOwnState(centre.ports, { operator: awayAnna, change: { away: false } });
  await centre.runUntil('2026-11-23T10:01:02Z');
  expect(centre.dialler.rung).toHaveLength(1);
});

test('a call that becomes due before everybody knows that they are back waits some seconds, not minutes', async () => {
  const centre = await annaIsAway();
  const { directory } = centre.world;
  await changeOwnState(centre.ports, { operator: awayAnna, change: { away: false } });
  // What is remembered of the directory still says that they are away.
  await directory.changeOperator('anna', { away: true });
  centre.put(17, order);
  await centre.runUntil('2026-11-23T10:00:04Z');
  expect(centre.dialler.rung).toEqual([]);
  await directory.changeOperator('anna', { away: false });
  await centre.runUntil('2026-11-23T10:00:08Z');
  expect(centre.dialler.rung).toHaveLength(1);
});

test('who goes away, or was there all the time, is offered nothing', async () => {
  const centre = await annaIsAway();
  await changeOwnState(centre.ports, { operator: anna, change: { away: false } });
  await changeOwnState(centre.ports, { operator: anna, change: { away: true } });
  expect(centre.world.dialQueue.all()).toEqual([]);
});
