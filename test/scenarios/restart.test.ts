import { execFileSync } from 'node:child_process';
import { type Instant, second } from '../../lambdas/domain/basics/instant.ts';
import { Crm, type CrmEvent } from '../../lib/aws-machine/test/event-bus/crm.ts';
import { CallFloor } from '../support/call-floor.ts';
import {
  briefCustomer,
  inSeconds,
  isTalking,
  patientCustomer,
  readyOperator,
} from '../support/desk.ts';
import { expectNotBefore, expectSucceeded } from '../support/expectations.ts';
import { eventually } from '../support/local-system.ts';
import { talkAt } from '../support/talk.ts';

const floor = new CallFloor();
const crm = new Crm();
const submitted = floor.desk({ task: { operatorRingSeconds: 60 } });
const talking = floor.desk();
const ready = floor.desk({ task: { ringAheadSeconds: 60 } });
const armed = floor.desk();
const unheard = floor.desk();
const held = floor.desk();
const halfHeld = floor.desk();
let dueAt: Instant;
let processes: number[];

/** In the middle of seven calls the machine goes down without a warning, and starts again. */
beforeAll(async () => {
  await floor.open({ webhook: await crm.open() });
  crm.close();
  await talking.setPhone(talking.customer, patientCustomer);
  await talking.order({ callaftermin: 0 });
  await talking.legsWhen(isTalking);
  await Promise.all([holdOne(), holdHalf()]);
  dueAt = inSeconds(25);
  await ready.order({ dueAt });
  await armed.order({ dueAt });
  await armed.rowWhen(({ _due_at }) => _due_at !== undefined);
  await ready.legsWhen(({ operators }) => (operators[0]?.said.length ?? 0) > 0);
  await submitted.setPhone(submitted.operator, { answer: 'no-answer' });
  await floor.addFaults({ create: { mode: 'hang-but-call' } });
  await submitted.order({ callaftermin: 0 });
  await submitted.legsWhen(({ operators }) => operators.length === 1);
  await submitted.setPhone(submitted.operator, readyOperator);
  await unheard.order({ dueAt });
  processes = familyOf(floor.system.pid);
  await floor.system.kill();
  await crm.open();
  await floor.system.restart();
});
afterAll(async () => {
  await floor.close();
  crm.close();
});

async function holdOne(): Promise<void> {
  const { hold } = await talkAt(floor, held);
  expect((await hold(true)).status).toBe(200);
}

/** The customer's leg was sent to the conference; the operator's does not follow before the end. */
async function holdHalf(): Promise<void> {
  const { hold, mine } = await talkAt(floor, halfHeld);
  await floor.addFaults({ webhooks: [{ leg: halfHeld.operator, delayMs: 600_000 }] });
  hold(true).catch(() => undefined);
  await eventually(mine, (call) => call?.facts.some(({ kind }) => kind === 'conference') === true);
}

/** A process and all that it started, and that these started. */
function familyOf(pid: number): number[] {
  const lines = execFileSync('ps', ['-eo', 'pid=,ppid='], { encoding: 'utf8' }).trim().split('\n');
  const pairs = lines.map((line) => line.trim().split(/\s+/).map(Number));
  const childrenOf = (parent: number) => pairs.flatMap(([id, of]) => (of === parent && id) || []);
  return [pid, ...childrenOf(pid).flatMap(familyOf)];
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

test('no process outlives the system that started it', async () => {
  expect(processes.length).toBeGreaterThan(2);
  await eventually(
    async () => processes.filter(isAlive),
    (alive) => alive.length === 0,
  );
});

test.concurrent('a call that was being submitted is made once more, and never doubled', async () => {
  await expectSucceeded(submitted);
  const { operators, customers } = await submitted.legs();
  expect(operators.map(({ answered }) => answered !== null)).toEqual([false, true]);
  expect(customers.length).toBe(1);
});

test.concurrent('a talk that was cut off was a talk: the customer is not called again', async () => {
  await expectSucceeded(talking);
  const { operators, customers } = await talking.legs();
  expect([operators.length, customers.length]).toEqual([1, 1]);
});

test.concurrent.each([
  ['was on hold', held],
  ['was on the way into the conference', halfHeld],
])(
  'a talk of which the customer %s was a talk: nobody is called again or left on the line',
  async (_, desk) => {
    await expectSucceeded(desk);
    const { operators, customers } = await desk.legs();
    expect([operators.length, customers.length]).toEqual([1, 1]);
    expect([...operators, ...customers].every(({ ended }) => ended !== null)).toBe(true);
    await desk.setPhone(desk.customer, briefCustomer);
    await desk.order({ Id: 2, callaftermin: 0 });
    await expectSucceeded(desk, { Id: 2 });
  },
);

test.concurrent('an operator who was waiting for the promised second is rung again, the customer not before it', async () => {
  await expectSucceeded(ready);
  const { operators, customers } = await ready.legs();
  expect([operators.length, customers.length]).toEqual([2, 1]);
  expectNotBefore(dueAt, customers[0]);
});

test.concurrent.each([
  ['waited when the system died', armed],
  ['was written in the moment in which the system died', unheard],
])('a promise that %s is kept once, and not before its second', async (_, desk) => {
  await expectSucceeded(desk);
  const { operators, customers } = await desk.legs();
  expect([operators.length, customers.length]).toEqual([1, 1]);
  expectNotBefore(dueAt - 3 * second, operators[0]);
  expectNotBefore(dueAt, customers[0]);
});

/** What the CRM heard of a row, in the order of its sequence, each event once. */
function heardOf({ task, Id }: { task: string; Id: number }): string[] {
  const events = crm.got.map(({ event }) => event);
  const ofRow = events.filter(({ detail }) => detail.task === task && detail.Id === Id);
  const byId = new Map(ofRow.map((event) => [String(event.detail.id), event]));
  const sequence = ({ detail }: CrmEvent) => String(detail.sequence);
  const sorted = [...byId.values()].sort((a, b) => (sequence(a) < sequence(b) ? -1 : 1));
  return sorted.map((event) => event['detail-type']);
}

test.concurrent('a CRM whose connection was lost meanwhile misses nothing', async () => {
  const call = ['order.taken', 'operator.ringing', 'customer.dialled', 'call.talked'];
  await eventually(
    async () => [heardOf(armed.key()), heardOf(unheard.key())],
    (heard) => heard.every((it) => it.length >= call.length),
  );
  expect(heardOf(armed.key())).toEqual(call);
  expect(heardOf(unheard.key())).toEqual(call);
  const last = await (await floor.system.request('/local/events')).json();
  const told = (last as { events: CrmEvent[] }).events.map(({ id }) => id);
  await eventually(
    async () => new Set(crm.got.map(({ event }) => event.id)),
    (got) => told.every((id) => got.has(id)),
  );
  expect(crm.got[0]?.authorization).toBe('Bearer local');
});

test('rows, calls and phones are the same after a stop and a start', async () => {
  const state = async () => ({
    row: await armed.row(),
    calls: await floor.system.calls(),
    phones: await (await floor.system.request('/local/phones')).json(),
  });
  await eventually(
    () => floor.system.calls(),
    (calls) => calls.every(({ ended }) => ended !== null),
  );
  const before = await state();
  expect(await floor.system.stop()).toBe(0);
  await floor.system.restart();
  expect(await state()).toEqual(before);
});

test('no log line tells a number or a name', () => {
  expect(floor.leaks()).toEqual([]);
});
