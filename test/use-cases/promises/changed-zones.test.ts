import { retimed } from '../../../lambdas/domain/order/retime.ts';
import { retimeTask } from '../../../lambdas/use-cases/promises/retime-rows.ts';
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
    because: 'zone',
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

describe('a task with more rows than a page holds', () => {
  /** The 200th row of the first page is due in the same second as those after it. */
  async function manyRows(timeZone: string): Promise<CallCentre> {
    const centre = await CallCentre.open();
    for (let Id = 1; Id <= 230; Id++) {
      const time_callback = Id <= 150 ? '15:00' : Id <= 210 ? '15:01' : '15:02';
      centre.put(Id, { ...atThree, time_callback });
    }
    await centre.runUntil('2026-11-23T10:00:10Z');
    await centre.changeTask({ timeZone });
    return centre;
  }

  const dueAt = (centre: CallCentre, Id: number) => centre.row(Id)._due_at;
  const allDueAt = (centre: CallCentre) =>
    new Set(Array.from({ length: 230 }, (_, n) => dueAt(centre, n + 1)));

  test.each([
    ['earlier', 'Europe/Berlin', '14'],
    ['later, into the pages that follow', 'America/New_York', '20'],
  ])('has them all moved %s, each second of them in one page', async (_, timeZone, hour) => {
    const centre = await manyRows(timeZone);
    await retimeTask(centre.ports, { task: 'demo' });
    expect(dueAt(centre, 210)).toBe(`2026-11-23T${hour}:01:00.000Z`);
    expect(dueAt(centre, 211)).toBe('2026-11-23T15:02:00.000Z');
    await centre.runUntil('2026-11-23T10:00:20Z');
    const minutes = ['00', '01', '02'].map((it) => `2026-11-23T${hour}:${it}:00.000Z`);
    expect(allDueAt(centre)).toEqual(new Set(minutes));
  });

  test.each([
    ['in a page', 'Europe/Berlin', 70],
    ['in a page', 'America/New_York', 70],
    ['between two pages', 'Europe/Berlin', 1000],
    ['between two pages', 'America/New_York', 1000],
  ])(
    'has them all moved, though the function is killed %s: to %s',
    async (_, timeZone, changes) => {
      const centre = await manyRows(timeZone);
      const { rows, dialQueue } = centre.world;
      const alive = { change: rows.change, send: dialQueue.send };
      const killed = async () => Promise.reject(new Error('killed'));
      let left = changes;
      rows.change = (...of) => (left-- > 0 ? alive.change.apply(rows, of) : killed());
      dialQueue.send = killed;
      await expect(retimeTask(centre.ports, { task: 'demo' })).rejects.toThrow('killed');
      Object.assign(rows, { change: alive.change });
      Object.assign(dialQueue, { send: alive.send });
      expect(allDueAt(centre)).toContain('2026-11-23T15:02:00.000Z');
      await dialQueue.send({ kind: 'retime', task: 'demo' }, 0);
      await centre.runUntil('2026-11-23T10:00:20Z');
      expect(allDueAt(centre).size).toBe(3);
      for (const time of ['15:00', '15:01', '15:02']) {
        expect(allDueAt(centre)).not.toContain(`2026-11-23T${time}:00.000Z`);
      }
    },
  );
});
