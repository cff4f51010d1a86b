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
  void context.resume().then(chime);
  timer = setInterval(chime, everyMilliseconds);
}

export function stopRinging(): void {
  hideNotice();
  markTitle('quiet');
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
  if (timer !== undefined && context?.state === 'running') playNotes(context, ringNotes);
}

/** The title tells in the row of tabs; no name and no number leaves the page. */
function notify(): void {
  if (document.visibilityState === 'visible') return;
  showNotice();
  markTitle('rings');
  document.addEventListener('visibilitychange', () => markTitle('quiet'), { once: true });
}

const bell = '☎ ';

function markTitle(state: 'rings' | 'quiet'): void {
  const plain = document.title.replaceAll(bell, '');
  document.title = state === 'rings' ? `${bell}${plain}` : plain;
}
