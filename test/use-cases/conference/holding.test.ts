import { leaveMessage } from '../../../lambdas/use-cases/call/leave-message.ts';
import { holdCustomer, resumeTalk } from '../../../lambdas/use-cases/conference/hold-customer.ts';
import {
  afterConference,
  joinConference,
} from '../../../lambdas/use-cases/conference/join-conference.ts';
import { type Scene, talking } from '../../support/scenarios.ts';

const music = 'https://example.com/music.mp3';

let scene: Scene;
beforeEach(async () => {
  scene = await talking({ open: { task: { holdMusic: music, wrapUpSeconds: 30 } } });
  scene.call.customer.state = 'answered';
});

const world = () => scene.centre.world;
const call = () => scene.call;
const hold = () => holdCustomer({ ...world(), dialler: scene.centre.dialler }, call().attempt);
const resume = () => resumeTalk({ ...world(), dialler: scene.centre.dialler }, call().attempt);
const bothCome = () => world().conferences.inside.set(call().attempt, call().customer.sid);
const attempt = () => {
  const [found] = scene.centre.attempts(17);
  if (found === undefined) throw new Error('row 17 was called');
  return found;
};
const webhook = () => ({ attempt: call().attempt, callSid: call().operator.sid });
/** The Dial of a leg that was sent away is over, and has no duration. */
const dialEnds = (callerGone = false) =>
  call().dialEnds({ as: 'completed', bridged: true, seconds: 0, callerGone });
const left = (callerGone = false) =>
  afterConference(scene.centre.ports, {
    ...webhook(),
    end: { as: 'failed', bridged: false, seconds: 0, callerGone },
  });
const numberIsHeld = () =>
  world().tables.locks.get(`number:${attempt().customer}`)?.attempt === call().attempt;

/** They talk in a conference, and the customer is on hold. */
async function onHold(): Promise<void> {
  bothCome();
  await hold();
  await dialEnds();
}

describe('hold', () => {
  test('makes the talk a conference: the customer is sent there, the operator follows from the Dial', async () => {
    bothCome();
    expect(await hold()).toMatchObject({ hold: { isOn: true }, facts: { conference: {} } });
    expect(scene.centre.dialler.conferred).toEqual([call().customer.sid]);
    expect(await joinConference(scene.centre.ports, webhook())).toEqual({
      kind: 'confer',
      room: call().attempt,
      as: 'customer',
      music,
    });
    expect(await dialEnds()).toMatchObject({ kind: 'confer', as: 'operator' });
    expect(world().conferences.held.get(call().customer.sid)).toBe(music);
    expect(attempt().facts.settled).toBeUndefined();
    expect(numberIsHeld()).toBe(true);
  });

  test('comes and goes in the one conference', async () => {
    await onHold();
    await world().clock.advanceTo(world().clock.now() + 1000);
    expect(await resume()).toMatchObject({ hold: { isOn: false } });
    await world().clock.advanceTo(world().clock.now() + 1000);
    expect(await hold()).toMatchObject({ hold: { isOn: true } });
    expect(scene.centre.dialler.conferred).toHaveLength(1);
  });

  test('asked for twice at once sends the customer there once', async () => {
    bothCome();
    const one = hold();
    await world().clock.advanceTo(world().clock.now() + 1);
    await Promise.all([one, hold()]);
    expect(scene.centre.dialler.conferred).toHaveLength(1);
  });

  test('that the network did not hear of is asked for again, when it should have come', async () => {
    const { dialler } = scene.centre;
    const send = dialler.confer.bind(dialler);
    dialler.confer = () => Promise.reject(new Error('503'));
    await expect(hold()).rejects.toThrow('503');
    dialler.confer = async (sid: string) => {
      bothCome();
      await send(sid);
    };
    await world().clock.advanceTo(world().clock.now() + 6000);
    expect(await hold()).toMatchObject({ hold: { isOn: true } });
    expect(dialler.conferred).toEqual([call().customer.sid]);
  });

  test('is late where they do not come in time; they talk', async () => {
    const asked = hold();
    for (let n = 0; n < 40; n++) await world().clock.advanceTo(world().clock.now() + 250);
    expect(await asked).toBe('late');
    expect(attempt().hold).toBeUndefined();
  });

  test.each([
    ['the call is over', () => call().dialEnds({ as: 'completed', bridged: true, seconds: 5 })],
    [
      'nobody answered',
      async () => {
        call().customer.state = 'ringing';
      },
    ],
  ])('not where %s', async (_, before) => {
    await before();
    expect(await hold()).toBe('nobody');
    expect(await resume()).toBe('nobody');
    expect(scene.centre.dialler.conferred).toEqual([]);
  });
});

