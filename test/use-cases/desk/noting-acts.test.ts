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

test('that they were offered none meanwhile is kept, from the second call on until now', async () => {
  const centre = await missed(2);
  const from = centre.world.clock.now();
  await centre.runUntil('2026-11-23T10:20:00Z');
  await noteAct(centre.ports, 'anna');
  const span = { from, until: from + 3_600_000 };
  expect(await centre.world.stateLog.changes('anna', span)).toEqual([
    { at: from, state: 'not-responding' },
    { at: centre.world.clock.now(), state: 'available' },
  ]);
});

test('who responds is told nothing by what they do', async () => {
  const centre = await CallCentre.open();
  await noteAct(centre.ports, 'anna');
  expect(centre.world.dialQueue.all()).toEqual([]);
});
