import { computed, effect, signal } from '@preact/signals';
import type { Call, Device } from '@twilio/voice-sdk';
import type { PhonePass } from '../../../contract/people.ts';
import { serverNow } from '../../browser/clock.ts';
import { ask } from '../../shell/api/ask.ts';
import { notePhone } from '../../shell/live.ts';
import { me } from '../../shell/me.ts';
import type { PhoneState } from './line/line-parts.ts';
import { askForMicrophone, followPermission } from './line/microphone.ts';
import { holdCall, phoneCall } from './line/phone-call.ts';
import { PhoneLine } from './line/phone-line.ts';
import { startRinging, stopRinging } from './ringer.ts';
import { leaveSound, takeSound } from './sound/sound-devices.ts';

/** This browser as the operator's telephone. The SDK is loaded when it is first needed. */
export const phoneState = signal<PhoneState>({ kind: 'off' });

const line = new PhoneLine({
  pass: () => ask('POST', '/me/phone'),
  makeDevice,
  askForMicrophone,
  now: serverNow,
  after: (milliseconds, act) => {
    const timer = setTimeout(act, milliseconds);
    return () => clearTimeout(timer);
  },
  show: (state) => {
    phoneState.value = state;
  },
  ring: takeIn,
});

/** Of the line's device. */
let audio: Device['audio'] = null;

/** Until when a call that comes in is the one that was just ordered here. */
let expectedUntil = 0;
const expectedMilliseconds = 20_000;

/** Whether they are rung at a browser phone of theirs. */
export function isRungHere(): boolean {
  return me.value.value?.operator?.at.startsWith('client:') ?? false;
}

/** Takes calls here while they are rung at their browser phone, and no longer; what is returned ends it. */
export function followLine(): () => void {
  const isHere = computed(isRungHere);
  const endFollowing = effect(() => {
    if (isHere.value) void startPhone();
    else stopPhone();
  });
  const endTelling = effect(() => notePhone(phoneState.value.kind === 'ready'));
  const endWaking = wakeLine();
  void followPermission(() => line.permissionChanged());
  return () => {
    endFollowing();
    endTelling();
    endWaking();
  };
}

/** A laptop that wakes up has slept through its timers. */
function wakeLine(): () => void {
  const wake = () => line.wake();
  const wakeSeen = () => {
    if (document.visibilityState === 'visible') wake();
  };
  addEventListener('online', wake);
  document.addEventListener('visibilitychange', wakeSeen);
  return () => {
    removeEventListener('online', wake);
    document.removeEventListener('visibilitychange', wakeSeen);
  };
}

/** Also for another try, after one that failed. */
export function startPhone(): Promise<void> {
  return line.open();
}

function stopPhone(): void {
  line.close();
  phoneCall.value = undefined;
  stopRinging();
}

async function makeDevice({ token, edge }: PhonePass): Promise<Device> {
  const sdk = await import('@twilio/voice-sdk');
  const made = new sdk.Device(token, { edge, closeProtection: true, tokenRefreshMs: 60_000 });
  // The page rings by itself: politely, and only where it was asked to.
  made.audio?.incoming(false);
  audio = made.audio;
  return made;
}

function takeIn(call: Call): void {
  const gone = () => {
    stopRinging();
    void leaveSound();
  };
  holdCall(call, { gone, failed: (error) => line.callFailed(error) });
  if (Date.now() < expectedUntil) void accept(call);
  else startRinging();
}

async function accept(call: Call): Promise<void> {
  await takeSound(audio);
  call.accept();
}

/** They have just ordered a call: what rings now is answered by itself. */
export function expectOwnCall(): void {
  expectedUntil = Date.now() + expectedMilliseconds;
}

export function answerPhone(): void {
  stopRinging();
  if (phoneCall.value) void accept(phoneCall.value.call);
}

export function declinePhone(): void {
  stopRinging();
  phoneCall.value?.call.reject();
}

export function toggleMute(): void {
  const held = phoneCall.value;
  if (held === undefined) return;
  held.call.mute(!held.isMuted);
  phoneCall.value = { ...held, isMuted: !held.isMuted };
}

export function pressKey(key: string): void {
  phoneCall.value?.call.sendDigits(key);
}
