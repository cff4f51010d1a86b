import type { Operator } from '../../../lambdas/domain/task/task.ts';
import { CallCentre } from '../../support/call-centre.ts';
import { CallIn } from '../../support/call-in.ts';
import { anna, ivan } from '../../support/sample-task.ts';

/** An operator calls our number from their own, proves by PIN that it is they, and keys a number. */

const hers = '+442079460991';
const en = { language: 'en' } as const;

async function open(given: Partial<Operator> = {}): Promise<CallCentre> {
  const centre = await CallCentre.open();
  const pinHash = await centre.ports.pins.hashOf('4711');
  await centre.world.directory.putOperator({ ...anna, pinHash, ...given });
  centre.put(17, { tel: '020 7946 0017' });
  await centre.follow();
  return centre;
}

test('PIN, number, customer', async () => {
  const centre = await open();
  const call = new CallIn(centre, hers);
  expect(await call.arrives()).toEqual({ kind: 'ask-pin', tries: 0, waitSeconds: 0, tongue: en });
  expect(await call.keysPin('4711')).toEqual({ kind: 'ask-number', tries: 0, tongue: en });
  expect(await call.keysNumber('02079460017')).toMatchObject({
    kind: 'dial',
    customer: '+442079460017',
  });
  expect(centre.attempts(17)).toMatchObject([
    { origin: 'manual', operator: { id: 'anna', address: hers } },
  ]);
});

test('the number’s request again is the same attempt', async () => {
  const centre = await open();
  const call = new CallIn(centre, hers);
  await call.keysNumber('02079460017');
  expect(await call.keysNumber('02079460017')).toMatchObject({ kind: 'dial' });
  expect(centre.attempts(17)).toHaveLength(1);
});

test('a number abroad may be keyed with its code', async () => {
  const centre = await open();
  await centre.changeTask({ allowedCountries: ['GB', 'US'] });
  const call = new CallIn(centre, hers);
  expect(await call.keysNumber('0012025550117')).toMatchObject({ customer: '+12025550117' });
});

test('a wrong PIN is asked for again, three times in all', async () => {
  const centre = await open();
  const call = new CallIn(centre, hers);
  expect(await call.keysPin('1111', 0)).toEqual({
    kind: 'ask-pin',
    tries: 1,
    waitSeconds: 0,
    tongue: en,
  });
  expect(await call.keysPin('2222', 1)).toEqual({
    kind: 'ask-pin',
    tries: 2,
    waitSeconds: 0,
    tongue: en,
  });
  expect(await call.keysPin('3333', 2)).toEqual({
    kind: 'tell',
    message: 'wrong-pin',
    tongue: en,
  });
  expect(centre.world.journal.counted('PinRefused')).toBe(3);
});

test('wrong PINs make everybody wait longer who calls from there, and close the door to nobody', async () => {
  const centre = await open();
  const call = new CallIn(centre, hers);
  for (let n = 0; n < 12; n++)
    expect(await call.keysPin('4711')).toMatchObject({ kind: 'ask-number' });
  const waits: number[] = [];
  for (let n = 0; n < 12; n++) {
    const asked = await call.keysPin('1111');
    if (asked.kind === 'ask-pin') waits.push(asked.waitSeconds);
  }
  expect(waits).toEqual([0, 0, 0, 1, 2, 4, 8, 16, 32, 60, 60, 60]);
  const another = new CallIn(centre, hers);
  expect(await another.arrives()).toMatchObject({ kind: 'ask-pin', waitSeconds: 60 });
  expect(await another.keysPin('4711')).toMatchObject({ kind: 'ask-number' });
});

test('wrong PINs of one operator make no other wait', async () => {
  const centre = await open();
  const pinHash = await centre.ports.pins.hashOf('4712');
  await centre.world.directory.putOperator({ ...ivan, pinHash });
  const call = new CallIn(centre, hers);
  for (let n = 0; n < 8; n++) await call.keysPin('1111');
  const his = new CallIn(centre, '+442079460992');
  expect(await his.arrives()).toMatchObject({ kind: 'ask-pin', waitSeconds: 0 });
});

test('who has no PIN is told to ask for one', async () => {
  const centre = await CallCentre.open();
  const call = new CallIn(centre, hers);
  expect(await call.arrives()).toEqual({ kind: 'tell', message: 'no-pin', tongue: en });
  expect(await call.keysPin('4711')).toEqual({ kind: 'hang-up' });
});

test('who left is a customer like any other', async () => {
  const centre = await open({ gone: true });
  const call = new CallIn(centre, hers);
  expect(await call.arrives()).toMatchObject({ kind: 'dial-operator' });
  expect(await call.keysPin('4711')).toEqual({ kind: 'hang-up' });
  expect(await call.keysNumber('02079460017')).toEqual({ kind: 'hang-up' });
});

test('a number that is none is asked for again, three times in all', async () => {
  const centre = await open();
  const call = new CallIn(centre, hers);
  expect(await call.keysNumber('12', 0)).toEqual({ kind: 'ask-number', tries: 1, tongue: en });
  expect(await call.keysNumber('12', 1)).toEqual({ kind: 'ask-number', tries: 2, tongue: en });
  expect(await call.keysNumber('12', 2)).toMatchObject({ kind: 'tell', message: 'not-a-number' });
});
