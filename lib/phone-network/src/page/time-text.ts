const secondsPerMinute = 60;
const secondsPerHour = 3600;

/** `0:07`, `12:30`, `1:02:03`. */
export function durationText(milliseconds: number): string {
  const total = Math.max(Math.floor(milliseconds / 1000), 0);
  const hours = Math.floor(total / secondsPerHour);
  const minutes = Math.floor(total / secondsPerMinute) % secondsPerMinute;
  const seconds = twoDigits(total % secondsPerMinute);
  return hours > 0 ? `${hours}:${twoDigits(minutes)}:${seconds}` : `${minutes}:${seconds}`;
}

/** The time of day, in the reader's zone, to the second. */
export function clockText(instant: number): string {
  return new Date(instant).toLocaleTimeString('en-GB');
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
