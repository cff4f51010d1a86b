import { randomBytes } from 'node:crypto';
import type { Instant } from '../../domain/basics/instant.ts';

/** Wide enough in base 36 until the year 5188, so that suffixes sort as their instants do. */
const timeDigits = 9;

/** A new attempt's suffix: lower-case letters, digits and a hyphen. */
export function timeOrderedSuffix(at: Instant): string {
  return `${at.toString(36).padStart(timeDigits, '0')}-${randomBytes(6).toString('hex')}`;
}
