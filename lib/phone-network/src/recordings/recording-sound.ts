import { type Recording, secondsOf } from '../account/recording.ts';

const samplesPerSecond = 4000;
const loudness = 40;
const silence = 128;

/**
 * A small WAV, 8 bits: nobody speaks here, so each channel has a tone of its own, in turns of two seconds, and
 * silence where the recording was paused.
 */
export function soundOf(recording: Recording): Uint8Array {
  const { channels } = recording;
  const frames = secondsOf(recording) * samplesPerSecond;
  const bytes = new Uint8Array(headerBytes + frames * channels);
  writeHeader(new DataView(bytes.buffer), frames * channels, channels);
  for (let frame = 0; frame < frames; frame++) {
    const second = frame / samplesPerSecond;
    for (let channel = 0; channel < channels; channel++) {
      bytes[headerBytes + frame * channels + channel] = sampleAt(recording, second, channel);
    }
  }
  return bytes;
}

function sampleAt(recording: Recording, second: number, channel: number): number {
  const speaks = Math.floor(second / 2) % 2 === channel;
  if (!speaks || isPausedAt(recording, second)) return silence;
  const hertz = channel === 0 ? 220 : 330;
  return silence + Math.round(loudness * Math.sin(2 * Math.PI * hertz * second));
}

function isPausedAt({ startedAt, pauses, skipsPauses }: Recording, second: number): boolean {
  const at = startedAt + second * 1000;
  return !skipsPauses && pauses.some(({ from, until }) => at >= from && at < (until ?? at + 1));
}

const headerBytes = 44;

/** http://soundfile.sapp.org/doc/WaveFormat/ */
function writeHeader(view: DataView, dataBytes: number, channels: number): void {
  const text = (at: number, word: string) => {
    for (const [place, letter] of [...word].entries()) {
      view.setUint8(at + place, letter.charCodeAt(0));
    }
  };
  text(0, 'RIFF');
  view.setUint32(4, headerBytes - 8 + dataBytes, true);
  text(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, channels, true);
  view.setUint32(24, samplesPerSecond, true);
  view.setUint32(28, samplesPerSecond * channels, true);
  view.setUint16(32, channels, true);
  view.setUint16(34, 8, true);
  text(36, 'data');
  view.setUint32(40, dataBytes, true);
}
