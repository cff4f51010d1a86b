/** A moment: milliseconds since 1970-01-01T00:00:00Z. Time zones exist only where people read or write times. */
export type Instant = number;

export const second = 1000;
export const minute = 60 * second;
export const hour = 60 * minute;
/** 24 hours: a day of the calendar may be shorter or longer. */
export const day = 24 * hour;

/** ISO 8601 in UTC with milliseconds: the form in which rows show an instant. */
export function toIso(at: Instant): string {
  return new Date(at).toISOString();
}

/** The instant of an ISO text, or undefined when it is none. */
export function fromIso(text: unknown): Instant | undefined {
  if (typeof text !== 'string') return undefined;
  const at = Date.parse(text);
  return Number.isNaN(at) ? undefined : at;
}

/** Promises are made in whole seconds; rounding up keeps them from ringing early. */
export function upToWholeSecond(at: Instant): Instant {
  return Math.ceil(at / second) * second;
}
