import type { AttemptId } from '../../../lambdas/domain/attempt/attempt.ts';
import { greetOperator } from '../../../lambdas/use-cases/call/greet-operator.ts';
import { callOperator } from '../../../lambdas/use-cases/callback/call-operator.ts';
import { reconcile } from '../../../lambdas/use-cases/recovery/reconcile.ts';
import { CallCentre } from '../../support/call-centre.ts';
import { instant } from '../../support/sample-attempt.ts';
import { operatorRinging, promised } from '../../support/scenarios.ts';
import type { ScriptedAnswer } from '../../support/scripted-dialler.ts';

const due = { row: { task: 'demo', Id: 17 }, dueAt: instant('2026-11-23T10:30:00Z') };
const silence: ScriptedAnswer = { kind: 'silent', makes: 'a call' };

/** Row 17 is due for 10:30:00; Twilio takes the request of 10:29:45 as scripted. */
async function dueTo(...answers: ScriptedAnswer[]): Promise<CallCentre> {
  const centre = await CallCentre.open();
  centre.dialler.script(...answers);
  centre.put(17, promised);
  await centre.runUntil('2026-11-23T10:29:49Z');
  return centre;
}

const outcome = (centre: CallCentre) => centre.attempts(17)[0]?.facts.settled?.outcome;

describe('a submission that Twilio does not answer', () => {
  test('is known by the webhook of the call that it made after all', async () => {
    const centre = await dueTo(silence);
    expect(centre.attempts(17)[0]?.facts).toHaveProperty('submissionUnknown');
    const call = centre.lastCall();
    expect(await call.answers()).toMatchObject({ kind: 'ask-key', who: 'Zoë' });
    expect(centre.attempts(17)[0]?.facts.operatorCreated?.sid).toBe(call.operator.sid);
    await centre.runUntil('2026-11-23T10:31:00Z');
    expect(centre.dialler.rung).toHaveLength(1);
  });

  test('is known by a callback of the call that it made after all', async () => {
    const centre = await dueTo(silence);
    await centre.lastCall().operatorIs('busy');
    expect(outcome(centre)).toBe('operator-busy');
  });

  test('waits while a leg to that operator rings: only its webhook tells whose it is', async () => {
    const centre = await dueTo(silence);
    await centre.runUntil('2026-11-23T10:30:31Z');
    expect(outcome(centre)).toBeUndefined();
    expect(centre.attempts(17)[0]?.facts).not.toHaveProperty('operatorCreated');
    expect(centre.dialler.rung).toHaveLength(1);
    const call = centre.lastCall();
    expect(await call.answers()).toMatchObject({ kind: 'ask-key' });
    expect(centre.attempts(17)[0]?.facts.operatorCreated?.sid).toBe(call.operator.sid);
  });

  test('of a call that has ended without any word counts as never sent: due at once', async () => {
    const centre = await dueTo(silence);
    const { operator } = centre.lastCall();
    centre.lastCall().end(operator, 'no-answer');
    await centre.runUntil('2026-11-23T10:30:31Z');
    expect(outcome(centre)).toBe('never-sent');
    expect(centre.dialler.rung).toHaveLength(2);
  });

  test('counts as never sent 45 s later when Twilio knows no such call: due at once, no budget used', async () => {
    const centre = await dueTo({ kind: 'silent', makes: 'no call' });
    await centre.runUntil('2026-11-23T10:30:31Z');
    expect(outcome(centre)).toBe('never-sent');
    expect(centre.world.journal.counted('NeverSent')).toBe(1);
    expect(centre.dialler.rung.map(({ at }) => at)).toEqual([
      instant('2026-11-23T10:29:45Z'),
      instant('2026-11-23T10:30:30Z'),
    ]);
  });

  test('is not taken for a call of before: that was somebody’s', async () => {
    const centre = await CallCentre.open();
    centre.dialler.script({ kind: 'silent', makes: 'no call' });
    centre.put(17, promised);
    await centre.runUntil('2026-11-23T10:29:43.500Z');
    const old = centre.dialler.add({ to: '+442079460991' });
    old.state = { endedAs: 'busy', seconds: 0, endedAt: instant('2026-11-23T10:29:44Z') };
    await centre.runUntil('2026-11-23T10:30:31Z');
    expect(outcome(centre)).toBe('never-sent');
  });
});

