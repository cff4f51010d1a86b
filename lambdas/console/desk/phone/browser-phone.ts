import { computed, effect, signal } from '@preact/signals';
import type { Call, Device } from '@twilio/voice-sdk';
import type { PhonePass } from '../../../contract/people.ts';
import { ask } from '../../shell/api/ask.ts';
import { notePhone } from '../../shell/live.ts';
import { me } from '../../shell/me.ts';
import { startRinging, stopRinging } from './ringer.ts';

/**
 * This browser as the operator's telephone. The SDK is loaded when it is first needed.
 *
 *     off → starting → ready ⇄ ringing / talking
 *              └────────→ failed (with a sentence; tried again when they ask for it)
 */
export type PhoneState =
  | { kind: 'off' }
  | { kind: 'starting' }
  | { kind: 'ready' }
  | { kind: 'failed'; sentence: string };

export const phoneState = signal<PhoneState>({ kind: 'off' });

/** The call of this browser, if there is one: it rings, or it is talked on. */
export const phoneCall = signal<{ call: Call; isRinging: boolean; isMuted: boolean } | undefined>();

let device: Device | undefined;
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
  return () => {
    endFollowing();
    endTelling();
  };
}

export async function startPhone(): Promise<void> {
  phoneState.value = { kind: 'starting' };
  const pass = await ask<PhonePass>('POST', '/me/phone');
  if (pass.kind !== 'done') {
    phoneState.value = { kind: 'failed', sentence: pass.sentence };
    return;
  }
  try {
    await register(pass.value);
  } catch (error) {
    stopPhone();
    phoneState.value = { kind: 'failed', sentence: sentenceOf(error) };
  }
}

function stopPhone(): void {
  device?.destroy();
  device = undefined;
  phoneCall.value = undefined;
  stopRinging();
  phoneState.value = { kind: 'off' };
}

async function register({ token }: PhonePass): Promise<void> {
  const sdk = await import('@twilio/voice-sdk');
  const made = new sdk.Device(token, { closeProtection: true, tokenRefreshMs: 60_000 });
  device = made;
  // The page rings by itself: politely, and only where it was asked to.
  made.audio?.incoming(false);
  made.on('registered', () => {
    phoneState.value = { kind: 'ready' };
  });
  made.on('unregistered', () => {
    if (device === made) phoneState.value = { kind: 'starting' };
  });
  made.on('incoming', takeIn);
  made.on('tokenWillExpire', () => void renewToken(made));
  made.on('error', (error: unknown) => {
    if (device === made && made.state !== 'registered') {
      phoneState.value = { kind: 'failed', sentence: sentenceOf(error) };
    }
  });
  await made.register();
}

async function renewToken(of: Device): Promise<void> {
  const pass = await ask<PhonePass>('POST', '/me/phone');
  if (pass.kind === 'done' && device === of) of.updateToken(pass.value.token);
}

function takeIn(call: Call): void {
  phoneCall.value = { call, isRinging: true, isMuted: false };
  const gone = () => {
    if (phoneCall.value?.call === call) phoneCall.value = undefined;
    stopRinging();
  };
  for (const event of ['disconnect', 'cancel', 'reject']) call.on(event, gone);
  call.on('error', gone);
  call.on('accept', () => {
    phoneCall.value = { call, isRinging: false, isMuted: call.isMuted() };
  });
  if (Date.now() < expectedUntil) call.accept();
  else startRinging();
}

/** They have just ordered a call: what rings now is answered by itself. */
export function expectOwnCall(): void {
  expectedUntil = Date.now() + expectedMilliseconds;
}

export function answerPhone(): void {
  stopRinging();
  phoneCall.value?.call.accept();
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

function sentenceOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
