import { signal } from '@preact/signals';
import type { Device } from '@twilio/voice-sdk';
import { keep, readKept } from '../../../browser/remembered.ts';

/** What an operator chooses: where they are heard, where they hear, where it rings. */
export type SoundUse = 'microphone' | 'speaker' | 'ring';

/** The browser's own choice. */
export const defaultDevice = 'default';

const keyOf = (use: SoundUse) => `callback-center:sound-${use}`;
const kept = (use: SoundUse) => readKept(keyOf(use)) ?? defaultDevice;

export const chosenSound = signal<Readonly<Record<SoundUse, string>>>({
  microphone: kept('microphone'),
  speaker: kept('speaker'),
  ring: kept('ring'),
});

type Audio = NonNullable<Device['audio']>;

/** Of the device whose call is on. */
let talking: Audio | undefined;

/**
 * Takes what was chosen for a call that is about to be answered. Between calls the microphone is let go
 * of: the SDK would hold it all day, with the browser's red mark, and a Bluetooth headset would sound worse.
 */
export async function takeSound(audio: Audio | null): Promise<void> {
  talking = audio ?? undefined;
  await Promise.all([apply('microphone'), apply('speaker')]);
}

export async function leaveSound(): Promise<void> {
  const left = talking;
  talking = undefined;
  await left?.unsetInputDevice().catch(() => undefined);
}

/** Also while a call is on. */
export async function chooseSound(use: SoundUse, deviceId: string): Promise<void> {
  keep(keyOf(use), deviceId === defaultDevice ? undefined : deviceId);
  chosenSound.value = { ...chosenSound.value, [use]: deviceId };
  await apply(use);
}

/** A device that was pulled out is not there: the browser's own choice is used then. */
async function apply(use: SoundUse): Promise<void> {
  const id = chosenSound.value[use];
  try {
    if (use === 'speaker') await talking?.speakerDevices.set(id);
    if (use === 'microphone' && mayHear(id)) await talking?.setInputDevice(id);
  } catch {
    // The choice is kept: the device may be plugged in again.
  }
}

/** The browser's own choice is taken by itself, unless another one was taken before. */
function mayHear(id: string): boolean {
  return id !== defaultDevice || talking?.inputDevice != null;
}

export interface SoundDevice {
  id: string;
  label: string;
}

/** The machine's devices; they have names once the microphone was allowed. */
export async function soundDevices(use: SoundUse): Promise<SoundDevice[]> {
  const kind = use === 'microphone' ? 'audioinput' : 'audiooutput';
  const all = await navigator.mediaDevices.enumerateDevices();
  return all
    .filter((it) => it.kind === kind && it.deviceId !== '' && it.deviceId !== defaultDevice)
    .map(({ deviceId, label }) => ({ id: deviceId, label }));
}

/** Where a page may choose the loudspeaker: not in every browser. */
export const maySetOutput = 'setSinkId' in (globalThis.AudioContext?.prototype ?? {});

/** The context sounds from the chosen device. */
export async function soundFrom(context: AudioContext, use: 'speaker' | 'ring'): Promise<void> {
  const id = chosenSound.value[use];
  const chooser = context as AudioContext & { setSinkId?(id: string): Promise<void> };
  await chooser.setSinkId?.(id === defaultDevice ? '' : id).catch(() => undefined);
}
