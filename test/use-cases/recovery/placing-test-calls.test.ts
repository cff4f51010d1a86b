import { rowId } from '../../../lambdas/domain/row/row.ts';
import { placeTestCall } from '../../../lambdas/use-cases/recovery/place-test-call.ts';
import { CallCentre } from '../../support/call-centre.ts';

const key = { task: 'demo', Id: 1 };
let centre: CallCentre;
const place = () => placeTestCall(centre.ports, key);
const didNotRing = `the test call to row ${rowId(key)} did not ring`;

beforeEach(async () => {
  centre = await CallCentre.open({ task: { maxAttempts: 1 } });
  centre.put(1, { tel: '+442079460017' });
});

/** The row's operator presses 1, and the number that is tested is dialled. */
async function dialled() {
  await centre.follow();
  await centre.runUntil('2026-11-23T10:00:30Z');
  const call = centre.lastCall();
  await call.answers();
  await call.presses('1');
  await call.comesBack();
  return call;
}

test('orders a call as other software does', async () => {
  await place();
  expect(centre.row(1)).toMatchObject({ status: 10, callaftermin: 0 });
  await centre.follow();
  expect(centre.row(1)).toMatchObject({ _due_at: '2026-11-23T10:00:00.000Z' });
});

test.each(['completed', 'no-answer', 'busy'] as const)(
  'is content with one that rang: %s',
  async (end) => {
    await place();
    const call = await dialled();
    await call.customerIs(end, end === 'completed' ? 20 : 0);
    await call.operatorIs('completed');
    await centre.runUntil('2026-11-23T11:00:00Z');
    await place();
    expect(centre.row(1)).toMatchObject({ status: 10 });
  },
);

test('fails where the network could not ring it, and orders the next one all the same', async () => {
  await place();
  const call = await dialled();
  await call.customerIs('failed', 0);
  await call.operatorIs('completed');
  await centre.runUntil('2026-11-23T11:00:00Z');
  await expect(place()).rejects.toThrow(didNotRing);
  expect(centre.row(1)).toMatchObject({ status: 10, callaftermin: 0 });
});

test('fails where nobody dialled', async () => {
  await place();
  await centre.world.clock.advanceTo(centre.world.clock.now() + 3_600_000);
  await expect(place()).rejects.toThrow(didNotRing);
});

test('says nothing of a row that a person edited since, and fails where there is none', async () => {
  await place();
  centre.write(1, { _by: '2026-11-23T10:00:00.000Z sue' });
  await expect(place()).resolves.toBeUndefined();
  centre.delete(1);
  await expect(place()).rejects.toThrow('needs row demo.1, which is not there');
});
