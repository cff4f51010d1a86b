import { Status } from '../../../lambdas/domain/row/row.ts';
import { CallCentre } from '../../support/call-centre.ts';
import { instant } from '../../support/sample-attempt.ts';
import { anna } from '../../support/sample-task.ts';
import { customerRinging, operatorRinging, promised } from '../../support/scenarios.ts';

/** The lines of lambdas/README.md#the-life-of-a-row whose row has not yet been called. */

describe('any but 11 and 14: a promise is made', () => {
  test.each([
    ['absent', {}],
    ['10', promised],
    ['12', { status: 12, tel: promised.tel }],
    ['13', { status: 13, tel: promised.tel }],
  ])('from %s the row says 10 at the promised instant', async (_, before) => {
    const centre = await CallCentre.open();
    centre.put(17, before);
    await centre.follow();
    centre.write(17, { ...promised, time_callback: '11:15' });
    await centre.follow();
    expect(centre.row(17)).toMatchObject({
      status: 10,
      date_callback: '2026-11-23',
      time_callback: '11:15:00',
      _due_at: '2026-11-23T11:15:00.000Z',
      имя: 'Zoë',
    });
  });

  test('in minutes: date and time show the instant, the minutes are taken away', async () => {
    const centre = await CallCentre.open();
    centre.put(17, { tel: promised.tel, status: '10', callaftermin: '90' });
    await centre.follow();
    const row = centre.row(17);
    expect(row).toMatchObject({
      status: 10,
      date_callback: '2026-11-23',
      time_callback: '11:30:00',
    });
    expect(row).not.toHaveProperty('callaftermin');
  });
});

describe('10: cancelled, or the row deleted', () => {
  test.each([[undefined], [null], ['']])('status %p: nobody is called', async (status) => {
    const centre = await CallCentre.open();
    centre.put(17, promised);
    await centre.runUntil('2026-11-23T10:29:44Z');
    centre.write(17, { status });
    await centre.runUntil('2026-11-23T12:00:00Z');
    expect(centre.dialler.rung).toEqual([]);
    expect(centre.row(17)).not.toHaveProperty('_due_at');
    expect(centre.row(17).status).toBe(status);
  });

  test('deleted: nobody is called, and the row stays away', async () => {
    const centre = await CallCentre.open();
    centre.put(17, promised);
    await centre.runUntil('2026-11-23T10:29:44Z');
    centre.delete(17);
    await centre.runUntil('2026-11-23T12:00:00Z');
    expect(centre.dialler.rung).toEqual([]);
    expect(centre.row(17)).toEqual({});
  });

  test('an operator whose phone rings is told when they answer', async () => {
    const { centre, call } = await operatorRinging();
    centre.write(17, { status: undefined });
    await centre.follow();
    expect(await call.answers()).toEqual({
      kind: 'tell',
      message: 'cancelled',
      tongue: { language: 'en' },
    });
  });
});

test('10, due, claimed: the row says 11', async () => {
  const { centre } = await operatorRinging();
  expect(centre.row(17)).toMatchObject({
    status: Status.inService,
    date_call: '2026-11-23T10:29:45.000Z',
    _attempt: centre.attempts(17)[0]?.id,
  });
  expect(centre.row(17)).not.toHaveProperty('_due_at');
});

describe('10, due, but somebody or something is in the way: 10 after the operator retry', () => {
  /** Row 17 is being served; row 18 is due at 10:31:00. */
  async function secondRow(columns: object, task = {}) {
    const scene = await customerRinging({ open: { task } });
    scene.centre.put(18, {
      ...promised,
      tel: '+442079460018',
      time_callback: '10:31:00',
      ...columns,
    });
    await scene.centre.runUntil('2026-11-23T10:30:45.500Z');
    return scene.centre;
  }
  const later = { status: 10, _due_at: '2026-11-23T10:35:45.000Z' };

  test('the operator whom the row names is busy', async () => {
    const centre = await secondRow({ operator_number: '+442079460991' });
    expect(centre.row(18)).toMatchObject({ ...later, _waiting_for: 'operator:anna' });
    expect(centre.attempts(18)).toEqual([]);
  });

  test('every operator of the task is busy', async () => {
    const centre = await secondRow({}, { operators: ['anna'] });
    expect(centre.row(18)).toMatchObject({ ...later, _waiting_for: 'task:demo' });
  });

  test('the operator is away', async () => {
    const centre = await CallCentre.open();
    await centre.world.directory.putOperator({ ...anna, away: true });
    centre.put(17, { ...promised, operator_number: 'client:anna' });
    await centre.runUntil('2026-11-23T10:29:45.500Z');
    expect(centre.row(17)).toMatchObject({ status: 10, _due_at: '2026-11-23T10:34:45.000Z' });
    expect(centre.dialler.rung).toEqual([]);
  });

  test('the number is already in a live call', async () => {
    const centre = await secondRow({ tel: '+44 20 7946 0017' });
    expect(centre.row(18)).toMatchObject(later);
    expect(centre.row(18)).not.toHaveProperty('_waiting_for');
    expect(centre.dialler.rung).toHaveLength(1);
  });

  test('the row is already in a live call', async () => {
    const { centre } = await customerRinging();
    centre.write(17, { status: 10, callaftermin: 0 });
    await centre.runUntil('2026-11-23T10:30:02Z');
    expect(centre.row(17)).toMatchObject({ status: 10, _due_at: '2026-11-23T10:35:01.000Z' });
    expect(centre.dialler.rung).toHaveLength(1);
  });

  test('the task is paused', async () => {
    const centre = await CallCentre.open({ task: { paused: 'holiday' } });
    centre.put(17, promised);
    await centre.runUntil('2026-11-23T10:29:45.500Z');
    expect(centre.row(17)).toMatchObject({ status: 10, _due_at: '2026-11-23T10:34:45.000Z' });
    expect(centre.dialler.rung).toEqual([]);
  });

  test('the operator is rung and does not answer: a claim that was given up', async () => {
    const { centre, call } = await operatorRinging({ open: { task: { operators: ['anna'] } } });
    await centre.runUntil('2026-11-23T10:30:11Z');
    await call.operatorIs('no-answer');
    await centre.runUntil('2026-11-23T10:30:11Z');
    expect(centre.row(17)).toMatchObject({ status: 10, _due_at: '2026-11-23T10:35:11.000Z' });
  });
});

