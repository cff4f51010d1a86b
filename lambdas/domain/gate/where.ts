import type { DialQuestion, Refusal } from './question.ts';

/** Where calls may go: to what is a phone number. */
export function refusedWhere({ to }: DialQuestion): Refusal | undefined {
  return to === undefined ? { reason: 'not-a-number' } : undefined;
}
