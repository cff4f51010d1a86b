import { signal } from '@preact/signals';
import type { Call } from '@twilio/voice-sdk';

/** What the SDK says of a call's sound, sorted by what the operator can do about it. */
export type Quality = 'connection' | 'microphone';

/** The call of this browser: it rings, or it is talked on. */
export interface PhoneCall {
  call: Call;
  isRinging: boolean;
  isMuted: boolean;
  /** The SDK looks for another way for the sound. */
  isReconnecting: boolean;
  /** What is wrong with the sound at present, by the SDK's names. */
  warnings: readonly string[];
}

export const phoneCall = signal<PhoneCall | undefined>();

/** Follows the call until it is gone. */
export function holdCall(call: Call, told: { gone(): void; failed(error: unknown): void }): void {
  const held = { call, isRinging: true, isMuted: false, isReconnecting: false, warnings: [] };
  phoneCall.value = held;
  const change = (to: Partial<PhoneCall>) => {
    const { value } = phoneCall;
    if (value?.call === call) phoneCall.value = { ...value, ...to };
  };
  const gone = () => {
    if (phoneCall.value?.call === call) phoneCall.value = undefined;
    told.gone();
  };
  for (const event of ['disconnect', 'cancel', 'reject']) call.on(event, gone);
  call.on('error', (error: unknown) => {
    // An error may pass by a talk that goes on; one that ends it is followed by `disconnect`.
    if (call.status() !== 'open' && call.status() !== 'reconnecting') gone();
    told.failed(error);
  });
  call.on('accept', () => change({ isRinging: false, isMuted: call.isMuted() }));
  call.on('reconnecting', () => change({ isReconnecting: true }));
  call.on('reconnected', () => change({ isReconnecting: false }));
  const warnings = new Set<string>();
  call.on('warning', (name: string) => change({ warnings: [...warnings.add(name)] }));
  call.on('warning-cleared', (name: string) => {
    warnings.delete(name);
    change({ warnings: [...warnings] });
  });
}

const silentMicrophone = 'constant-audio-input-level';

/** Whether the microphone gives silence that nobody asked for; the other warnings are about the way. */
export function qualityOf({
  warnings,
  isMuted,
}: Pick<PhoneCall, 'warnings' | 'isMuted'>): Quality | undefined {
  if (warnings.includes(silentMicrophone) && !isMuted) return 'microphone';
  return warnings.some((it) => it !== silentMicrophone) ? 'connection' : undefined;
}
