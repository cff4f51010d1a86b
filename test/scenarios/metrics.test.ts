import { DynamoDBClient, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { marshall } from '@aws-sdk/util-dynamodb';
import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks.js';
import { synthesizedStack } from '../cloud/synthesized-stack.ts';
import { CallFloor } from '../support/call-floor.ts';
import { ownMetricsLookedAt } from '../support/dashboard-metrics.ts';
import { type Desk, inSeconds, momentOf, patientCustomer } from '../support/desk.ts';
import { eventually } from '../support/local-system.ts';
import { rareMetrics } from '../support/rare-metrics.ts';
import { toldMetrics, toldServices } from '../support/told-metrics.ts';

/** Everything happens once that the dashboard or an alarm looks at. Floors are looked at once a minute. */

const ourNumber = '+442079460000';
const pin = '471100';

const floor = new CallFloor();
const unclear = floor.desk();
const rushed = floor.desk();
const reached = floor.desk();
const busy = floor.desk();
const silent = floor.desk();
const unreachable = floor.desk();
const wrongNumber = floor.desk();
const hungUp = floor.desk({ task: { customerRingSeconds: 600 } });
const nobodyThere = floor.desk();
const deadLine = floor.desk();
const deferring = floor.desk({ task: { operatorRingSeconds: 600 } });
const cancelled = floor.desk({ task: { operatorRingSeconds: 30 } });
const single = floor.desk({ customers: 2 });
const ownNumber = floor.desk();
const foreign = floor.desk({ task: { callerId: '+442079460999' } });
const missed = floor.desk({ task: { graceSeconds: 60 } });
const broken = floor.desk({ task: { callingHours: wholeWeek() } });
const unheard = floor.desk();
const talking = floor.desk({ operators: 2 });
const waiting = floor.desk({ task: { operatorRingSeconds: 600 } });
const wrappingUp = floor.desk({ task: { wrapUpSeconds: 900 } });
const gone = floor.desk({ task: { operatorRingSeconds: 600 } });
const away = floor.desk();
const intruder = floor.desk();

let dynamodb: DynamoDBClient | undefined;
let boss: string;

beforeAll(async () => {
  await floor.open();
  dynamodb = new DynamoDBClient(floor.aws);
  boss = await floor.system.token({ role: 'supervisor' });
  await ask('PUT', '/api/scripts/metrics', boss, script);
  await changeTask(talking, 'script', 'metrics');
  // Functions know people as they were some seconds ago.
  await changeOperator(ownNumber, { addresses: [ourNumber] });
  for (const desk of [gone, away]) await addRow(desk);
  await wakeInbound();
});

/** Who calls in while the function is still being loaded on a busy machine may hear an apology. */
async function wakeInbound(): Promise<void> {
  const { sid } = (await (await dialUs('+266696687')).json()) as { sid: string };
  await eventually(
    async () => (await (await floor.system.request('/local/calls')).json()) as LegRecord[],
    (legs) => legs.some((leg) => leg.sid === sid && leg.ended !== null),
  );
}

interface LegRecord {
  sid: string;
  ended: string | null;
}

afterAll(async () => {
  dynamodb?.destroy();
  await floor.close();
});

function wholeWeek(from = '00:00') {
  return Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((day) => [day, [[from, '24:00']]]));
}

const fields = [{ id: 'note', type: 'text', label: 'Note' }];
const script = { title: 'Note', start: 'talk', steps: [{ id: 'talk', fields, next: 'end' }] };

/** Answers what the API said, and ends the test where that was a failure. */
async function ask(method: string, target: string, token: string, body?: object) {
  const answer = await fetch(`${floor.system.description.webhooks}${target}`, {
    method,
    headers: { authorization: `Bearer ${token}` },
    ...(body && { body: JSON.stringify(body) }),
  });
  const told = answer.status === 204 ? undefined : await answer.json();
  if (answer.status >= 500) throw new Error(`${method} ${target}: ${JSON.stringify(told)}`);
  return { status: answer.status, body: told };
}

const tokenOf = (desk: Desk, n = 1) =>
  floor.system.token({ role: 'operator', operator: `${desk.task}-operator-${n}` });

/** The attempt of the desk's row, once there is one. */
async function attemptOf(desk: Desk): Promise<string> {
  return String((await desk.rowAt(11))._attempt);
}

function changeOperator(desk: Desk, change: object) {
  const body = { name: 'Operator 1', addresses: [desk.operator], ...change };
  return ask('PUT', `/api/operators/${desk.task}-operator-1`, boss, body);
}

