import { second } from '../../lambdas/domain/basics/instant.ts';
import { CallFloor, startLimit } from '../support/call-floor.ts';
import { inSeconds, momentOf } from '../support/desk.ts';
import { expectMadeAt, expectOneAtATime, expectSucceeded, soon } from '../support/expectations.ts';

const scenarioLimit = 60_000;
const tomorrow = 86_400;

const floor = new CallFloor();
beforeAll(() => floor.open(), startLimit);
afterAll(() => floor.close(), startLimit);

const short = floor.desk({ task: { ringAheadSeconds: 15 } });
test(
  'a promise at short notice rings the operator at once, and the customer on the second',
  async () => {
    const dueAt = inSeconds(3);
    const writtenAt = Date.now();
    await short.order({ dueAt });
    await expectSucceeded(short);
    const { operators, customers } = await short.legs();
    expectMadeAt(operators[0], writtenAt);
    expectMadeAt(customers[0], dueAt);
  },
  scenarioLimit,
);

const minutes = floor.desk();
test(
  'minutes win over date and time, and the row shows the instant that they mean',
  async () => {
    const writtenAt = Date.now();
    await minutes.order({ callaftermin: 0, dueAt: inSeconds(tomorrow) });
    const inService = await minutes.rowAt(11);
    const now = Math.ceil(writtenAt / second) * second;
    expect([momentOf(now), momentOf(now + second)]).toContainEqual({
      date_callback: inService.date_callback,
      time_callback: inService.time_callback,
    });
    expect(inService).not.toHaveProperty('callaftermin');
    await expectSucceeded(minutes);
    expectMadeAt((await minutes.legs()).operators[0], writtenAt);
  },
  scenarioLimit,
);

const kept = floor.desk();
test.concurrent(
  'a promise is kept: the operator is rung ahead of it, the customer on the second',
  async () => {
    const dueAt = inSeconds(7);
    await kept.order({ dueAt });
    await expectSucceeded(kept);
    const { operators, customers } = await kept.legs();
    expect([operators.length, customers.length]).toEqual([1, 1]);
    expectMadeAt(operators[0], dueAt - 3 * second);
    expectMadeAt(customers[0], dueAt);
    expect(operators[0]?.said[0]).toContain('Синицына');
    expect(customers[0]).toMatchObject({ parent: operators[0]?.sid, from: '+442079460000' });
  },
  scenarioLimit,
);

const slow = floor.desk({ task: { operatorRingSeconds: 10 } });
test.concurrent(
  'a customer whose operator is not ready on the second rings as soon as he is',
  async () => {
    await slow.setPhone(slow.operator, { afterSeconds: 5, hangUpAfterSeconds: null, presses: '1' });
    const dueAt = inSeconds(3);
    await slow.order({ dueAt });
    await expectSucceeded(slow);
    const { operators, customers } = await slow.legs();
    const answeredAt = Date.parse(operators[0]?.answered ?? '');
    expect(answeredAt).toBeGreaterThan(dueAt);
    const greetingLasts = second;
    const rangAt = Date.parse(customers[0]?.created ?? '');
    expect(rangAt - answeredAt).toBeLessThan(greetingLasts + soon());
  },
  scenarioLimit,
);

const twins = floor.desk({ operators: 2 });
test.concurrent(
  'two rows with one number, due in the same second, are never called at the same time',
  async () => {
    await twins.setPhone(twins.customer, { afterSeconds: 0.3, hangUpAfterSeconds: 2 });
    const dueAt = inSeconds(4);
    await Promise.all([1, 2].map((Id) => twins.order({ Id, dueAt })));
    for (const Id of [1, 2]) await expectSucceeded(twins, { Id });
    const { operators, customers } = await twins.legs();
    expect([operators.length, customers.length]).toEqual([2, 2]);
    expectOneAtATime(customers);
  },
  scenarioLimit,
);

const rush = floor.desk({ operators: 2, customers: 5, task: { operatorRetrySeconds: 300 } });
test.concurrent(
  'operators work in parallel, and one who becomes free gets the row that waits longest',
  async () => {
    const dueAt = inSeconds(4);
    const lateBy = (Id: number) => Math.max(Id - 2, 0) * second;
    const rows = [1, 2, 3, 4, 5];
    for (const number of rush.customers)
      await rush.setPhone(number, { afterSeconds: 0.3, hangUpAfterSeconds: 3 });
    await Promise.all(rows.map((Id) => rush.order({ Id, dueAt: dueAt + lateBy(Id) })));
    for (const Id of rows) await expectSucceeded(rush, { Id, within: 30_000 });
    const { operators, customers } = await rush.legs();
    expect(
      operators
        .slice(0, 2)
        .map(({ to }) => to)
        .sort(),
    ).toEqual(rush.operators);
    for (const leg of operators.slice(0, 2)) expectMadeAt(leg, dueAt - 3 * second);
    expect(customers.slice(2).map(({ to }) => to)).toEqual(rush.customers.slice(2));
    for (const address of rush.operators) {
      const his = operators.filter(({ to }) => to === address);
      for (const [n, { ended }] of his.slice(0, -1).entries())
        expectMadeAt(his[n + 1], Date.parse(ended ?? ''), { within: 2 * soon() });
    }
  },
  scenarioLimit,
);

const early = floor.desk({
  customers: 2,
  task: { ringAheadSeconds: 12, operatorRetrySeconds: 300 },
});
test.concurrent(
  'an operator who becomes free before a promise waits for it: the customer is not rung early',
  async () => {
    const dueAt = inSeconds(10);
    await early.order({ Id: 1, callaftermin: 0 });
    await early.rowAt(11);
    await early.order({ Id: 2, dueAt });
    await expectSucceeded(early, { Id: 2 });
    const { operators, customers } = await early.legs();
    expect(Date.parse(operators[1]?.created ?? '')).toBeLessThan(dueAt);
    expectMadeAt(customers[1], dueAt);
  },
  scenarioLimit,
);

test('no log line tells a number or a name', () => {
  expect(floor.leaks()).toEqual([]);
});
