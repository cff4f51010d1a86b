import type { RetrySeconds } from './retry-seconds.ts';

const forEachCause = (value: number): RetrySeconds => ({
  busy: value,
  declined: value,
  noAnswer: value,
  failed: value,
  operatorHungUp: value,
  voicemail: value,
});

/**
 * What the gate's settings are where a task names none: no limit beyond `maxAttempts`. Tasks that were
 * stored before there was a setting are read with it. A new task in the page begins safer:
 * `console/supervisor/tasks/presets.ts`.
 */
export const ruleDefaults = {
  retryGrowth: forEachCause(1),
  retryJitter: forEachCause(0),
  maxAttemptsPerDay: null,
  maxAttemptsPer24Hours: null,
  maxAttemptsPerWeek: null,
  maxAttemptsPerNumber: null,
  callingHours: null,
  holidays: [],
  legalHours: null,
};
