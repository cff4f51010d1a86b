import type { StageConfig } from './stage-config.ts';

/** Where the next version is tried, with a Twilio number of its own. */
export const staging: StageConfig = {
  callsAtOnce: 10,
};
