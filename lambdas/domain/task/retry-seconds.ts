/** Seconds until a customer who was not reached is dialled again, by cause. */
export const retryDefaults = {
  busy: 300,
  noAnswer: 300,
  failed: 300,
  operatorHungUp: 300,
  /** Whose machine answers is away from the phone, and hears of each further try. */
  voicemail: 3600,
};

export type RetryCause = keyof typeof retryDefaults;
export type RetrySeconds = Record<RetryCause, number>;

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
