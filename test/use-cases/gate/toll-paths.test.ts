import { placeCall } from '../../../lambdas/use-cases/own-calls/place-call.ts';
import { CallCentre } from '../../support/call-centre.ts';
import { CallIn } from '../../support/call-in.ts';
import { anna } from '../../support/sample-task.ts';
import { promised } from '../../support/scenarios.ts';

/**
 * What somebody tries who wants calls made at our cost, or to a person who may not be called: each
 * was possible once.
 */

const satellite = '+8821612345678';
const premium = '+449098790000';

describe('a token of an operator', () => {
  test.each([
    [satellite, 'kind-not-allowed'],
    [premium, 'kind-not-allowed'],
    ['0044 909 879 0000', 'kind-not-allowed'],
    ['+33 1 99 00 87 23', 'country-not-allowed'],
    ['999', 'emergency-number'],
    ['07700 900123 call me', 'not-a-number'],
    ['+442079460992', 'own-number'],
  ])('calls nobody at %s: %s', async (tel, reason) => {
    const centre = await CallCentre.open();
    const placed = await placeCall(centre.ports, { operator: anna, target: { tel } });
    expect(placed).toEqual({ kind: 'refused', reason });
    expect(centre.dialler.rung).toEqual([]);
    expect(centre.row(1)).toEqual({});
  });

  test.each([
    [satellite, 'kind-not-allowed'],
    [premium, 'kind-not-allowed'],
  ])('nor by a row that holds %s', async (tel, reason) => {
    const centre = await CallCentre.open();
    centre.put(17, { tel });
    await centre.follow();
    const target = { row: { task: 'demo', Id: 17 } };
    expect(await placeCall(centre.ports, { operator: anna, target })).toMatchObject({ reason });
    expect(centre.dialler.rung).toEqual([]);
  });
});

test.each([satellite, premium])('a row that promises a call to %s is never served', async (tel) => {
  const centre = await CallCentre.open();
  centre.put(17, { ...promised, tel });
  await centre.runUntil('2026-11-23T10:40:00Z');
  expect(centre.dialler.rung).toEqual([]);
  expect(centre.row(17)).toMatchObject({
    status: 14,
    _problem: expect.stringContaining('numbers of this kind'),
  });
});

describe('a row that names its operator', () => {
  test.each([
    [satellite, {}, /numbers of this kind/],
    ['+33199008723', {}, /no calls to that country/],
    ['sip:x@elsewhere.sip.twilio.com', {}, /the SIP domain of another account/],
    ['+442079460999', { allowUnregisteredOperators: false }, /nobody registered it/],
  ])('rings nobody at %s', async (operator_number, task, problem) => {
    const centre = await CallCentre.open({ task });
    centre.put(17, { ...promised, tel: '020 7946 0017', operator_number });
    await centre.runUntil('2026-11-23T10:40:00Z');
    expect(centre.dialler.rung).toEqual([]);
    expect(centre.row(17)).toMatchObject({ status: 10, _problem: expect.stringMatching(problem) });
    expect(centre.row(17)).not.toHaveProperty('_due_at');
  });
});

describe('a stranger with a forged number', () => {
  async function nobodyAtWork() {
    const centre = await CallCentre.open();
    for (const id of ['anna', 'ivan'])
      await centre.world.directory.changeOperator(id, { away: true });
    return centre;
  }

  test('is offered no call to a satellite, and orders none', async () => {
    const centre = await nobodyAtWork();
    const call = new CallIn(centre, satellite);
    const goodbye = { kind: 'tell', message: 'nobody-free' };
    expect(await call.arrives()).toMatchObject(goodbye);
    await centre.follow();
    expect(await call.keysOrder(1, '1')).toMatchObject(goodbye);
    await centre.runUntil('2026-11-23T10:40:00Z');
    expect(centre.row(1)).not.toHaveProperty('status');
    expect(centre.dialler.rung).toEqual([]);
  });

  test('orders none for a row that is somebody else’s', async () => {
    const centre = await nobodyAtWork();
    centre.put(17, { tel: '020 7946 0017' });
    await centre.follow();
    const call = new CallIn(centre, '+442079460018');
    expect(await call.keysOrder(17, '1')).toMatchObject({ kind: 'tell', message: 'trouble' });
    expect(centre.row(17)).not.toHaveProperty('status');
  });
});

test('a number that is barred in one row is called through no other', async () => {
  const centre = await CallCentre.open();
  centre.put(17, { tel: '020 7946 0017', status: 14 });
  centre.put(18, { ...promised, tel: '+44 20 7946 0017' });
  await centre.runUntil('2026-11-23T10:40:00Z');
  expect(centre.dialler.rung).toEqual([]);
  const target = { row: { task: 'demo', Id: 18 } };
  expect(await placeCall(centre.ports, { operator: anna, target })).toMatchObject({
    kind: 'refused',
    reason: expect.stringMatching(/^(do-not-call|barred)$/),
  });
});

test('a number in Washington is called by no clock of London’s', async () => {
  const callingHours = { '1': [['09:00', '20:00'] as [string, string]] };
  const centre = await CallCentre.open({ task: { callingHours, allowedCountries: ['US'] } });
  centre.put(17, { ...promised, tel: '+1 202 555 0164' });
  // half past ten in London is half past five in Washington
  await centre.runUntil('2026-11-23T10:40:00Z');
  expect(centre.dialler.rung).toEqual([]);
  expect(centre.row(17)).toMatchObject({ status: 10, _due_at: '2026-11-23T14:00:00.000Z' });
});
