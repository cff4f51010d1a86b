/** Seconds until a customer who was not reached is dialled again, by cause. */
export const retryDefaults = {
  busy: 300,
  /** Who declined a call shall not hear the phone again within the hour: no shorter rest is taken. */
  declined: 3600,
  noAnswer: 300,
  failed: 300,
  operatorHungUp: 300,
  /** Whose machine answers is away from the phone, and hears of each further try. */
  voicemail: 3600,
};

export type RetryCause = keyof typeof retryDefaults;
export type RetrySeconds = Record<RetryCause, number>;

/** The shortest rest that may be set, by cause. */
export const leastRetrySeconds: RetrySeconds = {
  busy: 1,
  declined: 3600,
  noAnswer: 1,
  failed: 1,
  operatorHungUp: 1,
  voicemail: 1,
};

/**
 * Retry settings by their present names: `operatorHungUp` was called `abandoned`, and other
 * software may still write it so. What is not an object is left to whoever judges it.
 */
export function presentRetryNames(given: unknown): unknown {
  if (typeof given !== 'object' || given === null || !('abandoned' in given)) return given;
  const { abandoned, ...rest } = given;
  return { operatorHungUp: abandoned, ...rest };
}

/** Stored settings with the default of each cause that they do not name. */
export function presentRetrySeconds(stored: unknown): RetrySeconds {
  return { ...retryDefaults, ...(presentRetryNames(stored) as Partial<RetrySeconds> | undefined) };
}
