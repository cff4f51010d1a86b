import { effect } from '@preact/signals';
import { remembered } from '../../browser/remembered.ts';
import { hideNotice, showNotice } from './system-notice.ts';

/** Whether a call that comes in may be heard: a browser lets a page sound after a click only. */
export const ringing = remembered('ring', ['on', 'off'], 'on');

let context: AudioContext | undefined;
let timer: ReturnType<typeof setInterval> | undefined;

const everyMilliseconds = 3000;
/** Two soft notes, a fifth apart. */
const notes = [
  { hertz: 587, at: 0 },
  { hertz: 880, at: 0.18 },
];
const noteSeconds = 0.5;
const loudness = 0.08;

export function startRinging(): void {
  stopRinging();
  notify();
  if (ringing.value === 'off') return;
  context ??= new AudioContext();
  void context.resume();
  chime();
  timer = setInterval(chime, everyMilliseconds);
}

export function stopRinging(): void {
  hideNotice();
  hush();
}

function hush(): void {
  clearInterval(timer);
  timer = undefined;
}

effect(() => {
  if (ringing.value === 'off') hush();
});

function chime(): void {
  if (context?.state !== 'running') return;
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

/** The title blinks in the row of tabs; no name and no number leaves the page. */
function notify(): void {
  const title = document.title;
  if (document.visibilityState === 'visible') return;
  showNotice();
  document.title = `☎ ${title}`;
  const restore = () => {
    document.title = title;
    document.removeEventListener('visibilitychange', restore);
  };
  document.addEventListener('visibilitychange', restore);
}
