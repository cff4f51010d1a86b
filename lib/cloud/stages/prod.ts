import type { StageConfig } from './stage-config.ts';

/** The call centre that customers are called from. */
export const prod: StageConfig = {
  logRetentionDays: 90,
  shift: 'canary',
};
