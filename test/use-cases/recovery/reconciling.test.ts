import type { AttemptId } from '../../../lambdas/domain/attempt/attempt.ts';
import { patrol } from '../../../lambdas/use-cases/recovery/patrol.ts';
import { reconcile } from '../../../lambdas/use-cases/recovery/reconcile.ts';
import { CallCentre } from '../../support/call-centre.ts';
import { instant } from '../../support/sample-attempt.ts';
import { sampleTask } from '../../support/sample-task.ts';
import { operatorRinging, promised, talking } from '../../support/scenarios.ts';

const message = {
  kind: 'call',
  row: { task: 'demo', Id: 17 },
  dueAt: instant('2026-11-23T10:30:00Z'),
};

/** Row 17 is promised for 10:30:00, and both its timer and its message are lost. */
async function forgottenUntil(iso: string): Promise<CallCentre> {
  const centre = await CallCentre.open();
  centre.put(17, promised);
  await centre.follow();
  for (const { timer } of centre.world.timers.all()) await centre.world.timers.disarm(timer);
  await centre.world.clock.advanceTo(instant(iso));
  return centre;
}

const queued = (centre: CallCentre) => centre.world.dialQueue.all().map((it) => it.message);

describe('the reconciler', () => {
  test('closes the pages of who was removed meanwhile, and no others', async () => {
    const centre = await CallCentre.open();
    const { desks, directory } = centre.world;
    for (const [operator, role] of [
      ['anna', 'operator'],
      ['ivan', 'supervisor'],
    ] as const) {
      const url = new URL(await desks.openTicket({ operator, role }));
      await desks.connect(url.searchParams.get('ticket') ?? '', `page of ${operator}`);
    }
    await directory.changeOperator('ivan', { gone: true });
    await reconcile(centre.ports);
    expect(await desks.isWatched(undefined)).toBe(false);
    expect(await desks.online(['anna', 'ivan'])).toEqual(new Set(['anna']));
  });

  test('closes the pages that a supervisor opened who is an operator now, and keeps the later ones', async () => {
    const centre = await CallCentre.open();
    const { clock, desks, directory } = centre.world;
    await directory.changeOperator('ivan', { role: 'operator', roleChangedAt: clock.now() });
    for (const role of ['operator', 'supervisor'] as const) {
      const url = new URL(await desks.openTicket({ operator: 'ivan', role }));
      await desks.connect(url.searchParams.get('ticket') ?? '', `as ${role}`);
    }
    await reconcile(centre.ports);
    expect(await desks.isWatched('olga')).toBe(false);
    expect(await desks.online(['ivan'])).toEqual(new Set(['ivan']));
  });

  test('sends the message of a row whose operator should have been rung 20 s ago', async () => {
    const centre = await forgottenUntil('2026-11-23T10:30:05Z');
    await reconcile(centre.ports);
    expect(queued(centre)).toEqual([]);
    await centre.world.clock.advanceTo(instant('2026-11-23T10:30:05.001Z'));
    await reconcile(centre.ports);
    expect(queued(centre)).toEqual([message]);
    expect(centre.world.journal.counted('OverdueFound')).toBe(1);
  });

  test('sends it at most once in two minutes', async () => {
    const centre = await forgottenUntil('2026-11-23T10:31:00Z');
    await reconcile(centre.ports);
    await centre.world.clock.advanceTo(instant('2026-11-23T10:32:59.999Z'));
    await reconcile(centre.ports);
    expect(queued(centre)).toHaveLength(1);
    await centre.world.clock.advanceTo(instant('2026-11-23T10:33:00Z'));
    await reconcile(centre.ports);
    expect(queued(centre)).toHaveLength(2);
  });

  test('claims and dials nothing itself', async () => {
    const centre = await forgottenUntil('2026-11-23T10:31:00Z');
    await reconcile(centre.ports);
    expect(centre.row(17)).toMatchObject({ status: 10 });
    expect(centre.attempts(17)).toEqual([]);
    expect(centre.dialler.rung).toEqual([]);
    await centre.runUntil('2026-11-23T10:31:01Z');
    expect(centre.dialler.rung).toHaveLength(1);
  });

  test.each([
    ['served', { status: 12, _due_at: undefined, _order: { status: '12' } }],
    [
      'moved',
      {
        time_callback: '12:00:00',
        _due_at: '2026-11-23T12:00:00.000Z',
        _order: { status: '10', date_callback: '2026-11-23', time_callback: '12:00:00' },
      },
    ],
  ])('believes the row, not the index: one that was %s is left alone', async (_, columns) => {
    const centre = await forgottenUntil('2026-11-23T10:31:00Z');
    centre.write(17, columns);
    centre.world.rows.allDueBefore = async function* () {
      yield* [message.row, { task: 'demo', Id: 99 }];
    };
    await reconcile(centre.ports);
    expect(queued(centre)).toEqual([]);
  });

  test('judges a write of which no record told', async () => {
    const centre = await forgottenUntil('2026-11-23T10:31:00Z');
    centre.write(17, { callaftermin: 5 });
    centre.world.tables.takeRecords();
    await reconcile(centre.ports);
    expect(centre.row(17)).toMatchObject({ status: 10, _due_at: '2026-11-23T10:36:00.000Z' });
    expect(queued(centre)).toEqual([]);
  });

  test('takes a moment that passed since such a write for what it was: a promise, late', async () => {
    const centre = await forgottenUntil('2026-11-23T10:50:00Z');
    centre.write(17, { time_callback: '10:45' });
    centre.world.tables.takeRecords();
    await reconcile(centre.ports);
    await centre.runUntil('2026-11-23T10:50:01Z');
    expect(centre.dialler.rung).toHaveLength(1);
  });

  test('asks after an attempt without news, and leaves one with news alone', async () => {
    const { centre, call } = await operatorRinging();
    await call.operatorIs('ringing');
    await centre.world.clock.advanceTo(instant('2026-11-23T10:30:15.999Z'));
    await reconcile(centre.ports);
    expect(queued(centre)).toEqual([]);
    await centre.world.clock.advanceTo(instant('2026-11-23T10:30:16Z'));
    await reconcile(centre.ports);
    expect(queued(centre)).toEqual([{ kind: 'check', attempt: call.attempt }]);
  });

  test('leaves an operator who wraps up alone', async () => {
    const { centre, call } = await talking({ open: { task: { wrapUpSeconds: 900 } } });
    await call.customerIs('completed', 20);
    await call.operatorIs('completed');
    await centre.runUntil('2026-11-23T10:40:00Z');
    const before = queued(centre);
    await reconcile(centre.ports);
    expect(queued(centre)).toEqual(before);
  });
});

