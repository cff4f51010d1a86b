import type { Instant } from '../domain/basics/instant.ts';
import type { Attempts } from './calls/attempts.ts';
import type { CallRate } from './calls/call-rate.ts';
import type { DialQueue } from './calls/dial-queue.ts';
import type { Dialler } from './calls/dialler.ts';
import type { Recorder } from './calls/recorder.ts';
import type { Recordings } from './calls/recordings.ts';
import type { Clock } from './clock.ts';
import type { Cooldown } from './limits/cooldown.ts';
import type { DoNotCall } from './limits/do-not-call.ts';
import type { RateCounter } from './limits/rate-counter.ts';
import type { Desks } from './people/desks.ts';
import type { Directory } from './people/directory.ts';
import type { Presence } from './people/presence.ts';
import type { Journal } from './records/journal.ts';
import type { Views } from './records/views.ts';
import type { FollowedWrites } from './rows/followed-writes.ts';
import type { Rows } from './rows/rows.ts';
import type { Timers } from './rows/timers.ts';

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