/** Past everything that a supervisor may write. */
async function changeTask(desk: Desk, name: string, value: string | object): Promise<void> {
  const update = new UpdateItemCommand({
    TableName: floor.system.dynamodb.tables.directory,
    Key: marshall({ kind: 'task', id: desk.task }),
    UpdateExpression: 'SET #name = :value',
    ExpressionAttributeNames: { '#name': name },
    ExpressionAttributeValues: marshall({ ':value': value }),
  });
  await dynamodb?.send(update);
}

/** A customer or an operator calls our number. */
function dialUs(from: string, presses: string[] = []): Promise<Response> {
  const body = JSON.stringify({ from, to: ourNumber, presses });
  return floor.system.request('/phones/dial', { method: 'POST', body });
}

/** A row of the desk's customer that orders nothing; found by its number, or their call would belong elsewhere. */
async function addRow(desk: Desk): Promise<void> {
  const { status: _, ...columns } = desk.promise(1);
  await floor.system.rows.put({ ...desk.key(), ...columns });
  const search = { text: desk.customer, task: desk.task };
  await eventually(
    async () => (await ask('POST', '/api/search', boss, search)).body,
    (found) => (found as { rows: object[] }).rows.length === 1,
  );
}

/** Twilio's answers to the next calls; nothing else is called meanwhile. */
async function whileCreating(desk: Desk, mode: 'answer-5xx-no-call' | '429', times: number) {
  await floor.addFaults({ create: { mode, times } });
  await desk.order({ callaftermin: 0 });
  await eventually(
    async () => (await (await floor.system.request('/phones/faults')).json()) as object,
    (plan) => 'create' in plan && (plan.create as { times: number }).times === 0,
  );
}

async function endEarly(): Promise<void> {
  await busy.setPhone(busy.customer, { answer: 'busy' });
  await silent.setPhone(silent.customer, { answer: 'no-answer' });
  await unreachable.setPhone(unreachable.customer, { answer: 'unreachable' });
  await wrongNumber.setPhone(wrongNumber.customer, { answer: 'no-such-number' });
  await hungUp.setPhone(hungUp.customer, { answer: 'no-answer' });
  await nobodyThere.setPhone(nobodyThere.operator, { answer: 'busy' });
  await deadLine.setPhone(deadLine.operator, { answer: 'unreachable' });
  const desks = [reached, busy, silent, unreachable, wrongNumber, hungUp, nobodyThere, deadLine];
  for (const desk of [...desks, ownNumber, foreign]) await desk.order({ callaftermin: 0 });
  for (const Id of [1, 2]) await single.order({ Id, callaftermin: 0 });
  await hungUp.legsWhen(({ customers }) => (customers[0]?.rang ?? null) !== null);
  await hungUp.hangUp(hungUp.operator);
}

/** A floor on which people stay as they are until it has been looked at. */
async function stayOn(): Promise<void> {
  await talking.setPhone(talking.customer, patientCustomer);
  await waiting.setPhone(waiting.operator, { answer: 'no-answer' });
  await talking.order({ callaftermin: 0, operator_number: talking.operator });
  await waiting.order({ callaftermin: 0 });
  await wrappingUp.order({ callaftermin: 0 });
}

async function changeTheirMinds(): Promise<void> {
  for (const desk of [deferring, cancelled]) {
    await desk.setPhone(desk.operator, { answer: 'no-answer' });
    await desk.order({ callaftermin: 0 });
  }
  const deferral = `/api/attempts/${await attemptOf(deferring)}/deferral`;
  const deferred = await ask('POST', deferral, await tokenOf(deferring), { minutes: 5 });
  expect(deferred.status).toBe(204);
  await cancelled.rowAt(11);
  await cancelled.cancel();
}

async function workAtDesks(): Promise<void> {
  const attempt = await attemptOf(talking);
  const token = await tokenOf(talking);
  await ask('POST', `/api/attempts/${attempt}/form`, token);
  const run = { visits: [{ step: 'talk', answers: { note: 'a' }, left: true }] };
  await ask('POST', `/api/attempts/${attempt}/form/submission`, token, { run });
  await ask('POST', '/api/calls', await tokenOf(talking, 2), talking.key());
  const line = { line: 2, cells: { Id: '7', tel: reached.customer }, occurrence: 1 };
  const batch = { mode: 'write', highestId: 7, lines: [line] };
  await ask('POST', `/api/tasks/${reached.task}/import`, boss, batch);
}