describe('each row, task and attempt is for itself', () => {
  /** Row 17 and 600 rows before it are overdue; reading one of those fails, for ever. */
  async function poisoned(...Ids: number[]): Promise<CallCentre> {
    const centre = await forgottenUntil('2026-11-23T10:40:00Z');
    for (const Id of Ids) {
      const { task: _, ...columns } = centre.row(17);
      centre.put(Id, { ...columns, _due_at: '2026-11-23T10:00:00.000Z' });
    }
    const { get } = centre.world.rows;
    centre.world.rows.get = async (key) => {
      if (Ids.includes(Number(key.Id))) throw new RangeError('Forbidden ICU TimeZone');
      return get.call(centre.world.rows, key);
    };
    return centre;
  }

  test('a row that cannot be judged is counted, and the rows after it are looked at', async () => {
    const centre = await poisoned(1);
    await reconcile(centre.ports);
    expect(queued(centre)).toEqual([message]);
    expect(centre.world.journal.failures).toMatchObject([{ ids: { row: 'demo.1' } }]);
  });

  test('six hundred such rows at the head of the index blind nobody', async () => {
    const centre = await poisoned(...Array.from({ length: 600 }, (_, n) => 1000 + n));
    await reconcile(centre.ports);
    expect(queued(centre)).toEqual([message]);
  });

  test('a task that makes no sense does not stop the others', async () => {
    const centre = await forgottenUntil('2026-11-23T10:40:00Z');
    const broken = { ...sampleTask(), id: 'a-broken-one', ringAheadSeconds: Number.NaN };
    await centre.world.directory.putTask(broken);
    await reconcile(centre.ports);
    expect(queued(centre)).toEqual([message]);
    expect(centre.world.journal.failures).toMatchObject([{ ids: { task: 'a-broken-one' } }]);
  });

  test('attempts without news are asked about, while thousands of rows are overdue and each takes its time', async () => {
    const { centre, call } = await operatorRinging();
    await centre.world.clock.advanceTo(instant('2026-11-23T10:40:00Z'));
    centre.world.rows.allDueBefore = async function* () {
      for (let Id = 1; Id <= 5000; Id++) {
        await centre.world.clock.advanceTo(centre.world.clock.now() + 20);
        yield { task: 'demo', Id };
      }
    };
    await reconcile(centre.ports);
    expect(queued(centre)).toContainEqual({ kind: 'check', attempt: call.attempt });
    expect(centre.world.clock.now()).toBeLessThanOrEqual(instant('2026-11-23T10:40:40.1Z'));
  });

  test('an attempt that cannot be read does not keep others from being asked about', async () => {
    const { centre, call } = await operatorRinging();
    await centre.world.clock.advanceTo(instant('2026-11-23T10:40:00Z'));
    const lost = 'demo.18.a1' as AttemptId;
    const takenAt = centre.world.clock.now();
    const lock = { key: 'operator:lost', attempt: lost, takenAt } as const;
    centre.world.tables.locks.set(lock.key, lock);
    const { get } = centre.world.attempts;
    centre.world.attempts.get = async (id) => {
      if (id === lost) throw new Error('no answer');
      return get.call(centre.world.attempts, id);
    };
    await reconcile(centre.ports);
    expect(queued(centre)).toContainEqual({ kind: 'check', attempt: call.attempt });
    expect(centre.world.tables.locks.has(lock.key)).toBe(true);
  });

  test('what an attempt holds that is gone is freed, and its row says so', async () => {
    const { centre, call } = await talking();
    centre.world.tables.attempts.delete(call.attempt);
    expect(await centre.world.attempts.held()).toHaveLength(2);
    await reconcile(centre.ports);
    expect(await centre.world.attempts.held()).toEqual([]);
    expect(centre.row(17)._problem).toMatch(/^status 11 is set by the system/);
  });
});

