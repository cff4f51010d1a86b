import { type Desk, inSeconds } from '../../support/desk.ts';
import { expectSucceeded } from '../../support/expectations.ts';
import { type Call, eventually } from '../../support/local-system.ts';
import { floor } from './floor.ts';

/** Calls that no timer began: an operator's own, by every way that there is, and customers'. */

const ourNumber = '+442079460000';
const pin = '471100';

const browser = floor.desk();
const deskPhone = floor.desk({ customers: 2 });
const dialIn = floor.desk();
const clickToCall = floor.desk({ task: { retrySeconds: { busy: 8 } } });
const back = floor.desk({ operators: 2 });
const stranger = floor.desk();
const nobody = floor.desk({ task: { language: 'en' } });

beforeAll(async () => {
  for (const desk of [browser, deskPhone, dialIn, nobody]) await changeOperator(desk);
});

const clientOf = (desk: Desk) => `client:${desk.task}`;
const sipOf = (desk: Desk) => `sip:${desk.task}@office.sip.twilio.com`;

/** They have phones of all kinds, and a PIN; the one of a desk with nobody is away. */
async function changeOperator(desk: Desk): Promise<void> {
  const token = await floor.system.token({ role: 'supervisor' });
  await floor.system.request(`/api/operators/${desk.task}-operator-1`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${token}` },
    body: JSON.stringify({
      name: 'Operator 1',
      addresses: [desk.operator, clientOf(desk), sipOf(desk)],
      away: desk === nobody,
      pin,
    }),
  });
  for (const address of [clientOf(desk), sipOf(desk)]) {
    await desk.setPhone(address, { hangUpAfterSeconds: null });
  }
}

async function dial(from: string, to: string, presses: string[] = []): Promise<string> {
  const body = JSON.stringify({ from, to, presses });
  const answer = await floor.system.request('/phones/dial', { method: 'POST', body });
  return ((await answer.json()) as { sid: string }).sid;
}

function legOf(sid: string, accept: (leg: Call) => boolean): Promise<Call> {
  return eventually(
    async () => (await floor.system.calls()).find((it) => it.sid === sid) as Call,
    (leg) => leg !== undefined && accept(leg),
  );
}

const hasEnded = ({ ended }: Call) => ended !== null;

/** The row of the customer, without an order. */
function addRow(desk: Desk): Promise<void> {
  const { status: _, ...columns } = desk.promise(1);
  return floor.system.rows.put({ ...desk.key(), ...columns });
}

async function expectTalked(desk: Desk, sid: string): Promise<void> {
  await legOf(sid, hasEnded);
  const { customers } = await desk.legs();
  expect(customers).toMatchObject([{ parent: sid, from: ourNumber, status: 'completed' }]);
  const row = await desk.rowWhen(({ date_call, status }) => date_call !== undefined && !status);
  expect(row).not.toHaveProperty('_problem');
}

test.concurrent('from the browser: a row is called, and the call is theirs', async () => {
  await addRow(browser);
  const sid = await dial(clientOf(browser), `row:${browser.task}.1`);
  await expectTalked(browser, sid);
});

test.concurrent('from a desk phone: a number is called that the table does not hold, and gets a row', async () => {
  await addRow(deskPhone);
  const [, newcomer = ''] = deskPhone.customers;
  const sid = await dial(sipOf(deskPhone), newcomer);
  await legOf(sid, hasEnded);
  const { customers } = await deskPhone.legs();
  expect(customers).toMatchObject([{ to: newcomer, parent: sid, status: 'completed' }]);
  const row = await deskPhone.rowWhen(({ status }) => !status, { Id: 2 });
  expect(row).toMatchObject({ tel: newcomer, date_call: expect.any(String) });
});

test.concurrent('dialling in: a wrong PIN, the right one, the number, the customer', async () => {
  await addRow(dialIn);
  await eventually(
    () => searched(dialIn),
    (found) => found === 1,
  );
  await dialIn.setPhone(dialIn.operator, { hangUpAfterSeconds: null });
  const number = dialIn.customer.replace('+44', '0');
  const sid = await dial(dialIn.operator, ourNumber, ['1234#', `${pin}#`, `${number}#`]);
  await expectTalked(dialIn, sid);
  const { said } = await legOf(sid, hasEnded);
  expect(said.slice(0, 3)).toEqual([
    'Please enter your PIN, and press hash.',
    'That was not right. Please enter your PIN, and press hash.',
    'Please enter the number to call, and press hash.',
  ]);
});

