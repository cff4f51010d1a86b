import { followRow } from '../../../lambdas/use-cases/promises/follow-row.ts';
import { CallCentre } from '../../support/call-centre.ts';
import type { RowRecord } from '../../support/memory/memory-tables.ts';
import { instant } from '../../support/sample-attempt.ts';
import { promised } from '../../support/scenarios.ts';

describe('a stream record', () => {
  test('that comes late means the instant of the write, not that of its processing', async () => {
    const centre = await CallCentre.open();
    centre.put(17, { tel: promised.tel, status: 10, callaftermin: 5 });
    centre.put(18, { ...promised, time_callback: '10:02' });
    await centre.world.clock.advanceTo(instant('2026-11-23T10:03:00Z'));
    await centre.follow();
    expect(centre.row(17)).toMatchObject({ _due_at: '2026-11-23T10:05:00.000Z' });
    expect(centre.row(18)).toMatchObject({ _due_at: '2026-11-23T10:02:00.000Z' });
  });

  test('that comes twice means the same, and makes one call', async () => {
    const centre = await CallCentre.open();
    centre.put(17, { ...promised, callaftermin: 5 });
    const [record] = centre.world.tables.takeRecords();
    const written = { earliest: centre.world.clock.now(), latest: centre.world.clock.now() };
    const { writtenAt: _, ...write } = record as RowRecord;
    const told = { ...write, written };
    await followRow(centre.ports, told);
    await centre.follow();
    const row = centre.row(17);
    await centre.world.clock.advanceTo(instant('2026-11-23T10:01:00Z'));
    await followRow(centre.ports, told);
    await centre.follow();
    expect(centre.row(17)).toEqual(row);
    await centre.runUntil('2026-11-23T10:05:30Z');
    expect(centre.dialler.rung).toHaveLength(1);
  });

  test('that a later write has overtaken does not undo that one', async () => {
    const centre = await CallCentre.open();
    centre.put(17, { tel: promised.tel, status: 10, callaftermin: 5 });
    centre.write(17, { callaftermin: 60 });
    await centre.follow();
    expect(centre.row(17)).toMatchObject({ _due_at: '2026-11-23T11:00:00.000Z' });
    await centre.runUntil('2026-11-23T10:30:00Z');
    expect(centre.dialler.rung).toEqual([]);
  });

  test('that another write has overtaken is judged by its own instant all the same', async () => {
    const centre = await CallCentre.open();
    centre.put(17, { ...promised, time_callback: '10:00:01' });
    centre.put(18, { tel: '+442079460018', status: 10, callaftermin: 5 });
    await centre.world.clock.advanceTo(instant('2026-11-23T10:00:02Z'));
    for (const Id of [17, 18]) centre.write(Id, { operator_number: 'client:anna' });
    await centre.follow();
    expect(centre.row(17)).toMatchObject({ _due_at: '2026-11-23T10:00:01.000Z' });
    expect(centre.row(18)).toMatchObject({ _due_at: '2026-11-23T10:05:00.000Z' });
    expect(centre.world.journal.counted('OrderTaken')).toBe(2);
  });

  test('that never comes is made good by the next one of the row', async () => {
    const centre = await CallCentre.open();
    centre.put(17, promised);
    centre.world.tables.takeRecords();
    centre.write(17, { имя: 'Zoé' });
    await centre.follow();
    expect(centre.row(17)).toMatchObject({ _due_at: '2026-11-23T10:30:00.000Z', имя: 'Zoé' });
  });

  test('that never comes is made good by the next one, also when the moment has passed meanwhile', async () => {
    const centre = await CallCentre.open();
    centre.put(17, { ...promised, time_callback: '10:00:01' });
    centre.world.tables.takeRecords();
    await centre.world.clock.advanceTo(instant('2026-11-23T10:00:02Z'));
    centre.write(17, { имя: 'Zoé' });
    await centre.runUntil('2026-11-23T10:00:02Z');
    expect(centre.dialler.rung).toHaveLength(1);
  });

  test('of a row that orders nothing changes nothing', async () => {
    const centre = await CallCentre.open();
    centre.put(17, { tel: promised.tel, имя: 'Zoë', status: 12, date_call: '2026-11-20' });
    const before = centre.row(17);
    await centre.follow();
    expect(centre.row(17)).toEqual(before);
    expect(centre.world.journal.counted('OrderTaken')).toBe(0);
  });

  test('of our own change judges nothing again', async () => {
    const centre = await CallCentre.open();
    centre.put(17, promised);
    await centre.follow();
    expect(centre.world.journal.counted('OrderTaken')).toBe(1);
  });

  test('of a row of an unknown task says so in the row', async () => {
    const centre = await CallCentre.open();
    centre.world.tables.putRow({ ...promised, task: 'sales', Id: 1 });
    await centre.follow();
    expect(centre.world.tables.row({ task: 'sales', Id: 1 })?.own.problem).toBe(
      'there is no task “sales”; create it, then write the row again',
    );
  });
});

describe('a row’s timer', () => {
  test('goes when the row is cancelled, deleted or refused', async () => {
    for (const change of [{ status: undefined }, { status: 12 }, { callaftermin: 'soon' }]) {
      const centre = await CallCentre.open();
      centre.put(17, promised);
      await centre.follow();
      centre.write(17, change);
      await centre.follow();
      expect(centre.world.timers.all()).toEqual([]);
    }
  });

  test('stays one when other columns change', async () => {
    const centre = await CallCentre.open();
    centre.put(17, promised);
    await centre.follow();
    centre.write(17, { имя: 'Zoé', tel: '+442079460018' });
    await centre.follow();
    expect(centre.world.timers.all()).toHaveLength(1);
    expect(centre.world.dialQueue.all()).toEqual([]);
  });

  test('that fires a minute late is on time', async () => {
    const centre = await CallCentre.open();
    centre.put(17, promised);
    await centre.follow();
    const [armed] = centre.world.timers.all();
    await centre.world.clock.advanceTo(instant('2026-11-23T10:28:45Z'));
    if (armed !== undefined) await centre.world.timers.fire(armed);
    await centre.runUntil('2026-11-23T10:30:00Z');
    expect(centre.dialler.rung).toMatchObject([{ at: instant('2026-11-23T10:29:45Z') }]);
  });

  test('that fires twice makes one call', async () => {
    const centre = await CallCentre.open();
    centre.put(17, promised);
    await centre.follow();
    const [armed] = centre.world.timers.all();
    await centre.runUntil('2026-11-23T10:28:00Z');
    if (armed !== undefined) await centre.world.timers.fire(armed);
    await centre.runUntil('2026-11-23T10:30:00Z');
    expect(centre.dialler.rung).toHaveLength(1);
  });

  test('that fires after the row was moved makes no call', async () => {
    const centre = await CallCentre.open();
    centre.put(17, promised);
    await centre.follow();
    const [armed] = centre.world.timers.all();
    centre.write(17, { time_callback: '11:00' });
    await centre.runUntil('2026-11-23T10:28:00Z');
    if (armed !== undefined) await centre.world.timers.fire(armed);
    await centre.runUntil('2026-11-23T10:31:00Z');
    expect(centre.dialler.rung).toEqual([]);
  });
});
