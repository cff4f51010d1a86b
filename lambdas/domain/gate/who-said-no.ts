import type { NumberQuestion, Refusal } from './question.ts';

/** Whose customer said no is not called at any instant: only a person lifts that. */
export function refusedByCustomer({ facts }: NumberQuestion): Refusal | undefined {
  return facts.saidNo === undefined ? undefined : { reason: 'do-not-call' };
}
