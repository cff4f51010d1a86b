export interface Note {
  hertz: number;
  /** Seconds from the first. */
  at: number;
}

/** Two soft notes, a fifth apart. */
export const ringNotes: readonly Note[] = [
  { hertz: 587, at: 0 },
  { hertz: 880, at: 0.18 },
];

const noteSeconds = 0.5;
const loudness = 0.08;

export function playNotes(context: AudioContext, notes: readonly Note[]): void {
  for (const { hertz, at } of notes) {
    const begin = context.currentTime + at;
    const tone = new OscillatorNode(context, { frequency: hertz });
    const volume = new GainNode(context, { gain: 0 });
    volume.gain.linearRampToValueAtTime(loudness, begin + 0.02);
    volume.gain.exponentialRampToValueAtTime(0.0001, begin + noteSeconds);
    tone.connect(volume).connect(context.destination);
    tone.start(begin);
    tone.stop(begin + noteSeconds);
  }
}
