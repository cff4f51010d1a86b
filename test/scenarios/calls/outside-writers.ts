import {
  GetScheduleCommand,
  ListSchedulesCommand,
  ResourceNotFoundException,
  SchedulerClient,
  type ScheduleSummary,
} from '@aws-sdk/client-scheduler';
import { type Instant, minute, second, toIso } from '../../../lambdas/domain/basics/instant.ts';
import {
  briefCustomer,
  clockShows,
  type Desk,
  inSeconds,
  isTalking,
  type Legs,
  momentOf,
  patientCustomer,
  readyOperator,
} from '../../support/desk.ts';
import { expectNotBefore, expectSucceeded } from '../../support/expectations.ts';
import { eventually } from '../../support/local-system.ts';
import { floor } from './floor.ts';

const isOperatorWaiting = ({ operators }: Legs) => (operators[0]?.said.length ?? 0) > 0;

/** The promised second has passed without a customer's leg, and the operator's has ended. */
async function expectCalledOff(desk: Desk, dueAt: number, reason: RegExp): Promise<void> {
  const { operators } = await desk.legsWhen((legs) => legs.operators[0]?.ended !== null);
  expect(operators.length).toBe(1);
  expect(operators[0]?.said.at(-1)).toMatch(reason);
  await clockShows(dueAt + second);
  expect((await desk.legs()).customers).toEqual([]);
}

const moved = floor.desk();
test.concurrent('a promise that is moved is kept at its new second, and only there', async () => {
  const dueAt = inSeconds(10);
  await moved.order({ dueAt });
  await moved.set(momentOf(dueAt + 4 * second));
  await expectSucceeded(moved);
  const { operators, customers } = await moved.legs();
  expect([operators.length, customers.length]).toEqual([1, 1]);
  expectNotBefore(dueAt + second, operators[0]);
  expectNotBefore(dueAt + 4 * second, customers[0]);
});

const cancelled = floor.desk({ task: { ringAheadSeconds: 15 } });
test.concurrent('a call that is cancelled while its operator waits is not made, and they hear why', async () => {
  const dueAt = inSeconds(15);
  await cancelled.order({ dueAt });
  await cancelled.legsWhen(isOperatorWaiting);
  await cancelled.cancel();
  await expectCalledOff(cancelled, dueAt, /cancelled/);
  expect(await cancelled.row()).not.toHaveProperty('status');
});

const ringing = floor.desk({ task: { ringAheadSeconds: 15, operatorRingSeconds: 60 } });
test.concurrent('an operator whose phone rings hears that the call is cancelled when they answer', async () => {
  await ringing.setPhone(ringing.operator, { ...readyOperator, afterSeconds: 8 });
  const dueAt = inSeconds(15);
  await ringing.order({ dueAt });
  await ringing.legsWhen(({ operators }) => operators.length === 1);
  await ringing.cancel();
  await expectCalledOff(ringing, dueAt, /cancelled/);
  expect((await ringing.legs()).operators[0]?.said).toHaveLength(1);
});

const deleted = floor.desk({ task: { ringAheadSeconds: 15 } });
test.concurrent('a row that is deleted takes its call along, and does not come back', async () => {
  const dueAt = inSeconds(15);
  await deleted.order({ dueAt });
  await deleted.legsWhen(isOperatorWaiting);
  await deleted.delete();
  await expectCalledOff(deleted, dueAt, /no longer needed/);
  expect(await deleted.row()).toBeUndefined();
});

test.concurrent.each([
  ['the operator waits', isOperatorWaiting, floor.desk({ task: { ringAheadSeconds: 5 } })],
  ['they talk', isTalking, floor.desk()],
] as const)(
  'a copy of the row that is put back while %s, without the system’s columns, disturbs nothing',
  async (_, moment, desk) => {
    await desk.setPhone(desk.customer, patientCustomer);
    const dueAt = inSeconds(6);
    await desk.order({ dueAt });
    await desk.legsWhen(moment);
    await desk.order({ dueAt, status: 11, комментарии: 'тест' });
    await desk.legsWhen(isTalking);
    await desk.hangUp(desk.customer);
    const row = await expectSucceeded(desk);
    expect(row.комментарии).toBe('тест');
    const { operators, customers } = await desk.legs();
    expect([operators.length, customers.length]).toEqual([1, 1]);
  },
);

