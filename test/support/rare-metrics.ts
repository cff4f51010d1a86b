import type { OwnMetricName } from '../../lib/cloud/watch/own-metrics.ts';

/** What a system on one machine cannot be brought to tell of; test/use-cases/recovery/rare-metrics.test.ts is. */
export const rareMetrics = [
  'UntoldFound',
  'TooManyCalls',
  'CustomerLegMissing',
  'DeskNotTold',
  'UnknownWebhook',
  'StrangerAttached',
  'StrangerRefused',
] as const satisfies OwnMetricName[];

export type RareMetric = (typeof rareMetrics)[number];
