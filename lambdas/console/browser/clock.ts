import { signal } from '@preact/signals';

/** How far this machine's clock is behind the server's. */
let offsetMilliseconds = 0;

/** The server's time, in milliseconds since 1970; moves every second, on the second. */
export const now = signal(Date.now());

/** The server's time at this moment. */
export function serverNow(): number {
  return Date.now() + offsetMilliseconds;
}

/** An answer tells the server's time; a difference that a slow answer explains changes nothing. */
export function setServerTime(instant: string): void {
  const offset = Date.parse(instant) - Date.now();
  if (Math.abs(offset - offsetMilliseconds) < 500) return;
  offsetMilliseconds = offset;
  now.value = serverNow();
}

function tick(): void {
  const time = serverNow();
  now.value = time;
  setTimeout(tick, 1000 - (time % 1000) + 5);
}
tick();
