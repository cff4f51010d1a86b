import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { second } from '../../lambdas/domain/basics/instant.ts';
import { CallFloor } from '../support/call-floor.ts';
import { type Desk, inSeconds } from '../support/desk.ts';
import { expectNotBefore, expectSucceeded } from '../support/expectations.ts';

const floor = new CallFloor();
beforeAll(() => floor.open());
afterAll(() => floor.close());

async function expectOneCall(desk: Desk): Promise<void> {
  await expectSucceeded(desk);
  const { operators, customers } = await desk.legs();
  expect([operators.length, customers.length]).toEqual([1, 1]);
}

/** Faults of creation hit whatever call is made next, so these come one after another. */
test.each([
  ['Twilio makes and answers with an error', 'answer-5xx-but-call', floor.desk()],
  ['Twilio makes and never answers for', 'hang-but-call', floor.desk()],
  ['Twilio refuses for too many requests', '429', floor.desk()],
] as const)('a call that %s is made once', async (_, mode, desk) => {
  await floor.addFaults({ create: { mode } });
  await desk.order({ callaftermin: 0 });
  await expectOneCall(desk);
});

test.concurrent('a call that Twilio never made is made when nothing was heard of it for 45 s', async () => {
  const quiet = new CallFloor();
  const desk = quiet.desk({ task: { maxAttempts: 1 } });
  try {
    await quiet.open();
    await quiet.addFaults({ create: { mode: 'answer-5xx-no-call' } });
    await desk.order({ callaftermin: 0 });
    const { date_call } = await desk.rowAt(11);
    await expectOneCall(desk);
    const silentUntil = Date.parse(String(date_call)) + 45 * second;
    expectNotBefore(silentUntil, (await desk.legs()).operators[0]);
    expect(quiet.leaks()).toEqual([]);
  } finally {
    await quiet.close();
  }
});

const lost = floor.desk();
test.concurrent('a talk of which no status callback tells is a talk', async () => {
  await floor.addFaults({ callbacks: lost.numbers.map((leg) => ({ leg, lose: 1 })) });
  await lost.order({ callaftermin: 0 });
  await expectOneCall(lost);
});

test.concurrent.each([
  ['come twice', { repeat: 1 }, floor.desk()],
  ['come in another order', { reorder: 1 }, floor.desk()],
  ['come late', { delayMs: 3000 }, floor.desk()],
])('status callbacks that %s change nothing, and hold nobody up', async (_, fault, desk) => {
  await floor.addFaults({ callbacks: desk.numbers.map((leg) => ({ leg, ...fault })) });
  await desk.order({ callaftermin: 0 });
  await expectOneCall(desk);
  await desk.order({ callaftermin: 0 });
  await desk.legsWhen(({ customers }) => customers.length === 2);
  await expectSucceeded(desk);
  expect((await desk.legs()).customers.length).toBe(2);
});

const counted = floor.desk({ task: { maxAttempts: 2 } });
test.concurrent('an attempt of which everything is told twice counts once', async () => {
  const twice = counted.numbers.map((leg) => ({ leg, repeat: 1 }));
  await floor.addFaults({ callbacks: twice, webhooks: twice });
  await counted.setPhone(counted.customer, { answer: 'busy' });
  await counted.order({ callaftermin: 0 });
  await counted.rowAt(13);
  const { operators, customers } = await counted.legs();
  expect([operators.length, customers.length]).toEqual([2, 2]);
});

const cutOff = floor.desk();
test.concurrent('an operator whose question to us is lost hears that something went wrong, and is rung again', async () => {
  await floor.addFaults({ webhooks: [{ leg: cutOff.operator, lose: 1, times: 1 }] });
  await cutOff.order({ callaftermin: 0 });
  await expectSucceeded(cutOff);
  const { operators, customers } = await cutOff.legs();
  expect(operators[0]?.said).toEqual([expect.stringMatching(/went wrong/)]);
  expect([operators.length, customers.length]).toEqual([2, 1]);
});

const doubled = floor.desk({ customers: 2 });
test.concurrent('timers that come twice, late or for another second make no call of their own', async () => {
  const client = new SQSClient(floor.aws);
  const fire = async (dueAt: number) => {
    const MessageBody = JSON.stringify({
      ...doubled.key(),
      dueAt: new Date(dueAt).toISOString(),
    });
    await client.send(new SendMessageCommand({ QueueUrl: await floor.dialQueue(), MessageBody }));
  };
  const dueAt = inSeconds(6);
  await doubled.order({ dueAt });
  await doubled.rowWhen(({ _due_at }) => _due_at !== undefined);
  for (const at of [dueAt, dueAt, dueAt, dueAt - 2 * second, dueAt + second]) await fire(at);
  await expectOneCall(doubled);
  expectNotBefore(dueAt, (await doubled.legs()).customers[0]);
  for (const at of [dueAt, dueAt]) await fire(at);
  client.destroy();
  await doubled.order({ Id: 2, callaftermin: 0 });
  await expectSucceeded(doubled, { Id: 2 });
  expect((await doubled.legs()).customers.map(({ to }) => to)).toEqual(doubled.customers);
});

test('no log line tells a number or a name', () => {
  expect(floor.leaks()).toEqual([]);
});
