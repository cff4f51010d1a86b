import { CallCentre } from '../../support/call-centre.ts';
import { instant } from '../../support/sample-attempt.ts';
import { operatorWaiting, promised } from '../../support/scenarios.ts';

const row = { task: 'demo', Id: 17 };
const dueAt = instant('2026-11-23T10:30:00Z');

describe('a row that was written', () => {
  test('rings the operator before the promised second and the customer on it', async () => {
    const { centre, call } = await operatorWaiting();
    expect(centre.dialler.rung).toMatchObject([
      { at: instant('2026-11-23T10:29:45Z'), to: '+442079460991', ringSeconds: 25 },
    ]);
    await centre.runUntil('2026-11-23T10:29:59.300Z');
    const dial = call.comesBack();
    await expect(centre.answerBy('2026-11-23T10:29:59.999Z', dial)).rejects.toThrow('no answer');
    expect(await centre.answerBy('2026-11-23T10:30:00.000Z', dial)).toEqual({
      kind: 'dial',
      customer: '+442079460017',
      callerId: '+442079460000',
      ringSeconds: 30,
      isWatched: false,
      detectsMachines: false,
    });
  });

  test('due in more than 15 minutes waits in Scheduler, which is set two minutes early', async () => {
    const centre = await CallCentre.open();
    centre.put(17, promised);
    await centre.follow();
    expect(centre.world.timers.all()).toEqual([
      { timer: { row, dueAt }, fireAt: instant('2026-11-23T10:27:45Z') },
    ]);
    expect(centre.world.dialQueue.all()).toEqual([]);
  });

  test('due within 15 minutes waits in the queue', async () => {
    const centre = await CallCentre.open({ at: '2026-11-23T10:14:45Z' });
    centre.put(17, promised);
    await centre.follow();
    expect(centre.world.timers.all()).toEqual([]);
    expect(centre.world.dialQueue.all()).toEqual([
      { message: { kind: 'call', row, dueAt }, visibleAt: instant('2026-11-23T10:29:45Z') },
    ]);
  });

  test('due in half a minute has one message: two would claim it twice', async () => {
    const centre = await CallCentre.open({ at: '2026-11-23T10:29:30Z' });
    centre.put(17, promised);
    await centre.follow();
    expect(centre.world.dialQueue.all()).toHaveLength(1);
  });

  test('due in forty days is dialled in forty days', async () => {
    const centre = await CallCentre.open();
    centre.put(17, { ...promised, date_callback: '2027-01-02' });
    await centre.runUntil('2027-01-02T10:29:44.900Z');
    expect(centre.dialler.rung).toEqual([]);
    await centre.runUntil('2027-01-02T10:29:45.100Z');
    expect(centre.dialler.rung).toMatchObject([{ at: instant('2027-01-02T10:29:45Z') }]);
  });

  test('due in three seconds is dialled at once', async () => {
    const centre = await CallCentre.open();
    centre.put(17, { ...promised, time_callback: '10:00:03' });
    await centre.runUntil('2026-11-23T10:00:00Z');
    expect(centre.dialler.rung).toHaveLength(1);
  });

  test('moved to another instant is dialled then, and only then', async () => {
    const centre = await CallCentre.open();
    centre.put(17, promised);
    await centre.runUntil('2026-11-23T10:05:00Z');
    centre.write(17, { time_callback: '11:00' });
    await centre.follow();
    expect(centre.world.timers.all()).toMatchObject([{ fireAt: instant('2026-11-23T10:57:45Z') }]);
    await centre.runUntil('2026-11-23T10:59:46Z');
    expect(centre.dialler.rung).toMatchObject([{ at: instant('2026-11-23T10:59:45Z') }]);
  });
});

describe('a message about a due row', () => {
  test('that comes early waits on in the queue', async () => {
    const centre = await CallCentre.open();
    centre.put(17, promised);
    await centre.follow();
    await centre.deliver({ kind: 'call', row, dueAt });
    expect(centre.world.dialQueue.all()).toEqual([
      { message: { kind: 'call', row, dueAt }, visibleAt: instant('2026-11-23T10:15:00Z') },
    ]);
  });

  test('that comes less than a second early is held', async () => {
    const centre = await CallCentre.open();
    centre.put(17, promised);
    await centre.follow();
    await centre.world.clock.advanceTo(instant('2026-11-23T10:29:44.100Z'));
    await centre.deliver({ kind: 'call', row, dueAt });
    expect(centre.dialler.rung).toEqual([]);
    await centre.world.clock.advanceTo(dueAt - 15_000);
    expect(centre.dialler.rung).toMatchObject([{ at: dueAt - 15_000 }]);
  });

  test.each<[string, (centre: CallCentre) => void]>([
    ['moved', (centre) => centre.write(17, { time_callback: '11:00' })],
    ['cancelled', (centre) => centre.write(17, { status: undefined })],
    ['deleted', (centre) => centre.delete(17)],
    ['refused', (centre) => centre.write(17, { callaftermin: 'soon' })],
  ])('is stale when the row was %s, also before anybody took note', async (_, change) => {
    for (const isFollowed of [false, true]) {
      const centre = await CallCentre.open();
      centre.put(17, promised);
      await centre.follow();
      await centre.world.clock.advanceTo(dueAt - 16_000);
      change(centre);
      if (isFollowed) await centre.follow();
      await centre.world.clock.advanceTo(dueAt - 15_000);
      await centre.deliver({ kind: 'call', row, dueAt });
      expect(centre.dialler.rung).toEqual([]);
    }
  });

  test('that comes twice makes one call', async () => {
    const centre = await CallCentre.open();
    centre.put(17, promised);
    await centre.follow();
    await centre.world.clock.advanceTo(instant('2026-11-23T10:29:44.500Z'));
    await centre.deliver({ kind: 'call', row, dueAt });
    await centre.deliver({ kind: 'call', row, dueAt });
    await centre.runUntil('2026-11-23T10:29:50Z');
    await centre.deliver({ kind: 'call', row, dueAt });
    expect(centre.dialler.rung).toHaveLength(1);
    expect(centre.attempts(17)).toHaveLength(1);
  });

  test('is of no effect for a row of a task that is gone', async () => {
    const centre = await CallCentre.open();
    await centre.deliver({ kind: 'call', row: { task: 'gone', Id: 1 }, dueAt });
    expect(centre.dialler.rung).toEqual([]);
  });
});
