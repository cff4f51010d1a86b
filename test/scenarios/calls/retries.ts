import { type Instant, second } from '../../../lambdas/domain/basics/instant.ts';
import {
  briefCustomer,
  type Desk,
  inSeconds,
  isTalking,
  type Legs,
  momentOf,
  patientCustomer,
  readyOperator,
} from '../../support/desk.ts';
import { expectNotBefore, expectSucceeded } from '../../support/expectations.ts';
import type { Row } from '../../support/local-system.ts';
import { floor } from './floor.ts';

function dueAtOf(row: Row): Instant {
  return Date.parse(String(row._due_at));
}

/** The row as soon as it is due later than it was. */
function bookedAgain(desk: Desk, after: Instant): Promise<Row> {
  return desk.rowWhen((row) => dueAtOf(row) > after);
}

function expectAfter(at: Instant, since: string | null | undefined, seconds: number): void {
  expect(at - Date.parse(since ?? '')).toBeGreaterThanOrEqual(seconds * second);
}

const busy = floor.desk({ task: { retrySeconds: { busy: 8 }, maxAttempts: 2 } });
test.concurrent('a customer whose line is busy is called again by itself, when the row says', async () => {
  await busy.setPhone(busy.customer, { answer: 'busy' });
  const dueAt = inSeconds(4);
  await busy.order({ dueAt });
  await busy.legsWhen(({ customers }) => customers[0]?.status === 'busy');
  await busy.setPhone(busy.customer, briefCustomer);
  const row = await bookedAgain(busy, dueAt);
  expect(row).toMatchObject(momentOf(dueAtOf(row)));
  expect(row).not.toHaveProperty('_problem');
  await expectSucceeded(busy);
  const { operators, customers } = await busy.legs();
  expect([operators.length, customers.length]).toEqual([2, 2]);
  expect(operators[0]?.said.at(-1)).toMatch(/line is busy/);
  expectAfter(dueAtOf(row), customers[0]?.ended, 8);
  expectNotBefore(dueAtOf(row) - 3 * second, operators[1]);
  expectNotBefore(dueAtOf(row), customers[1]);
});

const silent = floor.desk({ task: { maxAttempts: 1 } });
const engaged = floor.desk({ task: { maxAttempts: 1 } });
test.concurrent.each([
  ['does not answer', 'no-answer', silent],
  ['is in another call', 'busy', engaged],
] as const)(
  'an operator who %s is rung again, and the customer’s only attempt is not used up by that',
  async (_, answer, desk) => {
    await desk.setPhone(desk.operator, { answer });
    const dueAt = inSeconds(3);
    await desk.order({ dueAt });
    await desk.legsWhen(({ operators }) => operators[0]?.status === answer);
    const row = await desk.rowAt(10);
    expect(row).toMatchObject(momentOf(dueAtOf(row)));
    expect((await desk.legs()).customers).toEqual([]);
    await desk.setPhone(desk.operator, readyOperator);
    await expectSucceeded(desk);
    const { operators, customers } = await desk.legs();
    expect(operators.length).toBeGreaterThan(1);
    expect(operators.at(-1)?.answered).not.toBeNull();
    expect(customers.length).toBe(1);
  },
);

const worn = floor.desk({ task: { maxAttempts: 2, retrySeconds: { busy: 1 } } });
test.concurrent('a customer who is never reached is called as often as the task says, then the row says 13', async () => {
  await worn.setPhone(worn.customer, { answer: 'busy' });
  await worn.order({ callaftermin: 0 });
  await worn.rowAt(13);
  const { operators, customers } = await worn.legs();
  expect([operators.length, customers.length]).toEqual([2, 2]);
});

