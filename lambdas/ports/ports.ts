import type { Instant } from '../domain/basics/instant.ts';
import type { Attempts } from './attempts.ts';
import type { CallRate } from './call-rate.ts';
import type { Clock } from './clock.ts';
import type { Cooldown } from './cooldown.ts';
import type { Desks } from './desks.ts';
import type { DialQueue } from './dial-queue.ts';
import type { Dialler } from './dialler.ts';
import type { Directory } from './directory.ts';
import type { DoNotCall } from './do-not-call.ts';
import type { FollowedWrites } from './followed-writes.ts';
import type { Journal } from './journal.ts';
import type { Presence } from './presence.ts';
import type { RateCounter } from './rate-counter.ts';
import type { Recorder } from './recorder.ts';
import type { Recordings } from './recordings.ts';
import type { Rows } from './rows.ts';
import type { Timers } from './timers.ts';
import type { Views } from './views.ts';

/** All ports; a use case names those that it needs with `Pick`. */
export interface Ports {
  rows: Rows;
  followedWrites: FollowedWrites;
  attempts: Attempts;
  directory: Directory;
  doNotCall: DoNotCall;
  timers: Timers;
  dialQueue: DialQueue;
  dialler: Dialler;
  recorder: Recorder;
  recordings: Recordings;
  callRate: CallRate;
  rateCounter: RateCounter;
  views: Views;
  desks: Desks;
  presence: Presence;
  cooldown: Cooldown;
  clock: Clock;
  journal: Journal;
  /** A new attempt's suffix: sorts by time, unique. */
  newSuffix: (at: Instant) => string;
}
