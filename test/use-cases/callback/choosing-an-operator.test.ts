import { chooseOperator } from '../../../lambdas/use-cases/callback/find-operator.ts';
import { offerNextRow } from '../../../lambdas/use-cases/callback/offer-next-row.ts';
import { CallCentre } from '../../support/call-centre.ts';
import { instant } from '../../support/sample-attempt.ts';
import { anna } from '../../support/sample-task.ts';
import { operatorRinging, promised, talking } from '../../support/scenarios.ts';

/** Another row, due at 10:31:00. */
const another = { ...promised, tel: '+442079460018', time_callback: '10:31:00' };

/** Row 17 was talked about by Anna until 10:30:20; she is free from 10:30:50 on. */
async function annaWasBusy(open = {}): Promise<CallCentre> {
  const { centre, call } = await talking({ open });
  await centre.runUntil('2026-11-23T10:30:20Z');
  await call.customerIs('completed', 14);
  await call.operatorIs('completed');
  return centre;
}

/** Whom a row is offered that is due at 10:31:00, and comes to choose at the instant. */
async function choiceFor(centre: CallCentre, Id: number, at: string): Promise<string | undefined> {
  await centre.runUntil(at);
  const row = centre.world.tables.row({ task: 'demo', Id });
  const task = await centre.world.directory.task('demo');
  if (row === undefined || task === undefined) throw new Error('there is no such row');
  const sought = { row, task, dueAt: instant('2026-11-23T10:31:00Z'), history: [] };
  return (await chooseOperator(centre.ports, sought, 0)).operator?.id;
}

describe('a row that names nobody', () => {
  test('is given to the operator who was idle longest', async () => {
    const centre = await annaWasBusy();
    centre.put(18, { ...another, time_callback: '10:40:00' });
    await centre.runUntil('2026-11-23T10:39:46Z');
    expect(centre.attempts(18)[0]?.operator).toEqual({ id: 'ivan', address: '+442079460992' });
  });

  test('is given to the one who is free while the others talk or wrap up', async () => {
    const centre = await annaWasBusy();
    centre.put(18, { ...another, time_callback: '10:30:55' });
    centre.put(19, { ...another, tel: '+442079460019', time_callback: '10:30:56' });
    await centre.runUntil('2026-11-23T10:30:45Z');
    expect(centre.attempts(18)[0]?.operator.id).toBe('ivan');
    expect(centre.attempts(19)).toEqual([]);
    expect(centre.row(19)).toMatchObject({ _waiting_for: 'task:demo' });
  });

  test('takes another operator than those that were due with it, however late it comes to choose', async () => {
    const centre = await CallCentre.open();
    for (const Id of [17, 18]) centre.put(Id, { ...another, status: undefined });
    const first = await choiceFor(centre, 17, '2026-11-23T10:30:45Z');
    const second = await choiceFor(centre, 18, '2026-11-23T10:30:55Z');
    expect([first, second].toSorted()).toEqual(['anna', 'ivan']);
  });

  test('is not given to an operator who is away, nor to one of another task', async () => {
    const centre = await CallCentre.open({ task: { operators: ['anna'] } });
    await centre.world.directory.putOperator({ ...anna, away: true });
    centre.put(17, promised);
    await centre.runUntil('2026-11-23T10:30:00Z');
    expect(centre.dialler.rung).toEqual([]);
    expect(centre.row(17)).toMatchObject({ status: 10, _waiting_for: 'task:demo' });
    expect(centre.world.journal.counted('NobodyFree')).toBe(1);
  });

  test('the wait grows when nobody is there for long', async () => {
    const centre = await CallCentre.open({ task: { operators: [] } });
    centre.put(17, promised);
    await centre.runUntil('2026-11-23T12:00:00Z');
    expect(centre.row(17)).toMatchObject({
      status: 10,
      _waiting_since: '2026-11-23T10:30:00.000Z',
    });
    const dueAt = instant(String(centre.row(17)._due_at));
    expect(dueAt - instant('2026-11-23T12:00:00Z')).toBeGreaterThan(10 * 60_000);
  });
});