describe('a stray call', () => {
  test('that turns up after it was given up is hung up, and changes nothing', async () => {
    const centre = await dueTo({ kind: 'silent', makes: 'no call' });
    const stray = centre.lastCall();
    centre.dialler.legs.length = 0;
    await centre.runUntil('2026-11-23T10:30:31Z');
    const before = centre.attempts(17)[0];
    expect(await stray.answers()).toEqual({ kind: 'hang-up' });
    expect(await stray.presses('1')).toEqual({ kind: 'hang-up' });
    expect(await stray.comesBack()).toEqual({ kind: 'hang-up' });
    await stray.operatorIs('completed');
    expect(centre.attempts(17)[0]).toEqual(before);
    expect(centre.world.journal.counted('StrayCall')).toBeGreaterThan(0);
  });

  test('whose creation is answered after it was given up is hung up', async () => {
    const centre = await CallCentre.open();
    const { clock } = centre.world;
    let made = 0;
    centre.dialler.ring = async () => {
      const sid = `CAlate${++made}`;
      await clock.sleepUntil(instant('2026-11-23T10:31:00Z'));
      return { kind: 'created', sid };
    };
    centre.put(17, promised);
    await centre.runUntil('2026-11-23T10:30:32Z');
    await reconcile(centre.ports);
    await centre.runUntil('2026-11-23T10:31:00Z');
    expect(outcome(centre)).toBe('never-sent');
    expect(centre.dialler.hungUp).toEqual(['CAlate1']);
  });

  test('that comes beside the attempt’s own is hung up', async () => {
    const { centre, call } = await operatorRinging();
    const twin = centre.dialler.add({ to: '+442079460991' });
    expect(await centre.lastCall().answers()).toEqual({ kind: 'hang-up' });
    expect(twin.sid).not.toBe(call.operator.sid);
    expect(await call.answers()).toMatchObject({ kind: 'ask-key' });
  });
});

describe('a function that dies', () => {
  test('between claim and submission: 45 seconds later nothing was sent, and the row is due at once', async () => {
    const centre = await CallCentre.open();
    centre.put(17, promised);
    await centre.follow();
    await centre.world.clock.advanceTo(instant('2026-11-23T10:29:45Z'));
    const { dialler } = centre;
    const ring = dialler.ring.bind(dialler);
    dialler.ring = () => Promise.reject(new Error('died'));
    await expect(callOperator(centre.ports, due)).rejects.toThrow('died');
    dialler.ring = ring;
    await callOperator(centre.ports, due);
    expect(dialler.rung).toEqual([]);
    await centre.world.clock.advanceTo(instant('2026-11-23T10:30:29.900Z'));
    await reconcile(centre.ports);
    expect(outcome(centre)).toBeUndefined();
    await centre.world.clock.advanceTo(instant('2026-11-23T10:30:30Z'));
    await reconcile(centre.ports);
    await centre.runUntil('2026-11-23T10:30:31Z');
    expect(outcome(centre)).toBe('never-sent');
    expect(dialler.rung).toHaveLength(1);
  });

  test('between submission and answer: the call that was made comes with its own webhook', async () => {
    const centre = await CallCentre.open();
    centre.put(17, promised);
    await centre.follow();
    await centre.world.clock.advanceTo(instant('2026-11-23T10:29:45Z'));
    const { dialler } = centre;
    dialler.ring = async ({ to }) => {
      dialler.add({ to });
      throw new Error('died');
    };
    await expect(callOperator(centre.ports, due)).rejects.toThrow('died');
    await centre.world.clock.advanceTo(instant('2026-11-23T10:30:30Z'));
    await reconcile(centre.ports);
    await centre.runUntil('2026-11-23T10:30:31Z');
    expect(outcome(centre)).toBeUndefined();
    const callSid = dialler.legs[0]?.sid ?? '';
    const attempt = centre.attempts(17)[0]?.id as AttemptId;
    await greetOperator(centre.ports, { attempt, callSid });
    expect(centre.attempts(17)[0]?.facts.operatorCreated?.sid).toBe(callSid);
  });
});

