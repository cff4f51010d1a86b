import type { Bench } from './bench.ts';
import { jobQueues } from './lines/job-queues.ts';
import { lateness } from './lines/lateness.ts';
import { roundTime } from './lines/round-time.ts';
import { sameSecond } from './lines/same-second.ts';

/** The most important first: a run may be ended at any time. */
export const benches: readonly Bench[] = [lateness, roundTime, sameSecond, jobQueues];
