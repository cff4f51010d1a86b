import { effect } from '@preact/signals';
import { remembered } from '../../browser/remembered.ts';
import { playNotes, ringNotes } from './sound/notes.ts';
import { soundFrom } from './sound/sound-devices.ts';
import { hideNotice, showNotice } from './system-notice.ts';

/** Whether a call that comes in may be heard: a browser lets a page sound after a click only. */
export const ringing = remembered('ring', ['on', 'off'], 'on');

let context: AudioContext | undefined;
let timer: ReturnType<typeof setInterval> | undefined;

const everyMilliseconds = 3000;
export function startRinging(): void {
  stopRinging();
  notify();
  if (ringing.value === 'off') return;
  context ??= new AudioContext();
  void soundFrom(context, 'ring');
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
  if (context?.state === 'running') playNotes(context, ringNotes);
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
