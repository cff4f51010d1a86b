import { CallCentre } from '../../support/call-centre.ts';
import { CallIn } from '../../support/call-in.ts';
import { openDesk } from '../../support/open-desk.ts';
import { ivan } from '../../support/sample-task.ts';
import { promised, talking } from '../../support/scenarios.ts';

/** A customer calls the number that they were called from. */

const his = '+442079460017';

async function open(columns?: object, given: Parameters<typeof CallCentre.open>[0] = {}) {
  const centre = await CallCentre.open(given);
  if (columns !== undefined) centre.put(17, { tel: '020 7946 0017', ...columns });
  await centre.follow();
  return centre;
}

/** Anna talked with them until 10:31, and is idle for less long than Ivan. */
async function afterTalkWithAnna() {
  const { centre, call } = await talking();
  await call.customerIs('completed', 60);
  await call.operatorIs('completed');
  await centre.runUntil('2026-11-23T10:40:00Z');
  return centre;
}

async function letThrough(call: CallIn) {
  await call.operatorAnswers();
  return call.operatorPresses('1');
}

describe('they reach', () => {
  test('the operator whom they last spoke to', async () => {
    const centre = await afterTalkWithAnna();
    const call = new CallIn(centre, his);
    expect(await call.arrives()).toEqual({
      kind: 'dial-operator',
      address: '+442079460991',
      callerId: his,
      ringSeconds: 25,
      isWatched: false,
    });
    expect(centre.row(17)).toMatchObject({ status: 11, _attempt: call.attempt });
  });

  test('whoever is idle longest where that one is in a call or away', async () => {
    const centre = await afterTalkWithAnna();
    await centre.world.directory.changeOperator('anna', { away: true });
    expect(await new CallIn(centre, his).arrives()).toMatchObject({ address: '+442079460992' });
  });

  test('somebody also when they were never called: they get a row', async () => {
    const centre = await open();
    const call = new CallIn(centre, his);
    expect(await call.arrives()).toMatchObject({ kind: 'dial-operator' });
    expect(centre.row(1)).toMatchObject({ tel: his, status: 11 });
  });

  test('the same phone when Twilio asks twice', async () => {
    const centre = await open({});
    const call = new CallIn(centre, his);
    const step = await call.arrives();
    expect(await call.arrives()).toEqual(step);
    expect(centre.attempts(17)).toHaveLength(1);
  });
});

describe('the operator', () => {
  test('hears who calls, presses 1, and is joined with them', async () => {
    const centre = await open({ имя: 'Zoë' });
    const call = new CallIn(centre, his);
    await call.arrives();
    expect(await call.operatorAnswers()).toEqual({
      kind: 'ask-key-for-caller',
      who: 'Zoë',
      tongue: { language: 'en' },
    });
    expect(await call.operatorPresses('1')).toEqual({ kind: 'let-through' });
  });

  test('at a browser phone is joined at once', async () => {
    const centre = await open({}, { task: { operators: ['ivan'] } });
    await centre.world.directory.putOperator({ ...ivan, addresses: ['client:ivan'] });
    await openDesk(centre.world.desks, 'ivan', { isPhoneReady: true });
    const call = new CallIn(centre, his);
    expect(await call.arrives()).toMatchObject({ address: 'client:ivan' });
    expect(await call.operatorAnswers()).toEqual({ kind: 'let-through' });
  });

  test('who presses something else, or a voicemail, is not', async () => {
    const centre = await open({});
    const call = new CallIn(centre, his);
    await call.arrives();
    await call.operatorAnswers();
    expect(await call.operatorPresses('7')).toEqual({ kind: 'hang-up' });
    expect(centre.attempts(17)[0]?.facts).not.toHaveProperty('operatorReady');
  });

  test('who presses 1 after the customer hung up is not joined with silence', async () => {
    const centre = await open({});
    const call = new CallIn(centre, his);
    await call.arrives();
    await call.operatorAnswers();
    await call.hangsUp();
    expect(await call.operatorPresses('1')).toEqual({ kind: 'hang-up' });
    expect(centre.attempts(17)[0]?.facts).not.toHaveProperty('operatorReady');
  });
});

