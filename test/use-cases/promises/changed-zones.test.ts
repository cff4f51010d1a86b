import { retimed } from '../../../lambdas/domain/order/retime.ts';
import { CallCentre } from '../../support/call-centre.ts';
import { sampleTask } from '../../support/sample-task.ts';
import { promised } from '../../support/scenarios.ts';

const atThree = { ...promised, time_callback: '15:00' };

async function zoneChanged(columns = {}): Promise<CallCentre> {
  const centre = await CallCentre.open();
  centre.put(17, { ...atThree, ...columns });
  await centre.runUntil('2026-11-23T10:00:10Z');
  await centre.changeTask({ timeZone: 'Europe/Berlin' });
  await centre.world.dialQueue.send({ kind: 'retime', task: 'demo' }, 0);
  await centre.runUntil('2026-11-23T10:00:20Z');
  return centre;
}

test('a task whose zone changes moves the rows that have none of their own, and their stories say so', async () => {
  const centre = await zoneChanged();
  expect(centre.row(17)).toMatchObject({
    time_callback: '15:00:00',
    _due_at: '2026-11-23T14:00:00.000Z',
    _promised_for: '2026-11-23T14:00:00.000Z',
  });
  const events = await centre.world.views.events({ task: 'demo', Id: 17 });
  expect(events.at(-1)).toMatchObject({
    kind: 'moved',
    from: '2026-11-23T15:00:00.000Z',
    to: '2026-11-23T14:00:00.000Z',
  });
  await centre.runUntil('2026-11-23T13:59:46Z');
  expect(centre.dialler.rung).toHaveLength(1);
});

test('a row that has a zone of its own stays where it is', async () => {
  const centre = await zoneChanged({ time_zone: 'Europe/London' });
  expect(centre.row(17)).toMatchObject({ _due_at: '2026-11-23T15:00:00.000Z' });
});

test('rules of a zone that change later move the instant, not the wall clock: seen when it is due', async () => {
  const centre = await CallCentre.open();
  centre.put(17, atThree);
  await centre.follow();
  // As it was computed by rules that held an hour earlier.
  centre.world.tables.updateRow(
    { task: 'demo', Id: 17 },
    {
      set: { _due_at: '2026-11-23T14:00:00.000Z', _promised_for: '2026-11-23T14:00:00.000Z' },
    },
  );
  await centre.runUntil('2026-11-23T14:30:00Z');
  expect(centre.dialler.rung).toHaveLength(0);
  await centre.runUntil('2026-11-23T14:59:46Z');
  expect(centre.dialler.rung).toHaveLength(1);
});

test('the second of two equal times, when clocks go back, agrees with its wall clock', () => {
  const order = { status: '10', date_callback: '2026-10-25', time_callback: '01:30:00' };
  const dueAt = Date.parse('2026-10-25T01:30:00Z');
  const row = { columns: { ...order, status: 10 }, own: { order, dueAt } };
  expect(retimed(row, sampleTask())).toBeUndefined();
});
