import { type Instant, second } from '../../../lambdas/domain/basics/instant.ts';
import {
  type Desk,
  inSeconds,
  isTalking,
  type Legs,
  momentOf,
  patientCustomer,
} from '../../support/desk.ts';
import { expectNotBefore, expectOneAtATime, expectSucceeded } from '../../support/expectations.ts';
import type { Row } from '../../support/local-system.ts';
import { floor } from './floor.ts';

const tomorrow = 86_400;

const short = floor.desk({ task: { ringAheadSeconds: 15 } });
test.concurrent('a promise at short notice rings the operator first, and the customer no sooner than promised', async () => {
  const dueAt = inSeconds(3);
  const writtenAt = Date.now();
  await short.order({ dueAt });
  await expectSucceeded(short);
  const { operators, customers } = await short.legs();
  expectNotBefore(writtenAt, operators[0]);
  expectNotBefore(dueAt, customers[0]);
});

const minutes = floor.desk();
test.concurrent('minutes win over date and time, and the row shows the instant that they mean', async () => {
  await minutes.setPhone(minutes.customer, patientCustomer);
  const earliest = Date.now();
  await minutes.order({ callaftermin: 0, dueAt: inSeconds(tomorrow) });
  const latest = Date.now();
  await minutes.legsWhen(isTalking);
  const { date_callback, time_callback, ...inService } = await minutes.rowAt(11);
  expect(secondsFrom(earliest, latest).map(momentOf)).toContainEqual({
    date_callback,
    time_callback,
  });
  expect(inService).not.toHaveProperty('callaftermin');
  await minutes.hangUp(minutes.customer);
  await expectSucceeded(minutes);
  expectNotBefore(earliest, (await minutes.legs()).operators[0]);
});

const kept = floor.desk();
test.concurrent('a promise is kept: the operator is rung ahead of it, the customer no sooner than promised', async () => {
  const dueAt = inSeconds(7);
  await kept.order({ dueAt });
  await expectSucceeded(kept);
  const { operators, customers } = await kept.legs();
  expect([operators.length, customers.length]).toEqual([1, 1]);
  expectNotBefore(dueAt - 3 * second, operators[0]);
  expectNotBefore(dueAt, customers[0]);
  expect(operators[0]?.said[0]).toContain('Синицына');
  expect(customers[0]).toMatchObject({ parent: operators[0]?.sid, from: '+442079460000' });
});

const slow = floor.desk({ task: { operatorRingSeconds: 10 } });
test.concurrent('a customer whose operator is not ready at the promised time rings once they are', async () => {
  await slow.setPhone(slow.operator, { afterSeconds: 5, hangUpAfterSeconds: null, presses: '1' });
  const dueAt = inSeconds(3);
  await slow.order({ dueAt });
  await expectSucceeded(slow);
  const { operators, customers } = await slow.legs();
  const answeredAt = Date.parse(operators[0]?.answered ?? '');
  expect(answeredAt).toBeGreaterThan(dueAt);
  expectNotBefore(answeredAt, customers[0]);
});

const twins = floor.desk({ operators: 2 });
test.concurrent('two rows with one number, due in the same second, are never called at the same time', async () => {
  await twins.setPhone(twins.customer, { afterSeconds: 0.3, hangUpAfterSeconds: 2 });
  const dueAt = inSeconds(4);
  await Promise.all([1, 2].map((Id) => twins.order({ Id, dueAt })));
  for (const Id of [1, 2]) await expectSucceeded(twins, { Id });
  const { operators, customers } = await twins.legs();
  expect([operators.length, customers.length]).toEqual([2, 2]);
  expectOneAtATime(customers);
});

const isWaitingForSomebody = ({ _waiting_for }: Row) => _waiting_for !== undefined;

const rush = floor.desk({ operators: 2, customers: 5, task: { operatorRetrySeconds: 300 } });
test.concurrent('operators work in parallel, and one who becomes free gets the row that waits longest', async () => {
  for (const number of rush.customers) await rush.setPhone(number, patientCustomer);
  const dueAt = inSeconds(4);
  for (const Id of [1, 2]) await rush.order({ Id, dueAt });
  await rush.legsWhen(areTalking(2));
  for (const Id of [3, 4, 5]) {
    await rush.order({ Id, dueAt: inSeconds(Id) });
    await rush.rowWhen(isWaitingForSomebody, { Id });
  }
  for (const Id of [3, 4, 5]) await nextInTurn(rush, Id);
  for (const number of rush.customers) await rush.hangUp(number);
  for (const Id of [1, 2, 3, 4, 5]) await expectSucceeded(rush, { Id });
  const { operators } = await rush.legs();
  const rung = operators.map(({ to }) => to);
  expect(rung.slice(0, 2).sort()).toEqual(rush.operators);
  for (const leg of operators.slice(0, 2)) expectNotBefore(dueAt - 3 * second, leg);
  for (const address of rush.operators)
    expectOneAtATime(operators.filter(({ to }) => to === address));
});

const areTalking =
  (count: number) =>
  ({ customers }: Legs) =>
    customers.filter(({ status }) => status === 'in-progress').length === count;

/** One call ends; the operator who is free now gets the row of this place. */
async function nextInTurn(desk: Desk, place: number): Promise<void> {
  await desk.hangUp(desk.customers[place - 3] as string);
  const { customers } = await desk.legsWhen((legs) => legs.customers.length === place);
  expect(customers.at(-1)?.to).toBe(desk.customers[place - 1]);
  await desk.legsWhen(areTalking(2));
}

const early = floor.desk({
  customers: 2,
  task: { ringAheadSeconds: 60, operatorRetrySeconds: 300 },
});
test.concurrent('an operator who becomes free before a promise waits for it: the customer is not rung early', async () => {
  await early.setPhone(early.customer, patientCustomer);
  await early.order({ Id: 1, callaftermin: 0 });
  await early.legsWhen(isTalking);
  const dueAt = inSeconds(15);
  await early.order({ Id: 2, dueAt });
  await early.rowWhen(isWaitingForSomebody, { Id: 2 });
  await early.hangUp(early.customer);
  await expectSucceeded(early, { Id: 2 });
  const { operators, customers } = await early.legs();
  expectOneAtATime(operators);
  expectNotBefore(dueAt, customers[1]);
});

/** The whole seconds that an order may mean which was written between the two. */
function secondsFrom(earliest: Instant, latest: Instant): Instant[] {
  const first = Math.ceil(earliest / second);
  const count = Math.ceil(latest / second) - first + 2;
  return Array.from({ length: count }, (_, n) => (first + n) * second);
}