describe('a talk', () => {
  test('keeps a promise that is due soon: 12', async () => {
    const centre = await open(promised);
    const call = new CallIn(centre, his);
    await call.arrives();
    await letThrough(call);
    expect(await call.dialEnds({ as: 'completed', bridged: true })).toEqual({ kind: 'hang-up' });
    await call.hangsUp();
    await centre.follow();
    expect(centre.row(17)).toMatchObject({ status: 12 });
    await centre.runUntil('2026-11-23T11:00:00Z');
    expect(centre.dialler.rung).toEqual([]);
  });

  test('leaves a later promise standing', async () => {
    const centre = await open({ ...promised, time_callback: '15:00' });
    const call = new CallIn(centre, his);
    await call.arrives();
    await letThrough(call);
    await call.dialEnds({ as: 'completed', bridged: true, callerGone: true });
    await centre.follow();
    expect(centre.row(17)).toMatchObject({ status: 10, time_callback: '15:00:00' });
  });

  test('about nothing promised leaves nothing behind, and the operator wraps up', async () => {
    const centre = await open({});
    const call = new CallIn(centre, his);
    await call.arrives();
    await letThrough(call);
    await call.operatorIs('completed');
    await call.dialEnds({ as: 'completed', bridged: true });
    expect(centre.row(17)).not.toHaveProperty('status');
    const freeAt = Date.parse('2026-11-23T10:00:30Z');
    expect(await centre.world.attempts.locks(['operator:anna'])).toMatchObject([{ freeAt }]);
  });

  test('during which they are promised another call keeps that promise', async () => {
    const centre = await open({});
    const call = new CallIn(centre, his);
    await call.arrives();
    await letThrough(call);
    centre.write(17, { status: 10, callaftermin: 60 });
    await centre.follow();
    expect(centre.dialler.toldWithdrawn).toEqual([]);
    expect(centre.attempts(17)[0]?.facts).not.toHaveProperty('withdrawn');
    await call.dialEnds({ as: 'completed', bridged: true });
    await centre.follow();
    expect(centre.row(17)).toMatchObject({ status: 10, time_callback: '11:00:00' });
  });
});

describe('a caller whom no table holds', () => {
  test('gets no row where the task takes none', async () => {
    const centre = await open(undefined, { task: { attachUnknownCallers: false } });
    const call = new CallIn(centre, his);
    expect(await call.arrives()).toMatchObject({ kind: 'tell', message: 'nobody-free' });
    expect(centre.row(1)).toEqual({});
  });

  test('who calls again before any view knows of the row finds it', async () => {
    const centre = await open();
    await new CallIn(centre, his).arrives();
    const second = new CallIn(centre, his).arrives();
    await centre.follow();
    expect(await centre.answerBy('2026-11-23T10:00:05Z', second)).toMatchObject({
      kind: 'tell',
      message: 'calling-you',
    });
    expect(centre.row(2)).toEqual({});
  });

  test.each([
    '+266696687',
    '+86282452253',
    '+17378742833',
    '+7378742833',
    '+2562533',
    '+8656696',
    '+10000000000',
    'anonymous',
    'Restricted',
    '',
  ])('and who shows no number hears so: %p', async (from) => {
    const centre = await open();
    expect(await new CallIn(centre, from).arrives()).toMatchObject({ message: 'show-number' });
    expect(centre.row(1)).toEqual({});
  });

  test('is one of a hundred in an hour: who comes after them gets no row', async () => {
    const centre = await open();
    for (const id of ['anna', 'ivan'])
      await centre.world.directory.changeOperator(id, { away: true });
    const stranger = (n: number) => new CallIn(centre, `+4420794${60100 + n}`).arrives();
    for (let n = 0; n < 100; n++)
      expect(await stranger(n)).toMatchObject({ kind: 'offer-callback' });
    expect(await stranger(100)).toMatchObject({ kind: 'tell', message: 'nobody-free' });
    expect(centre.world.journal.counted('StrangerRefused')).toBe(1);
    expect(centre.row(101)).toEqual({});
    await centre.runUntil('2026-11-23T11:00:00Z');
    expect(await stranger(101)).toMatchObject({ kind: 'offer-callback' });
  });
});
