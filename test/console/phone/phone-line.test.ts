import type { PhoneState } from '../../../lambdas/console/desk/phone/line/line-parts.ts';
import type { Microphone } from '../../../lambdas/console/desk/phone/line/microphone.ts';
import { PhoneLine } from '../../../lambdas/console/desk/phone/line/phone-line.ts';
import type { Answer } from '../../../lambdas/console/shell/api/ask.ts';
import type { PhonePass } from '../../../lambdas/contract/people.ts';
import { FakeDevice, voiceError } from './fake-device.ts';

const hour = 3_600_000;
const minute = 60_000;
const start = Date.parse('2026-11-23T08:00:00Z');

/** A line over virtual time: timers go off in their order, and what they ask is answered between them. */
class Scene {
  at = start;
  state: PhoneState = { kind: 'off' };
  microphone: Microphone = 'ready';
  /** Answers to the next questions for a token; then a token that lasts an hour. */
  readonly answers: Answer<PhonePass>[] = [];
  readonly devices: FakeDevice[] = [];
  asked = 0;
  readonly #timers = new Set<{ at: number; act: () => void }>();
  readonly line = new PhoneLine({
    pass: async () => this.answers.shift() ?? this.#pass(),
    makeDevice: async ({ token }) => {
      const made = new FakeDevice(token);
      this.devices.push(made);
      return made.asDevice();
    },
    askForMicrophone: async () => this.microphone,
    now: () => this.at,
    after: (milliseconds, act) => {
      const timer = { at: this.at + milliseconds, act };
      this.#timers.add(timer);
      return () => this.#timers.delete(timer);
    },
    show: (state) => {
      this.state = state;
    },
    ring: () => {},
  });

  get device(): FakeDevice {
    return this.devices.at(-1) as FakeDevice;
  }

  get alive(): FakeDevice[] {
    return this.devices.filter(({ state }) => state !== 'destroyed');
  }

  async pass(milliseconds: number): Promise<void> {
    const end = this.at + milliseconds;
    for (;;) {
      const next = [...this.#timers].sort((a, b) => a.at - b.at)[0];
      if (next === undefined || next.at > end) break;
      this.#timers.delete(next);
      this.at = next.at;
      next.act();
      await settled();
    }
    this.at = end;
  }

  /** The machine sleeps: no timer goes off until it wakes. */
  async sleep(milliseconds: number): Promise<void> {
    this.at += milliseconds;
    this.line.wake();
    await settled();
  }

  #pass(): Answer<PhonePass> {
    this.asked++;
    const expiresAt = new Date(this.at + hour).toISOString();
    return {
      kind: 'done',
      value: { token: `token-${this.asked}`, identity: 'anna', expiresAt, edge: 'roaming' },
    };
  }
}