async function callUs(): Promise<void> {
  await changeOperator(away, { away: true });
  await away.order({ Id: 2, dueAt: inSeconds(1800), operator_number: away.operator });
  await changeOperator(intruder, { pin });
  await gone.setPhone(gone.operator, { answer: 'no-answer' });
  // Of the two who end at once, it is told first that the caller did.
  await floor.addFaults({ callbacks: [{ leg: gone.operator, delayMs: 5000 }] });
  await gone.setPhone(gone.customer, patientCustomer);
  await away.setPhone(away.customer, { hangUpAfterSeconds: 60 });
  await intruder.setPhone(intruder.operator, { hangUpAfterSeconds: 60 });
  const { sid } = (await (await dialUs(gone.customer)).json()) as { sid: string };
  await dialUs(away.customer, ['1']);
  await dialUs(intruder.operator, ['9999']);
  await gone.legsWhen(({ operators }) => (operators[0]?.rang ?? null) !== null);
  await floor.system.hangUp(sid);
}

/** Rows as outside writers make them: nonsense, and an old copy with all of its columns. */
async function writeNonsense(): Promise<void> {
  await missed.order({ Id: 2, time_callback: 'soon' });
  // There is no room in it for what is wrong with it.
  await missed.order({ Id: 3, комментарии: 'x'.repeat(408_500) });
  await missed.order({ dueAt: inSeconds(3600) });
  const row = await missed.rowWhen(({ _order }) => _order !== undefined);
  const past = inSeconds(-600);
  const [moment, order] = [momentOf(past), row._order as object];
  const copy = { ...row, ...moment, _order: { ...order, ...moment } };
  await floor.system.rows.put({ ...copy, _due_at: new Date(past).toISOString() } as never);
}

/** Whether it may be called now cannot be said any more: its call becomes overdue. */
async function breakTask(): Promise<void> {
  await broken.order({ dueAt: inSeconds(30) });
  await broken.rowWhen(({ _due_at }) => _due_at !== undefined);
  await changeTask(broken, 'callingHours', wholeWeek('no clock shows this'));
}

/** Nothing is heard of a call, and requests come that nobody sent. */
async function loseAndForge(): Promise<void> {
  const lost = { leg: unheard.operator, lose: 1 };
  await floor.addFaults({ callbacks: [lost] });
  await unheard.setPhone(unheard.operator, { answer: 'busy' });
  await unheard.order({ callaftermin: 0 });
  const client = new SQSClient(floor.aws);
  const QueueUrl = await floor.dialQueue();
  await client.send(new SendMessageCommand({ QueueUrl, MessageBody: 'no message' }));
  client.destroy();
  const attempt = await attemptOf(waiting);
  const { webhooks, twilio } = floor.system.description;
  const url = `${webhooks}/voice/operator?attempt=${attempt}`;
  const fields = { CallSid: 'CA00000000000000000000000000000009', CallStatus: 'in-progress' };
  const signature = getExpectedTwilioSignature(twilio.authToken, url, fields);
  for (const given of [signature, 'forged']) {
    const headers = { 'x-twilio-signature': given };
    await fetch(url, { method: 'POST', headers, body: new URLSearchParams(fields) });
  }
}

const lookedAt = ownMetricsLookedAt(synthesizedStack());

test('whatever the dashboard or an alarm looks at is told by a running system', async () => {
  await whileCreating(unclear, 'answer-5xx-no-call', 1);
  await whileCreating(rushed, '429', 3);
  // One after the other: a floor of thirty desks at once is more than a busy machine keeps up with.
  for (const bringAbout of [endEarly, callUs, stayOn, changeTheirMinds, breakTask]) {
    await bringAbout();
  }
  for (const bringAbout of [workAtDesks, writeNonsense, loseAndForge]) await bringAbout();
  const rare = new Set<string>(rareMetrics);
  const awaited = lookedAt.filter((name) => !rare.has(name));
  const missing = async () => {
    const told = toldMetrics(floor.system.dataFolder);
    return awaited.filter((name) => !told.has(name));
  };
  await eventually(missing, (names) => names.length === 0);
});

test('as the deployment that tells it, every function names the stack', () => {
  expect(toldServices(floor.system.dataFolder)).toEqual(['CallbackCenter-local']);
});

test('no log line tells a number or a name', () => {
  expect(floor.leaks()).toEqual([]);
});
