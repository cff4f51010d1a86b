import { playNotes, ringNotes } from './notes.ts';
import { soundFrom } from './sound-devices.ts';

const scale = [440, 554, 659, 880].map((hertz, place) => ({ hertz, at: place * 0.2 }));
const soundsFor = 1500;

/** A tone from the chosen loudspeaker, or the ring from where it rings. */
export async function playTestTone(use: 'speaker' | 'ring'): Promise<void> {
  const context = new AudioContext();
  await soundFrom(context, use);
  await context.resume();
  playNotes(context, use === 'ring' ? ringNotes : scale);
  setTimeout(() => void context.close(), soundsFor);
}