describe('a submission that Twilio refuses', () => {
  const tooMany: ScriptedAnswer = { kind: 'refused', class: 'retry', code: 20429 };

  test('for too many requests is sent again a second later', async () => {
    const centre = await dueTo(tooMany);
    expect(centre.dialler.rung.map(({ at }) => at)).toEqual([
      instant('2026-11-23T10:29:45Z'),
      instant('2026-11-23T10:29:46Z'),
    ]);
    expect(centre.attempts(17)).toHaveLength(1);
    expect(centre.row(17)).toMatchObject({ status: 11 });
  });

  test('for too many requests three times is left for the operator retry', async () => {
    const centre = await dueTo(tooMany, tooMany, tooMany);
    expect(centre.dialler.rung).toHaveLength(3);
    expect(centre.row(17)).toMatchObject({ status: 10, time_callback: '10:34:48' });
  });

  test('to wait is not sent again before the operator retry', async () => {
    const centre = await dueTo({ kind: 'refused', class: 'wait', code: 10004 });
    expect(centre.dialler.rung).toHaveLength(1);
    expect(centre.row(17)).toMatchObject({ status: 10, time_callback: '10:34:45' });
    expect(await centre.world.attempts.held()).toEqual([]);
  });

  test('for an operator’s number puts them away until a person puts it right', async () => {
    const centre = await dueTo({ kind: 'refused', class: 'number', code: 21217 });
    const operators = await centre.world.directory.operators();
    expect(operators.find(({ id }) => id === 'anna')?.away).toBe(true);
    await centre.runUntil('2026-11-23T10:35:00Z');
    expect(centre.dialler.rung.map(({ to }) => to)).toEqual(['+442079460991', '+442079460992']);
  });

  test('for a number that nobody registered refuses the row with the reason', async () => {
    const centre = await CallCentre.open();
    centre.dialler.script({ kind: 'refused', class: 'number', code: 21217 });
    centre.put(17, { ...promised, operator_number: '+442079460777' });
    await centre.runUntil('2026-11-23T10:40:00Z');
    expect(centre.row(17)).toMatchObject({
      status: 10,
      operator_number: '+442079460777',
      _problem: 'operator_number cannot be called: Twilio refuses it with error 21217',
    });
    expect(centre.dialler.rung).toHaveLength(1);
    centre.write(17, { operator_number: 'client:anna', callaftermin: 0 });
    await centre.runUntil('2026-11-23T10:40:01Z');
    expect(centre.dialler.rung).toHaveLength(2);
  });

  /** Rows for numbers abroad that nobody registered, one after the other. */
  async function refusedAbroad(numbers: readonly string[]) {
    const centre = await CallCentre.open({ task: { allowedCountries: ['GB', 'US'] } });
    const refusal = { kind: 'refused', class: 'permission', code: 21215 } as const;
    centre.dialler.script(...numbers.map(() => refusal));
    for (const [n, operator_number] of numbers.entries()) {
      const time_callback = `10:3${n}:00`;
      centre.put(20 + n, { ...promised, tel: `+44207946002${n}`, operator_number, time_callback });
    }
    await centre.runUntil('2026-11-23T10:34:00Z');
    return centre;
  }

  test('for one row’s operator in a country that the account may not call stops nobody else', async () => {
    const centre = await refusedAbroad(['+12025550101', '+12025550101', '+12025550102']);
    expect(await centre.world.directory.task('demo')).not.toHaveProperty('paused');
    centre.put(30, { ...promised, time_callback: '10:35' });
    await centre.runUntil('2026-11-23T10:35:00Z');
    expect(centre.row(30)).toMatchObject({ status: 11 });
    expect(centre.row(20)._problem).toMatch(/refuses it with error 21215/);
  });

  test('for three different numbers’ country stops the task', async () => {
    const centre = await refusedAbroad(['+12025550101', '+12025550102', '+12025550103']);
    const paused = 'Twilio refuses its calls: error 21215';
    expect(await centre.world.directory.task('demo')).toMatchObject({ paused });
    expect(centre.world.journal.counted('TaskStopped')).toBe(1);
  });

  test('for a reason that nobody listed goes to the next operator, and stops nothing', async () => {
    const centre = await dueTo({ kind: 'refused', class: 'unlisted', code: 99999 });
    expect(centre.dialler.rung.map(({ to }) => to)).toEqual(['+442079460991', '+442079460992']);
    expect(await centre.world.directory.task('demo')).not.toHaveProperty('paused');
    expect((await centre.world.directory.operator('anna'))?.away).toBe(false);
  });

  test('for a reason of the account stops the task: nothing is dialled until a person lifts it', async () => {
    const centre = await dueTo({ kind: 'refused', class: 'stop', code: 20003 });
    expect(await centre.world.directory.task('demo')).toMatchObject({
      paused: 'Twilio refuses its calls: error 20003',
    });
    expect(centre.world.journal.counted('TaskStopped')).toBe(1);
    expect(centre.row(17)).toMatchObject({ status: 10, time_callback: '10:34:45' });
    await centre.runUntil('2026-11-23T11:00:00Z');
    expect(centre.dialler.rung).toHaveLength(1);
    expect(centre.row(17)).toMatchObject({ status: 10 });
  });
});