test.concurrent('from the console: a customer who is busy is called again by the system', async () => {
  await addRow(clickToCall);
  await clickToCall.setPhone(clickToCall.customer, { answer: 'busy' });
  const operator = `${clickToCall.task}-operator-1`;
  const token = await floor.system.token({ role: 'operator', operator });
  await floor.system.request('/api/calls', {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
    body: JSON.stringify(clickToCall.key()),
  });
  await clickToCall.legsWhen(({ customers }) => customers[0]?.status === 'busy');
  await clickToCall.setPhone(clickToCall.customer, { hangUpAfterSeconds: 1 });
  await expectSucceeded(clickToCall);
  const { operators, customers } = await clickToCall.legs();
  expect([operators.length, customers.length]).toEqual([2, 2]);
  expect(operators[0]?.said.at(-1)).toMatch(/line is busy/);
});

test.concurrent('a customer who calls back reaches the operator whom they last spoke to', async () => {
  const [, second = ''] = back.operators;
  await back.order({ dueAt: inSeconds(4), operator_number: second });
  await expectSucceeded(back);
  await back.setPhone(second, { presses: '1', hangUpAfterSeconds: 15 });
  await back.setPhone(back.customer, { hangUpAfterSeconds: null });
  const sid = await dial(back.customer, ourNumber);
  const caller = await legOf(sid, hasEnded);
  // They heard ringing, and nothing else, until the operator had pressed 1.
  expect(caller.said).toEqual([]);
  const { operators } = await back.legs();
  const letThroughAt = Date.parse(operators.at(-1)?.answered ?? '');
  expect(Date.parse(caller.answered ?? '')).toBeGreaterThan(letThroughAt);
  expect(operators.at(-1)?.from).toBe(back.customer);
  const rung = operators.filter(({ parent }) => parent === sid);
  expect(rung).toMatchObject([{ to: second, status: 'completed' }]);
  expect(rung[0]?.said.join()).toMatch(/is calling. Press 1/);
  await back.rowWhen(({ status }) => status === undefined);
});

test.concurrent('a voicemail never talks to a customer who called in', async () => {
  await stranger.setPhone(stranger.operator, { answer: 'voicemail' });
  await stranger.setPhone(stranger.customer, { hangUpAfterSeconds: null });
  await stranger.set({ tel: stranger.customer }, 7);
  await eventually(
    () => searched(stranger),
    (found) => found === 1,
  );
  const sid = await dial(stranger.customer, ourNumber);
  const { said } = await legOf(sid, ({ said: words }) => words.length >= 1);
  expect(said[0]).toMatch(/^At the moment nobody is free/);
  await legOf(sid, hasEnded);
  const row = await stranger.rowWhen(({ date_call }) => date_call !== undefined, { Id: 7 });
  expect(row).not.toHaveProperty('status');
});

test.concurrent('with nobody free they order a callback, and are called as soon as somebody is', async () => {
  await addRow(nobody);
  await eventually(
    () => searched(nobody),
    (found) => found === 1,
  );
  await nobody.setPhone(nobody.customer, { hangUpAfterSeconds: null });
  const sid = await dial(nobody.customer, ourNumber, ['1#']);
  const { said } = await legOf(sid, hasEnded);
  expect(said.at(-1)).toBe('Thank you. We will call you as soon as somebody is free. Goodbye.');
  await nobody.rowWhen(({ status, _waiting_for }) => status === 10 && _waiting_for !== undefined);
  await nobody.setPhone(nobody.customer, { hangUpAfterSeconds: 1 });
  await present(nobody);
  await expectSucceeded(nobody);
});

/** They come back to their desk. */
async function present(desk: Desk): Promise<void> {
  const token = await floor.system.token({ role: 'operator', operator: `${desk.task}-operator-1` });
  await floor.system.request('/api/me', {
    method: 'PATCH',
    headers: { authorization: `Bearer ${token}` },
    body: JSON.stringify({ away: false }),
  });
}

/** How many rows a desk finds by the number: what is looked up follows the table by a moment. */
async function searched(desk: Desk): Promise<number> {
  const token = await floor.system.token({ role: 'supervisor' });
  const answer = await floor.system.request('/api/search', {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
    body: JSON.stringify({ text: desk.customer, task: desk.task }),
  });
  return ((await answer.json()) as { rows: unknown[] }).rows.length;
}
