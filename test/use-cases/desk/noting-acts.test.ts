import { noteAct } from '../../../lambdas/use-cases/desk/note-act.ts';
import { CallCentre } from '../../support/call-centre.ts';

async function missed(calls: number): Promise<CallCentre> {
  const centre = await CallCentre.open();
  const key = 'operator:anna' as const;
  const attempt = 'demo.1.x' as never;
  const freeAt = centre.world.clock.now();
  centre.world.tables.locks.set(key, { key, attempt, takenAt: 0, freeAt, missed: calls });
  return centre;
}

test('who did not respond and does something is offered calls again, one at once', async () => {
  const centre = await missed(2);
  await noteAct(centre.ports, 'anna');
  expect(await centre.world.attempts.missing(1)).toEqual([]);
  expect(centre.world.dialQueue.all()).toMatchObject([
    { message: { kind: 'offer', operator: 'operator:anna' } },
  ]);
});

test('who responds is told nothing by what they do', async () => {
  const centre = await CallCentre.open();
  await noteAct(centre.ports, 'anna');
  expect(centre.world.dialQueue.all()).toEqual([]);
});