describe('a row that names an operator', () => {
  test('rings them where they say they are, whichever of their addresses it names', async () => {
    const { centre } = await operatorRinging({ columns: { operator_number: 'client:anna' } });
    expect(centre.dialler.rung).toMatchObject([{ to: '+442079460991' }]);
    expect(centre.attempts(17)[0]?.operator).toEqual({ id: 'anna', address: '+442079460991' });
  });

  test('waits for them, though others are free', async () => {
    const { centre } = await talking();
    centre.put(18, { ...another, operator_number: '020 7946 0991' });
    await centre.runUntil('2026-11-23T10:31:00Z');
    expect(centre.attempts(18)).toEqual([]);
    expect(centre.row(18)).toMatchObject({ status: 10, _waiting_for: 'operator:anna' });
  });

  test('waits for them when their other address is in a call: two addresses are one operator', async () => {
    const { centre } = await talking();
    centre.put(18, { ...another, operator_number: 'client:anna' });
    await centre.runUntil('2026-11-23T10:31:00Z');
    expect(centre.dialler.rung).toHaveLength(1);
    expect(centre.row(18)).toMatchObject({ _waiting_for: 'operator:anna' });
  });

  test('uses a number that nobody registered as it stands', async () => {
    const { centre } = await operatorRinging({ columns: { operator_number: '020 7946 0777' } });
    expect(centre.dialler.rung).toMatchObject([{ to: '+442079460777' }]);
    expect(centre.attempts(17)[0]?.operator).toEqual({ address: '+442079460777' });
  });
});

