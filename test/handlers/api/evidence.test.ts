import { reportFault } from '../../../lambdas/domain/evidence/report.ts';
import { boss, Console } from '../../support/console.ts';

let desk: Console;
const row = { task: 'demo', Id: 17 };
const as = boss;

beforeEach(async () => {
  desk = await Console.open();
});

afterEach(() => expect(desk.failures).toEqual([]));

async function afterCall(): Promise<void> {
  await desk.talk();
  const call = desk.centre.lastCall();
  await call.customerIs('completed', 20);
  await call.dialEnds({ as: 'completed', bridged: true, seconds: 20 });
  await call.operatorIs('completed');
  await desk.centre.follow();
}

test('a supervisor gets what was done to a row’s number, as a chain', async () => {
  await afterCall();
  const answer = await desk.ask('POST /api/evidence', { as, body: { row } });
  expect(answer).toMatchObject({ status: 200, body: { number: '+442079460017' } });
  expect(answer.body.entries.map((it: { kind: string }) => it.kind)).toContain('attempt');
  expect(reportFault(answer.body, { hash: desk.ports.hash })).toBeUndefined();
});

test('and erases it, and the answer says what was erased', async () => {
  await afterCall();
  const body = { tel: '020 7946 0017' };
  expect(await desk.ask('POST /api/erasures', { as, body })).toMatchObject({
    status: 200,
    body: { by: 'boss', rows: 1, attempts: 1 },
  });
  expect(desk.centre.row(17)).toEqual({});
  const { body: report } = await desk.ask('POST /api/evidence', { as, body });
  const states = new Set(report.entries.map((it: { state: string }) => it.state));
  expect(states).toEqual(new Set(['erased', 'kept']));
});

test('but not while a call with it is on', async () => {
  await desk.talk();
  expect(await desk.ask('POST /api/erasures', { as, body: { row } })).toMatchObject({
    status: 409,
    body: { error: 'a call with this number is on; try again when it has ended' },
  });
});

test.each<[string, object, number]>([
  ['what is no number', { tel: 'who?' }, 400],
  ['a row that is none', { row: { task: 'demo', Id: 99 } }, 404],
  ['neither', {}, 400],
])('%s is refused', async (_, body, status) => {
  expect(await desk.ask('POST /api/evidence', { as, body })).toMatchObject({ status });
});