const again = floor.desk();
test.concurrent('an order that is written in the middle of a call stands when the call ends, and is kept', async () => {
  await again.setPhone(again.customer, patientCustomer);
  await again.order({ callaftermin: 0 });
  await again.legsWhen(isTalking);
  const dueAt = inSeconds(15);
  await again.order({ dueAt });
  await again.setPhone(again.customer, briefCustomer);
  await again.hangUp(again.customer);
  await again.legsWhen(({ operators }) => operators[0]?.ended !== null);
  expect(await again.row()).toMatchObject({ status: 10, ...momentOf(dueAt) });
  await expectSucceeded(again);
  const { customers } = await again.legs();
  expect(customers.length).toBe(2);
  expectNotBefore(dueAt, customers[1]);
});

const unclear = floor.desk({ customers: 5 });
test.concurrent('an order that makes no sense keeps its values and says what is wrong; put right, it is called', async () => {
  const orders = [
    [{}, /nothing says when to call/],
    [{ callaftermin: 'soon' }, /callaftermin must be a whole number of minutes/],
    [{ date_callback: '2026-02-30', time_callback: '10:00' }, /a day that the calendar does not/],
    [{ date_callback: '2020-01-01', time_callback: '10:00' }, /was past/],
    [{ dueAt: inSeconds(60), tel: 'unknown' }, /tel must be a phone number/],
  ] as const;
  for (const [n, [order, problem]] of orders.entries()) {
    await unclear.order({ Id: n + 1, ...order });
    const row = await unclear.rowWhen((it) => it._problem !== undefined, { Id: n + 1 });
    const { dueAt: _, ...columns } = { dueAt: undefined, ...order };
    expect(row).toMatchObject({ status: 10, ...columns });
    expect(row._problem).toMatch(problem);
    expect(row).not.toHaveProperty('_due_at');
  }
  await unclear.set({ callaftermin: '0' }, 2);
  await expectSucceeded(unclear, { Id: 2 });
  expect((await unclear.legs()).customers.map(({ to }) => to)).toEqual([unclear.customers[1]]);
});

/** The timers that Scheduler holds for the desk: their names, and when each fires. */
async function timersOf(desk: Desk): Promise<Record<string, string | undefined>> {
  const client = new SchedulerClient(floor.aws);
  const NamePrefix = `${desk.task}.`;
  const { Schedules = [] } = await client.send(new ListSchedulesCommand({ NamePrefix }));
  const found = await Promise.all(Schedules.map((it) => timerOf(client, it)));
  client.destroy();
  return Object.fromEntries(found.flat());
}

/** None if it was disarmed since it was listed. */
async function timerOf(
  client: SchedulerClient,
  { Name, GroupName }: ScheduleSummary,
): Promise<[string, string | undefined][]> {
  try {
    const found = await client.send(new GetScheduleCommand({ Name, GroupName }));
    return [[String(Name), found.ScheduleExpression]];
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return [];
    throw error;
  }
}

/** Rung three seconds ahead, and Scheduler is set two minutes earlier still. */
function timerFor(desk: Desk, dueAt: Instant): Record<string, string> {
  const firesAt = dueAt - 3 * second - 2 * minute;
  const name = `${desk.task}.1.${(dueAt / second).toString(36)}`;
  return { [name]: `at(${toIso(firesAt).slice(0, 'yyyy-mm-ddThh:mm:ss'.length)})` };
}

const far = floor.desk();
test.concurrent('a promise that is far ahead has one timer at Scheduler, which follows the row', async () => {
  const holds = async (expected: object) => {
    const timers = await eventually(
      () => timersOf(far),
      (found) => Object.keys(found).join() === Object.keys(expected).join(),
    );
    expect(timers).toEqual(expected);
  };
  const dueAt = inSeconds(20 * 60);
  await far.order({ dueAt });
  await holds(timerFor(far, dueAt));
  await far.set(momentOf(dueAt + 40 * 24 * 60 * minute));
  await holds(timerFor(far, dueAt + 40 * 24 * 60 * minute));
  await far.cancel();
  await holds({});
});