describe('the patrol', () => {
  test('takes an order of which no record told', async () => {
    const centre = await CallCentre.open();
    centre.put(17, promised);
    centre.world.tables.takeRecords();
    await patrol(centre.ports);
    expect(centre.row(17)).toMatchObject({ _due_at: '2026-11-23T10:30:00.000Z' });
    await centre.runUntil('2026-11-23T10:30:00Z');
    expect(centre.dialler.rung).toHaveLength(1);
  });

  test('takes a move of which no record told', async () => {
    const centre = await CallCentre.open();
    centre.put(17, promised);
    await centre.follow();
    centre.write(17, { time_callback: '11:00' });
    centre.world.tables.takeRecords();
    await patrol(centre.ports);
    expect(centre.row(17)).toMatchObject({ _due_at: '2026-11-23T11:00:00.000Z' });
  });

  test('says of a row at 11 that nothing serves that no call is on', async () => {
    const centre = await CallCentre.open();
    centre.put(17, { ...promised, status: 11 });
    centre.world.tables.takeRecords();
    await patrol(centre.ports);
    expect(centre.row(17)).toMatchObject({ status: 11 });
    expect(centre.row(17)._problem).toMatch(/^status 11 is set by the system/);
  });

  test('leaves waiting rows and live calls as they are', async () => {
    const { centre } = await talking();
    centre.put(18, { ...promised, tel: '+442079460018', time_callback: '12:00' });
    centre.put(19, { ...promised, tel: '+442079460019', callaftermin: 'soon' });
    await centre.follow();
    const before = [17, 18, 19].map((Id) => centre.row(Id));
    await patrol(centre.ports);
    expect([17, 18, 19].map((Id) => centre.row(Id))).toEqual(before);
  });

  test('pages through the whole table', async () => {
    const centre = await CallCentre.open();
    for (let Id = 1; Id <= 1001; Id++) centre.put(Id, { ...promised, status: 12 });
    centre.write(1001, { status: 10 });
    centre.world.tables.takeRecords();
    await patrol(centre.ports);
    expect(centre.row(1001)).toMatchObject({ _due_at: '2026-11-23T10:30:00.000Z' });
  });

  test('a row that cannot be judged is counted, and the rows after it are looked at', async () => {
    const centre = await CallCentre.open();
    for (const Id of [17, 18, 19]) centre.put(Id, { ...promised, tel: `+4420794600${Id}` });
    centre.world.tables.takeRecords();
    const { change } = centre.world.rows;
    centre.world.rows.change = async (row, it) => {
      if (row.key.Id === 18) throw new Error('Item size has exceeded the maximum allowed size');
      return change.call(centre.world.rows, row, it);
    };
    await patrol(centre.ports);
    const due = '2026-11-23T10:30:00.000Z';
    expect([17, 18, 19].map((Id) => centre.row(Id)._due_at)).toEqual([due, undefined, due]);
    expect(centre.world.journal.failures).toMatchObject([{ ids: { row: 'demo.18' } }]);
  });

  test('a table that is too large for one run is seen in several, each where the last one ended', async () => {
    const centre = await CallCentre.open();
    for (let Id = 1; Id <= 1800; Id++) centre.put(Id, { ...promised, status: 12 });
    for (const Id of [100, 700, 1200, 1700]) centre.write(Id, { status: 10 });
    centre.world.tables.takeRecords();
    const { page } = centre.world.rows;
    centre.world.rows.page = async (...asked) => {
      await centre.world.clock.advanceTo(centre.world.clock.now() + 5 * 60_000);
      return page.apply(centre.world.rows, asked);
    };
    const taken = () => [100, 700, 1200, 1700].filter((Id) => '_due_at' in centre.row(Id));
    await patrol(centre.ports);
    expect(taken()).toEqual([100, 700]);
    await patrol(centre.ports);
    expect(taken()).toEqual([100, 700, 1200, 1700]);
    centre.write(100, { status: 10, time_callback: '12:00' });
    centre.world.tables.takeRecords();
    await patrol(centre.ports);
    expect(centre.row(100)._due_at).toBe('2026-11-23T12:00:00.000Z');
  });
});
