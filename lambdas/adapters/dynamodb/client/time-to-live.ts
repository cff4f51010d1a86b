import { hour, type Instant, second } from '../../../domain/basics/instant.ts';

/** DynamoDB's time to live counts in seconds. */
export function toTtl(at: Instant): number {
  return Math.ceil(at / second);
}

/** When an item goes that is kept for so many days; undefined where it is kept for good. */
export function ttlAfter(at: Instant, days: number | undefined): number | undefined {
  return days === undefined ? undefined : toTtl(at + days * 24 * hour);
}
