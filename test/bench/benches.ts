import type { Bench } from './bench.ts';
import { bundles } from './lines/bundles.ts';
import { cancelled } from './lines/cancelled.ts';
import { finishedCallback } from './lines/finished-callback.ts';
import { jobQueues } from './lines/job-queues.ts';
import { lateness } from './lines/lateness.ts';
import { month } from './lines/month.ts';
import { roundTime } from './lines/round-time.ts';
import { sameSecond } from './lines/same-second.ts';
import { start, swap } from './lines/start.ts';
import { voice } from './lines/voice.ts';
import { waiting } from './lines/waiting.ts';
import { webhooks } from './lines/webhooks.ts';

/** The most important first: a run may be ended at any time. */
export const benches: readonly Bench[] = [
  lateness,
  roundTime,
  sameSecond,
  cancelled,
  waiting,
  finishedCallback,
  voice,
  bundles,
  start,
  swap,
  month,
  jobQueues,
  webhooks,
];
