import { offerNextRow } from '../../../lambdas/use-cases/callback/offer-next-row.ts';
import { CallCentre } from '../../support/call-centre.ts';
import { anna } from '../../support/sample-task.ts';
import { promised } from '../../support/scenarios.ts';

/** A due call waits for Anna, who is away; somebody gives it to Ivan, who is free. */

async function waitingForAnna(): Promise<CallCentre> {
  const centre = await CallCentre.open({ task: { releaseAfterMinutes: null } });
  await centre.world.directory.putOperator({ ...anna, away: true });
  centre.put(17, { ...promised, operator_number: '+442079460991' });
  await centre.runUntil('2026-11-23T11:02:00Z');
  expect(centre.row(17)).toHaveProperty('_waiting_since');
  expect(centre.dialler.rung).toEqual([]);
  return centre;
}

test.each([
  ['another operator', '+442079460992'],
  ['anybody', undefined],
])('a call that waited is made at once when it is given to %s', async (_, operator_number) => {
  const centre = await waitingForAnna();
  centre.write(17, { operator_number });
  await centre.runUntil('2026-11-23T11:02:03Z');
  expect(centre.dialler.rung).toMatchObject([{ to: '+442079460992' }]);
});

test('one that is not yet due stays where it is', async () => {
  const centre = await CallCentre.open();
  centre.put(17, { ...promised, operator_number: '+442079460991' });
  await centre.runUntil('2026-11-23T10:02:00Z');
  centre.write(17, { operator_number: '+442079460992' });
  await centre.runUntil('2026-11-23T10:29:44Z');
  expect(centre.row(17)._due_at).toBe('2026-11-23T10:30:00.000Z');
  expect(centre.dialler.rung).toEqual([]);
});

test.each([
  ['cancelled', { status: undefined }],
  ['moved', { date_callback: '2026-11-24', time_callback: '09:00' }],
])(
  'one that was just %s is not brought back for an operator who becomes free',
  async (_, write) => {
    const centre = await waitingForAnna();
    centre.write(17, write);
    await offerNextRow(centre.ports, 'operator:anna');
    await centre.world.directory.putOperator(anna);
    await centre.runUntil('2026-11-23T12:30:00Z');
    expect(centre.dialler.rung).toEqual([]);
  },
);