const forbidden = floor.desk({ task: { maxAttempts: 1, operatorRetrySeconds: 300 } });
test.concurrent('a customer whom Twilio does not dial for us was not called: no attempt is used, and the row says so', async () => {
  const settings = await (await floor.system.request('/phones/settings')).json();
  const body = JSON.stringify({ ...(settings as object), blockedPrefixes: [forbidden.customer] });
  await floor.system.request('/phones/settings', { method: 'PUT', body });
  const dueAt = inSeconds(3);
  await forbidden.order({ dueAt });
  const row = await bookedAgain(forbidden, dueAt);
  expect(row).toMatchObject({ status: 10, _problem: expect.stringMatching(/Twilio made no call/) });
  expect(row._problem_code).toContain('no-customer-leg');
  const { operators, customers } = await forbidden.legs();
  expect(customers).toEqual([]);
  expectAfter(dueAtOf(row), operators[0]?.ended, 299);
});

const answered = floor.desk({ task: { detectMachines: true } });
test.concurrent('a machine that answers is no customer: Twilio hears it, the talk does not wait for that, and the row is called again', async () => {
  await answered.setPhone(answered.customer, { answer: 'voicemail', hangUpAfterSeconds: 6 });
  const dueAt = inSeconds(3);
  await answered.order({ dueAt });
  const { customers } = await answered.legsWhen(isTalking);
  expect(customers).toHaveLength(1);
  const row = await bookedAgain(answered, dueAt);
  expectAfter(dueAtOf(row), customers[0]?.answered, 3000);
  expect(row).not.toHaveProperty('_problem');
});

const wrong = floor.desk();
test.concurrent('a number that does not exist is called once, and the row says why', async () => {
  await wrong.setPhone(wrong.customer, { answer: 'no-such-number' });
  await wrong.order({ callaftermin: 0 });
  expect((await wrong.rowAt(13))._problem).toMatch(/no such phone number: Twilio says SIP 404/);
  const { operators, customers } = await wrong.legs();
  expect([operators.length, customers.length]).toEqual([1, 1]);
});

const voicemail = floor.desk({ task: { operatorRetrySeconds: 300 } });
test.concurrent('no customer is dialled through an operator’s voicemail', async () => {
  await voicemail.setPhone(voicemail.operator, { answer: 'voicemail', hangUpAfterSeconds: 4 });
  const dueAt = inSeconds(3);
  await voicemail.order({ dueAt });
  const isOver = ({ operators }: Legs) => (operators[0]?.ended ?? null) !== null;
  const { operators, customers } = await voicemail.legsWhen(isOver);
  // It is due again at once, for another operator, and then, as there is none, when the task says.
  const triedAgainAt = Date.parse(operators[0]?.ended ?? '') + 300 * second;
  await voicemail.rowWhen((row) => row.status === 10 && dueAtOf(row) >= triedAgainAt);
  expect(operators).toMatchObject([{ status: 'completed' }]);
  expect(operators[0]?.said).not.toEqual([]);
  expect(customers).toEqual([]);
});

const leaver = floor.desk();
test.concurrent('an operator may hang up first: the customer was reached', async () => {
  await leaver.setPhone(leaver.customer, patientCustomer);
  await leaver.order({ callaftermin: 0 });
  await leaver.legsWhen(isTalking);
  await leaver.hangUp(leaver.operator);
  await expectSucceeded(leaver);
  const { operators, customers } = await leaver.legs();
  expect(customers).toMatchObject([{ status: 'completed', answered: expect.any(String) }]);
  expect(operators).toMatchObject([{ status: 'completed' }]);
});

const deserter = floor.desk({
  task: { customerRingSeconds: 60, retrySeconds: { operatorHungUp: 4, noAnswer: 4 } },
});
test.concurrent('an operator who hangs up while the customer’s phone rings has them called again', async () => {
  await deserter.setPhone(deserter.customer, { answer: 'no-answer' });
  const dueAt = inSeconds(3);
  await deserter.order({ dueAt });
  await deserter.legsWhen(({ customers }) => (customers[0]?.rang ?? null) !== null);
  await deserter.setPhone(deserter.customer, briefCustomer);
  await deserter.hangUp(deserter.operator);
  const row = await bookedAgain(deserter, dueAt);
  await expectSucceeded(deserter);
  const { operators, customers } = await deserter.legs();
  expectAfter(dueAtOf(row), operators[0]?.ended, 4);
  expect(customers.map(({ answered }) => answered !== null)).toEqual([false, true]);
  expectNotBefore(dueAtOf(row), customers[1]);
});
