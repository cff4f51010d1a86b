import type { Desk } from '../../support/desk.ts';
import { expectSucceeded } from '../../support/expectations.ts';
import { talkAt } from '../../support/talk.ts';
import { floor } from './floor.ts';

const music = 'https://example.com/music.mp3';
const wishes = { task: { holdMusic: music } };

/** Both legs are up, and the row is in service. */
async function expectTalk(desk: Desk): Promise<void> {
  const { operators, customers } = await desk.legs();
  expect([...operators, ...customers].map(({ status }) => status)).toEqual([
    'in-progress',
    'in-progress',
  ]);
  expect((await desk.row())?.status).toBe(11);
}

const isAllOver = ({ operators, customers }: Awaited<ReturnType<Desk['legs']>>) =>
  [...operators, ...customers].every(({ ended }) => ended !== null);

const held = floor.desk(wishes);
test.concurrent('a customer is put on hold and taken back, twice; the call was one talk', async () => {
  const { hold, mine } = await talkAt(floor, held);
  for (const isOn of [true, false, true, false]) {
    const answer = await hold(isOn);
    expect([answer.status, await answer.json()]).toMatchObject([200, { hold: { isOn } }]);
    await expectTalk(held);
  }
  expect(await mine()).toMatchObject({ state: 'talking', hold: { isOn: false } });
  await held.hangUp(held.customer);
  await expectSucceeded(held);
  const { operators, customers } = await held.legsWhen(isAllOver);
  expect([operators.length, customers.length]).toEqual([1, 1]);
});

const leaving = floor.desk(wishes);
test.concurrent('a customer hangs up on hold, and nothing is told of it: they count as reached', async () => {
  const { hold } = await talkAt(floor, leaving);
  expect((await hold(true)).status).toBe(200);
  await floor.addFaults({
    callbacks: [{ leg: leaving.customer, status: 'completed', lose: 1 }],
  });
  await leaving.hangUp(leaving.customer);
  await leaving.legsWhen(isAllOver);
  await expectSucceeded(leaving);
});

const left = floor.desk(wishes);
test.concurrent('an operator hangs up on hold, and all is told twice and late: the customer is let go', async () => {
  const { hold } = await talkAt(floor, left);
  const twice = { repeat: 1, delayMs: 500 };
  await floor.addFaults({
    callbacks: [
      { leg: left.customer, ...twice },
      { leg: left.operator, ...twice },
    ],
  });
  expect((await hold(true)).status).toBe(200);
  await left.hangUp(left.operator);
  await left.legsWhen(isAllOver);
  await expectSucceeded(left);
  expect((await hold(false)).status).toBe(409);
});

const lostWay = floor.desk(wishes);
test.concurrent('an operator who never gets into the conference leaves no customer waiting', async () => {
  const { hold } = await talkAt(floor, lostWay);
  // its action and what would follow are lost: Twilio hangs the operator's leg up
  await floor.addFaults({ webhooks: [{ leg: lostWay.operator, lose: 1 }] });
  expect((await hold(true)).status).toBe(409);
  await lostWay.legsWhen(isAllOver);
  await expectSucceeded(lostWay);
  const { customers } = await lostWay.legs();
  expect(customers[0]?.said.at(-1)).toMatch(/ошибка|went wrong/);
});
