import { signal } from '@preact/signals';
import { phoneWords } from './phone-words.ts';

const isKnown = 'Notification' in globalThis;

/** Whether the person may still be asked for notices of the system; never asked by itself. */
export const mayAskForNotices = signal(isKnown && Notification.permission === 'default');

let shown: Notification | undefined;

export async function askForNotices(): Promise<void> {
  await Notification.requestPermission();
  mayAskForNotices.value = Notification.permission === 'default';
}

/** For who looks elsewhere: that the phone rings, and nothing of whom it is for. */
export function showNotice(): void {
  if (!isKnown || Notification.permission !== 'granted') return;
  try {
    shown = new Notification(phoneWords().rings, { tag: 'call', requireInteraction: true });
  } catch {
    // Android's browsers show notices of service workers only.
    return;
  }
  shown.onclick = () => {
    window.focus();
    hideNotice();
  };
}

export function hideNotice(): void {
  shown?.close();
  shown = undefined;
}