describe('an operator who becomes free', () => {
  test('gets their oldest overdue row at once', async () => {
    const { centre, call } = await talking();
    const his = { ...another, operator_number: 'client:anna' };
    centre.put(18, { ...his, tel: '+442079460018', time_callback: '10:31:00' });
    centre.put(19, { ...his, tel: '+442079460019', time_callback: '10:30:50' });
    await centre.runUntil('2026-11-23T10:32:00Z');
    await call.customerIs('completed', 100);
    await call.operatorIs('completed');
    await centre.runUntil('2026-11-23T10:32:29.999Z');
    expect(centre.dialler.rung).toHaveLength(1);
    await centre.runUntil('2026-11-23T10:32:31Z');
    expect(centre.dialler.rung).toHaveLength(2);
    expect(centre.attempts(19)).toHaveLength(1);
    expect(centre.row(18)).toMatchObject({ status: 10 });
  });

  test('gets the oldest, whether it waits for them or for anyone of their task', async () => {
    const { centre, call } = await talking({ open: { task: { operators: ['anna'] } } });
    centre.put(18, another);
    const his = { ...another, tel: '+442079460019', operator_number: 'client:anna' };
    centre.put(19, { ...his, time_callback: '10:31:10' });
    await centre.runUntil('2026-11-23T10:32:00Z');
    await call.customerIs('completed', 100);
    await call.operatorIs('completed');
    await centre.runUntil('2026-11-23T10:32:31Z');
    expect([centre.row(18).status, centre.row(19).status]).toEqual([11, 10]);
  });

  test('because their own call came to nothing gets it at once, too', async () => {
    const { centre, call } = await operatorRinging({ open: { task: { operators: ['anna'] } } });
    centre.put(18, { ...another, time_callback: '10:30:00' });
    await centre.runUntil('2026-11-23T10:30:11Z');
    await call.operatorIs('busy');
    await centre.runUntil('2026-11-23T10:30:12Z');
    expect([centre.row(17).status, centre.row(18).status]).toEqual([10, 11]);
  });

  test('gets the oldest overdue row of their task at once', async () => {
    const { centre, call } = await talking({ open: { task: { operators: ['anna'] } } });
    centre.put(18, another);
    await centre.runUntil('2026-11-23T10:32:00Z');
    await call.customerIs('completed', 100);
    await call.operatorIs('completed');
    await centre.runUntil('2026-11-23T10:32:31Z');
    expect(centre.attempts(18)).toMatchObject([{ operator: { id: 'anna' } }]);
  });

  test('gets a row that was put to wait in the very moment in which they became free', async () => {
    const { centre, call } = await talking({
      open: { task: { operators: ['anna'], wrapUpSeconds: 0 } },
    });
    centre.put(18, another);
    await centre.runUntil('2026-11-23T10:30:44Z');
    const { rows } = centre.world;
    const change = rows.change.bind(rows);
    rows.change = async (row, it) => {
      rows.change = change;
      await call.customerIs('completed', 30);
      await call.operatorIs('completed');
      for (const offer of centre.world.dialQueue.all()) centre.world.dialQueue.delete(offer);
      await offerNextRow(centre.ports, 'operator:anna');
      return change(row, it);
    };
    await centre.runUntil('2026-11-23T10:30:46Z');
    expect(centre.attempts(18)).toHaveLength(1);
  });

  test('before the promised second is rung at once, and the customer on the second', async () => {
    const { centre, call } = await talking({
      open: { task: { operators: ['anna'], wrapUpSeconds: 0 } },
    });
    centre.put(18, another);
    await centre.runUntil('2026-11-23T10:30:50Z');
    await call.customerIs('completed', 44);
    await call.operatorIs('completed');
    await centre.runUntil('2026-11-23T10:30:52Z');
    expect(centre.attempts(18)).toMatchObject([{ dueAt: instant('2026-11-23T10:31:00Z') }]);
  });

  test('in the same moment as another gets another row than they', async () => {
    const { centre, call: annas } = await talking({ open: { task: { wrapUpSeconds: 0 } } });
    centre.put(18, { ...another, time_callback: '10:30:30' });
    await centre.runUntil('2026-11-23T10:30:16Z');
    const ivans = centre.lastCall();
    centre.put(19, { ...another, tel: '+442079460019' });
    centre.put(20, { ...another, tel: '+442079460020' });
    await centre.runUntil('2026-11-23T10:30:50Z');
    await annas.customerIs('completed', 44);
    await annas.operatorIs('completed');
    await ivans.operatorIs('busy');
    for (const offer of centre.world.dialQueue.all()) centre.world.dialQueue.delete(offer);
    const both = ['operator:anna', 'operator:ivan'] as const;
    await Promise.all(both.map((operator) => offerNextRow(centre.ports, operator)));
    await centre.runUntil('2026-11-23T10:30:52Z');
    const operators = [18, 19].map((Id) => centre.attempts(Id).at(-1)?.operator.id);
    expect(operators).toEqual(['anna', 'ivan']);
  });

  test('gets nothing while they are in another call', async () => {
    const { centre } = await talking({ open: { task: { operators: ['anna'] } } });
    centre.put(18, another);
    await centre.runUntil('2026-11-23T10:31:30Z');
    const waiting = centre.row(18);
    await centre.deliver({ kind: 'offer', operator: 'operator:anna' });
    await centre.runUntil('2026-11-23T10:31:35Z');
    expect(centre.dialler.rung).toHaveLength(1);
    expect(centre.row(18)).toEqual(waiting);
  });

  test('whose wrap-up is not over is offered the row when it is', async () => {
    const centre = await annaWasBusy({ task: { operators: ['anna'] } });
    await centre.runUntil('2026-11-23T10:30:40Z');
    centre.put(18, { ...another, time_callback: '10:30:41' });
    await centre.runUntil('2026-11-23T10:30:45Z');
    const waiting = centre.row(18);
    await centre.deliver({ kind: 'offer', operator: 'operator:anna' });
    await centre.runUntil('2026-11-23T10:30:49.999Z');
    expect(centre.row(18)).toEqual(waiting);
    await centre.runUntil('2026-11-23T10:30:52Z');
    expect(centre.attempts(18)).toHaveLength(1);
  });
});