describe('10, due, and the gate says no', () => {
  test('10 at the instant that the gate names', async () => {
    const centre = await CallCentre.open({ task: { callingHours: { '1': [['14:00', '15:00']] } } });
    centre.put(17, promised);
    await centre.runUntil('2026-11-23T10:30:00Z');
    expect(centre.row(17)).toMatchObject({
      status: 10,
      time_callback: '14:00:00',
      _due_at: '2026-11-23T14:00:00.000Z',
      _put_off_by: 'outside-calling-hours',
    });
    await centre.runUntil('2026-11-23T14:00:00Z');
    expect(centre.dialler.rung).toMatchObject([{ at: instant('2026-11-23T13:59:45Z') }]);
    const permittedBy = { zone: 'Europe/London', from: 'number' };
    expect(centre.attempts(17)).toMatchObject([{ permittedBy }]);
    expect(centre.row(17)).not.toHaveProperty('_put_off_by');
  });

  test('14 if it names none, with the reason', async () => {
    const centre = await CallCentre.open({ task: { callingHours: {} } });
    centre.put(17, promised);
    await centre.runUntil('2026-11-23T10:30:00Z');
    expect(centre.row(17)).toMatchObject({
      status: 14,
      _problem:
        'the number may not be called: it is outside the calling hours where the customer is',
    });
    expect(centre.dialler.rung).toEqual([]);
  });

  test('is asked for the moment at which the customer’s phone would ring', async () => {
    const callingHours = { '1': [['10:30', '15:00'] as [string, string]] };
    const { centre } = await operatorRinging({ open: { task: { callingHours } } });
    expect(centre.dialler.rung).toMatchObject([{ at: instant('2026-11-23T10:29:45Z') }]);
  });
});

describe('10, more than the grace late', () => {
  /** Row 17 is promised for 10:30; the system is down until then. */
  async function backAt(iso: string): Promise<CallCentre> {
    const centre = await CallCentre.open();
    centre.put(17, promised);
    await centre.follow();
    await centre.world.clock.advanceTo(instant(iso));
    await centre.runUntil(iso);
    return centre;
  }

  test('stays 10 with how late it is, counted, and nobody is rung', async () => {
    const centre = await backAt('2026-11-23T11:30:01Z');
    expect(centre.row(17)).toMatchObject({
      status: 10,
      date_callback: '2026-11-23',
      time_callback: '10:30:00',
      _problem:
        'the call promised for 2026-11-23T10:30:00.000Z was not made: it is 3601 s late, more than graceSeconds (3600); write a new time or minutes to order it again',
    });
    expect(centre.world.journal.counted('PromiseMissed')).toBe(1);
    expect(centre.world.journal.counted('DecisionNeeded')).toBe(1);
    expect(centre.dialler.rung).toEqual([]);
  });

  test('within the grace the call is made, late', async () => {
    const centre = await backAt('2026-11-23T11:30:00Z');
    expect(centre.dialler.rung).toHaveLength(1);
  });

  test('the next write moves it', async () => {
    const centre = await backAt('2026-11-23T11:30:01Z');
    centre.write(17, { callaftermin: 5 });
    await centre.follow();
    expect(centre.row(17)).toMatchObject({ status: 10, _due_at: '2026-11-23T11:35:01.000Z' });
    expect(centre.row(17)).not.toHaveProperty('_problem');
  });
});

test('14, ordered again without being lifted: refused, however often and by whatever write', async () => {
  const centre = await CallCentre.open();
  centre.put(17, { ...promised, status: 14 });
  await centre.follow();
  centre.write(17, { status: 10, callaftermin: 5 });
  await centre.follow();
  expect(centre.row(17)?._problem).toMatch(/^status was 14/);
  centre.write(17, { callaftermin: 6 });
  await centre.follow();
  centre.put(17, promised);
  await centre.runUntil('2026-11-23T10:40:00Z');
  expect(centre.row(17)?._problem).toMatch(/^status was 14/);
  expect(centre.dialler.rung).toEqual([]);
});

test('14, lifted by a person: absent, and a promise may be made again', async () => {
  const centre = await CallCentre.open({ task: { callingHours: {} } });
  centre.put(17, promised);
  await centre.runUntil('2026-11-23T10:30:00Z');
  centre.write(17, { status: undefined });
  await centre.follow();
  expect(centre.row(17)).toEqual({ task: 'demo', Id: 17, tel: promised.tel, имя: 'Zoë' });
  await centre.changeTask({ callingHours: null });
  centre.write(17, { status: 10, callaftermin: 5 });
  await centre.runUntil('2026-11-23T10:35:00Z');
  expect(centre.dialler.rung).toHaveLength(1);
});
