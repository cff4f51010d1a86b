import { type Instant, second } from '../../../domain/basics/instant.ts';

/** DynamoDB's time to live counts in seconds. */
export function toTtl(at: Instant): number {
  return Math.ceil(at / second);
}