describe('the end of a conference', () => {
  test('by the customer: the operator goes on, and the call was reached', async () => {
    await onHold();
    expect(await left()).toEqual({ kind: 'hang-up' });
    await call().customerIs('completed', 42);
    expect(attempt().facts.settled).toMatchObject({ outcome: 'reached' });
    expect(attempt().facts.customerEnded).toMatchObject({ seconds: 42 });
    expect(numberIsHeld()).toBe(false);
    await call().operatorIs('completed');
    expect(attempt().facts.operatorReleased).toBeDefined();
  });

  test('by the operator: the number is held until the customer’s leg has ended', async () => {
    await onHold();
    expect(await left(true)).toEqual({ kind: 'hang-up' });
    await call().operatorIs('completed');
    expect(attempt().facts.settled).toBeUndefined();
    expect(numberIsHeld()).toBe(true);
    await call().customerIs('completed', 42);
    expect(attempt().facts.settled).toMatchObject({ outcome: 'reached' });
    expect(attempt().facts.operatorReleased).toBeDefined();
  });

  test('in whatever order it is told, and however often', async () => {
    await onHold();
    await call().customerIs('completed', 42);
    await call().operatorIs('completed');
    await left(true);
    await dialEnds(true);
    await call().customerIs('completed', 42);
    await left();
    expect(attempt().facts.settled).toMatchObject({ outcome: 'reached' });
    expect(numberIsHeld()).toBe(false);
  });

  test('that nobody tells is looked up', async () => {
    await onHold();
    await left();
    call().end(call().customer, 'completed', 42);
    await scene.centre.runUntil('2026-11-23T10:31:00Z');
    expect(attempt().facts.settled).toMatchObject({ outcome: 'reached' });
  });

  test('by leaving a message: the operator is free, the customer’s leg tells its own end', async () => {
    await scene.centre.changeTask({ language: 'en', voicemailText: { en: 'Call us.' } });
    await onHold();
    expect(await leaveMessage(scene.centre.ports, webhook())).toBe(true);
    expect(await left()).toEqual({ kind: 'hang-up' });
    await call().operatorIs('completed');
    expect(attempt().facts.settled).toBeUndefined();
    await call().customerIs('completed', 60);
    expect(attempt().facts.settled).toMatchObject({ outcome: 'voicemail' });
  });
});

describe('nobody is left alone', () => {
  test('the customer hung up on the way: the operator does not follow', async () => {
    bothCome();
    await hold();
    await call().customerIs('completed', 12);
    expect(await dialEnds()).toEqual({ kind: 'hang-up' });
    expect(attempt().facts.settled).toMatchObject({ outcome: 'reached' });
  });

  test('the customer hung up when the operator had followed already: they are led out', async () => {
    await onHold();
    await call().customerIs('completed', 12);
    await scene.centre.runUntil('2026-11-23T10:31:00Z');
    expect(scene.centre.dialler.ledOut).toEqual([call().operator.sid]);
    expect(await left()).toEqual({ kind: 'hang-up' });
    await scene.centre.runUntil('2026-11-23T10:32:00Z');
    expect(scene.centre.dialler.ledOut).toHaveLength(1);
  });

  test('the operator hung up on the way: the customer is sent to hear so', async () => {
    bothCome();
    await hold();
    await call().operatorIs('completed');
    await scene.centre.runUntil('2026-11-23T10:31:00Z');
    expect(scene.centre.dialler.conferred.length).toBeGreaterThan(1);
    expect(await joinConference(scene.centre.ports, webhook())).toMatchObject({
      kind: 'tell',
      message: 'trouble',
    });
    expect(numberIsHeld()).toBe(true);
  });
});

describe('what asked for the hold dies', () => {
  test('before the customer is sent to the conference: they talk on, and their end is the Dial’s', async () => {
    scene.centre.dialler.confer = () => Promise.reject(new Error('it died'));
    await expect(hold()).rejects.toThrow('it died');
    expect(attempt().facts.settled).toBeUndefined();
    expect(numberIsHeld()).toBe(true);
    const end = { as: 'completed', bridged: true, seconds: 42, callerGone: false } as const;
    expect(await call().dialEnds(end)).toEqual({ kind: 'hang-up' });
    expect(attempt().facts.settled).toMatchObject({ outcome: 'reached' });
    expect(attempt().facts.customerEnded).toMatchObject({ seconds: 42 });
    expect(numberIsHeld()).toBe(false);
  });

  test('before both are in: they talk on in the conference, and a hold asked for again is there', async () => {
    const { clock } = world();
    const sleep = clock.sleepUntil.bind(clock);
    clock.sleepUntil = () => Promise.reject(new Error('it died'));
    await expect(hold()).rejects.toThrow('it died');
    clock.sleepUntil = sleep;
    expect(await dialEnds()).toMatchObject({ kind: 'confer', as: 'operator' });
    bothCome();
    expect(attempt().hold).toBeUndefined();
    expect(attempt().facts.settled).toBeUndefined();
    expect(numberIsHeld()).toBe(true);
    await clock.advanceTo(clock.now() + 1000);
    expect(await hold()).toMatchObject({ hold: { isOn: true } });
    expect(scene.centre.dialler.conferred).toHaveLength(1);
  });
});

describe('a recording that the Dial made', () => {
  const recorded = () => talking({ open: { task: { recording: 'on' } } });

  test('is followed by one of the conference', async () => {
    scene = await recorded();
    scene.call.customer.state = 'answered';
    bothCome();
    await hold();
    expect(attempt().recordings).toMatchObject([{ call: call().operator.sid, state: 'recording' }]);
  });

  test('is not where it is paused', async () => {
    scene = await recorded();
    scene.call.customer.state = 'answered';
    const paused = { sid: 'RE9', call: call().operator.sid, state: 'paused', at: 1 } as const;
    await world().recordings.note(call().attempt, paused);
    bothCome();
    await hold();
    expect(attempt().recordings).toMatchObject([{ sid: 'RE9' }]);
  });
});
