/** What an outcome means to those who count and show it. */
interface OutcomeTraits {
  /** The customer was dialled and not reached: what the retry budget counts. */
  usesBudget: boolean;
  /** Who it was up to; `both` talked. */
  side: 'both' | 'customer' | 'operator' | 'neither';
  /** `good`: they talked · `bad`: a customer was called, or called in, in vain · `wait`: none was. */
  tone: 'good' | 'bad' | 'wait';
}

/**
 * What becomes of an attempt. The names are stored, and public in the API; what they mean stands
 * here alone, and nothing depends on how a name begins.
 */
export const outcomes = {
  reached: { usesBudget: false, side: 'both', tone: 'good' },
  'customer-busy': { usesBudget: true, side: 'customer', tone: 'bad' },
  'customer-no-answer': { usesBudget: true, side: 'customer', tone: 'bad' },
  'customer-failed': { usesBudget: true, side: 'customer', tone: 'bad' },
  /** Their phone rang, and they refused the call. */
  'customer-declined': { usesBudget: true, side: 'customer', tone: 'bad' },
  /** The network knows no such number: no try will reach it. */
  'no-such-number': { usesBudget: true, side: 'customer', tone: 'bad' },
  /** The operator hung up while the customer's phone rang. */
  'operator-hung-up': { usesBudget: true, side: 'customer', tone: 'bad' },
  /** A machine answered instead of the customer. */
  voicemail: { usesBudget: true, side: 'customer', tone: 'bad' },
  'operator-busy': { usesBudget: false, side: 'operator', tone: 'wait' },
  'operator-no-answer': { usesBudget: false, side: 'operator', tone: 'wait' },
  'operator-failed': { usesBudget: false, side: 'operator', tone: 'wait' },
  'operator-not-ready': { usesBudget: false, side: 'operator', tone: 'wait' },
  'operator-deferred': { usesBudget: false, side: 'operator', tone: 'wait' },
  /** A customer who called in hung up before an operator took the call. */
  'caller-gone': { usesBudget: false, side: 'customer', tone: 'bad' },
  /** The customer's leg never came to exist. */
  'no-customer-leg': { usesBudget: false, side: 'neither', tone: 'wait' },
  withdrawn: { usesBudget: false, side: 'neither', tone: 'wait' },
  'never-sent': { usesBudget: false, side: 'neither', tone: 'wait' },
  refused: { usesBudget: false, side: 'neither', tone: 'bad' },
} as const satisfies Record<string, OutcomeTraits>;

export type Outcome = keyof typeof outcomes;
export type OutcomeSide = (typeof outcomes)[Outcome]['side'];
export type OutcomeTone = (typeof outcomes)[Outcome]['tone'];

/** Why a customer who was dialled was not reached. */
export type NotReachedCause = {
  [Name in Outcome]: (typeof outcomes)[Name]['usesBudget'] extends true ? Name : never;
}[Outcome];

export const outcomeNames = Object.keys(outcomes) as Outcome[];

export function isNotReached(outcome: Outcome): outcome is NotReachedCause {
  return outcomes[outcome].usesBudget;
}
