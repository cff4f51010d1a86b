import { CallCentre } from '../../support/call-centre.ts';
import { openDesk } from '../../support/open-desk.ts';
import { instant } from '../../support/sample-attempt.ts';
import { anna } from '../../support/sample-task.ts';
import {
  customerRinging,
  operatorRinging,
  operatorWaiting,
  promised,
} from '../../support/scenarios.ts';

const tongue = { language: 'en' };

describe('an operator who answers', () => {
  test('hears who is next and is asked for a key', async () => {
    const { call } = await operatorRinging({ columns: { фамилия: 'Ёлкина' } });
    expect(await call.answers()).toEqual({ kind: 'ask-key', who: 'Zoë Ёлкина', tongue });
  });

  test('hears what the task’s whisper names, in its voice', async () => {
    const task = { whisper: '{имя}, заказ {id заказа}', language: 'ru', voice: 'Polly.Tatyana' };
    const { call } = await operatorRinging({
      open: { task: { ...task, language: 'ru' } },
      columns: { 'id заказа': 10007 },
    });
    expect(await call.answers()).toEqual({
      kind: 'ask-key',
      who: 'Zoë, заказ 10007',
      tongue: { language: 'ru', voice: 'Polly.Tatyana' },
    });
  });

  test('of a row that names nobody is asked for a key all the same', async () => {
    const { call } = await operatorRinging({ columns: { имя: '' } });
    expect(await call.answers()).toEqual({ kind: 'ask-key', who: undefined, tongue });
  });

  test('asked again hears the same', async () => {
    const { call } = await operatorRinging();
    expect(await call.answers()).toEqual(await call.answers());
  });

  test('at a browser phone needs no key', async () => {
    const centre = await CallCentre.open({ task: { operators: ['anna'] } });
    await centre.world.directory.putOperator({ ...anna, at: 'client:anna' });
    await openDesk(centre.world.desks, 'anna', { isPhoneReady: true });
    centre.put(17, promised);
    await centre.runUntil('2026-11-23T10:29:46Z');
    const call = centre.lastCall();
    const step = await centre.answerBy('2026-11-23T10:29:48Z', call.answers());
    expect(step).toMatchObject({ kind: 'wait' });
    expect(centre.attempts(17)[0]?.facts).toHaveProperty('operatorReady');
  });

  test('at a SIP phone presses a key like everyone', async () => {
    const sip = { operator_number: 'sip:102@office.sip.twilio.com' };
    const { call } = await operatorRinging({ columns: sip });
    expect(await call.answers()).toMatchObject({ kind: 'ask-key' });
  });
});

describe('an operator’s voicemail', () => {
  test('presses no key and never reaches a customer', async () => {
    const { centre, call } = await operatorRinging();
    await call.answers();
    await call.operatorIs('answered');
    await centre.runUntil('2026-11-23T10:30:05Z');
    await call.operatorIs('completed');
    const { facts } = centre.attempts(17)[0] ?? {};
    expect(facts?.settled?.outcome).toBe('operator-not-ready');
    expect(facts).not.toHaveProperty('dialling');
  });

  test.each(['', '2', '11', '#'])('that answers with the key “%s” neither', async (digits) => {
    const { centre, call } = await operatorRinging();
    await call.answers();
    expect(await call.presses(digits)).toEqual({ kind: 'tell', message: 'no-key', tongue });
    expect(centre.attempts(17)[0]?.facts).not.toHaveProperty('operatorReady');
    expect(await call.comesBack()).toEqual({ kind: 'hang-up' });
  });
});

const ownDelays = ({ world }: CallCentre) =>
  world.journal.timings.filter(({ metric }) => metric === 'OwnDelay');

describe('a customer who is dialled late, though nobody but us delayed it', () => {
  test('is timed as our own delay', async () => {
    const centre = await CallCentre.open();
    centre.put(17, promised);
    await centre.follow();
    for (const { timer } of centre.world.timers.all()) await centre.world.timers.disarm(timer);
    await centre.world.clock.advanceTo(instant('2026-11-23T10:30:05Z'));
    const dueAt = instant('2026-11-23T10:30:00Z');
    const row = { task: 'demo', Id: 17 };
    await centre.world.dialQueue.send({ kind: 'call', row, dueAt }, 0);
    await centre.runUntil('2026-11-23T10:30:06Z');
    const call = centre.lastCall();
    await call.answers();
    expect(await call.presses('1')).toMatchObject({ kind: 'dial' });
    expect(ownDelays(centre)).toEqual([{ metric: 'OwnDelay', milliseconds: 6000 }]);
  });
});

describe('an operator who is ready', () => {
  test('hears silence until less than a second is left', async () => {
    const { centre, call } = await operatorRinging();
    await call.answers();
    await centre.runUntil('2026-11-23T10:29:47.600Z');
    expect(await call.presses('1')).toEqual({ kind: 'wait', seconds: 12 });
    await centre.runUntil('2026-11-23T10:29:59.650Z');
    const dial = centre.answerBy('2026-11-23T10:30:00Z', call.comesBack());
    expect(await dial).toMatchObject({ kind: 'dial' });
  });

  test('after the promised second is connected at once; the customer is late from the promise', async () => {
    const { centre, call } = await operatorRinging();
    await centre.runUntil('2026-11-23T10:30:08Z');
    await call.answers();
    expect(await call.presses('1')).toMatchObject({ kind: 'dial' });
    expect(centre.world.journal.timings).toContainEqual({
      metric: 'CustomerLateness',
      milliseconds: 8000,
    });
    expect(ownDelays(centre)).toEqual([]);
  });

  test('and hangs up before the second costs the customer no attempt', async () => {
    const task = { maxAttempts: 1, operators: ['anna'] };
    const { centre, call } = await operatorWaiting({ open: { task } });
    await call.operatorIs('completed');
    expect(centre.attempts(17)[0]?.facts.settled?.outcome).toBe('operator-not-ready');
    await centre.runUntil('2026-11-23T10:29:51Z');
    expect(centre.row(17)).toMatchObject({ status: 10, time_callback: '10:34:51' });
  });
});

describe('when the customer’s part is over', () => {
  test.each([
    ['busy', 'customer-busy'],
    ['no-answer', 'customer-no-answer'],
    ['failed', 'customer-failed'],
  ] as const)('the operator hears of %s', async (as, message) => {
    const { call } = await customerRinging();
    expect(await call.dialEnds({ as })).toEqual({ kind: 'tell', message, tongue });
  });

  test('an operator who talked hears nothing more', async () => {
    const { call } = await customerRinging();
    const end = { as: 'completed', bridged: true, seconds: 20 } as const;
    expect(await call.dialEnds(end)).toEqual({ kind: 'hang-up' });
  });

  test('an operator who hung up hears nothing', async () => {
    const { call } = await customerRinging();
    expect(await call.dialEnds({ callerGone: true })).toEqual({ kind: 'hang-up' });
  });

  test('an end without a dial is nobody’s', async () => {
    const { centre, call } = await operatorWaiting();
    expect(await call.dialEnds({ as: 'completed', bridged: true })).toEqual({ kind: 'hang-up' });
    expect(centre.attempts(17)[0]?.facts).not.toHaveProperty('bridged');
    expect(centre.row(17)).toMatchObject({ status: 11, tel: promised.tel });
  });
});