/** As many turns as the longest chain of answers needs. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve();
}

const nobodyAnswers: Answer<PhonePass> = { kind: 'unreachable', status: 0, sentence: 'No answer.' };

beforeEach(() => {
  FakeDevice.meets = undefined;
});

async function ready(): Promise<Scene> {
  const scene = new Scene();
  await scene.line.open();
  expect(scene.state).toEqual({ kind: 'ready' });
  return scene;
}

describe('stays alive all day', () => {
  test('with one device, whose token is renewed before it ends', async () => {
    const scene = await ready();
    await scene.pass(10 * hour);
    expect(scene.state).toEqual({ kind: 'ready' });
    expect(scene.devices).toHaveLength(1);
    expect(scene.device.tokens.length).toBeGreaterThanOrEqual(15);
    expect(scene.device.tokens.at(-1)).toBe(`token-${scene.asked}`);
  });

  test('when renewals fail for a while: they are tried again', async () => {
    const scene = await ready();
    await scene.pass(39 * minute);
    scene.answers.push(nobodyAnswers, nobodyAnswers, nobodyAnswers);
    await scene.pass(5 * minute);
    expect(scene.device.tokens).toEqual(['token-1', 'token-2']);
    expect(scene.devices).toHaveLength(1);
  });

  test('when the machine slept past the token’s end: a new device, and never two', async () => {
    const scene = await ready();
    await scene.sleep(3 * hour);
    await scene.pass(minute);
    expect(scene.state).toEqual({ kind: 'ready' });
    expect(scene.alive).toHaveLength(1);
    expect(scene.devices).toHaveLength(2);
  });

  test('when the machine slept past the renewal only: the token is renewed at once', async () => {
    const scene = await ready();
    await scene.sleep(50 * minute);
    expect(scene.device.tokens).toEqual(['token-1', 'token-2']);
  });
});

describe('a token that the network refuses', () => {
  test.each([20101, 20104, 31205, 31204])(
    '%s shows although the device says registered, and is mended by a new device',
    async (code) => {
      const scene = await ready();
      scene.device.emit('error', voiceError(code));
      expect(scene.device.state).toBe('registered');
      expect(scene.state).toEqual({ kind: 'failed', problem: { kind: 'not-admitted' } });
      await scene.pass(5000);
      expect(scene.state).toEqual({ kind: 'ready' });
      expect(scene.alive).toHaveLength(1);
    },
  );

  test('again and again is tried at growing pauses, a minute at most, and shows all the time', async () => {
    FakeDevice.meets = voiceError(20101);
    const scene = new Scene();
    await scene.line.open();
    await scene.pass(hour);
    expect(scene.state).toMatchObject({ kind: 'failed', problem: { kind: 'not-admitted' } });
    expect(scene.asked).toBeGreaterThan(50);
    expect(scene.asked).toBeLessThan(75);
    expect(scene.alive.length).toBeLessThanOrEqual(1);
    FakeDevice.meets = undefined;
    await scene.pass(minute);
    expect(scene.state).toEqual({ kind: 'ready' });
  });

  test('during a talk ends no talk: the device is replaced afterwards', async () => {
    const scene = await ready();
    scene.device.isBusy = true;
    scene.device.emit('error', voiceError(31205));
    await scene.pass(10 * minute);
    expect(scene.devices).toHaveLength(1);
    scene.device.isBusy = false;
    await scene.pass(2 * minute);
    expect(scene.devices).toHaveLength(2);
    expect(scene.alive).toHaveLength(1);
  });
});

describe('a line that breaks', () => {
  test('is connecting while the SDK brings it back', async () => {
    const scene = await ready();
    scene.device.becomes('unregistered');
    scene.device.emit('error', voiceError(31005));
    expect(scene.state).toEqual({ kind: 'starting' });
    await scene.pass(20_000);
    scene.device.becomes('registered');
    expect(scene.state).toEqual({ kind: 'ready' });
    await scene.pass(10 * minute);
    expect(scene.devices).toHaveLength(1);
  });

  test('and does not come back gets a new device, and says why it does not work meanwhile', async () => {
    const scene = await ready();
    scene.device.becomes('unregistered');
    await scene.pass(46_000);
    expect(scene.state).toEqual({ kind: 'failed', problem: { kind: 'not-connected' } });
    await scene.pass(5000);
    expect(scene.state).toEqual({ kind: 'ready' });
    expect(scene.alive).toHaveLength(1);
  });

  test('“try again” leaves one device, however often it is pressed', async () => {
    const scene = await ready();
    scene.device.becomes('unregistered');
    await Promise.all([scene.line.open(), scene.line.open(), scene.line.open()]);
    expect(scene.alive).toHaveLength(1);
    expect(scene.state).toEqual({ kind: 'ready' });
  });
});

describe('the microphone', () => {
  test.each(['microphone-refused', 'microphone-missing'] as const)(
    '%s: the phone is not ready, and says so before anybody calls',
    async (microphone) => {
      const scene = new Scene();
      scene.microphone = microphone;
      await scene.line.open();
      expect(scene.state).toEqual({ kind: 'failed', problem: { kind: microphone } });
      expect(scene.alive).toEqual([]);
      await scene.pass(hour);
      expect(scene.devices).toHaveLength(1);
      scene.microphone = 'ready';
      scene.line.permissionChanged();
      await settled();
      expect(scene.state).toEqual({ kind: 'ready' });
    },
  );

  test('that a call could not have makes the phone not ready', async () => {
    const scene = await ready();
    scene.line.callFailed(voiceError(31401));
    expect(scene.state).toEqual({ kind: 'failed', problem: { kind: 'microphone-refused' } });
  });
});

test('what the server refuses is said in its words, and waits for a person', async () => {
  const scene = new Scene();
  scene.answers.push({ kind: 'refused', status: 409, sentence: 'There is no API key.' });
  await scene.line.open();
  await scene.pass(hour);
  expect(scene.state).toEqual({
    kind: 'failed',
    problem: { kind: 'said', sentence: 'There is no API key.' },
  });
  expect(scene.asked).toBe(0);
});

test('a phone that was closed stays closed, whatever answer is still on its way', async () => {
  const scene = new Scene();
  const opening = scene.line.open();
  scene.line.close();
  await opening;
  await scene.pass(hour);
  expect(scene.state).toEqual({ kind: 'off' });
  expect(scene.alive).toEqual([]);
});
