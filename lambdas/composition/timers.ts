import { schedulerClient } from '../adapters/scheduler/scheduler-client.ts';
import { SchedulerTimers } from '../adapters/scheduler/scheduler-timers.ts';
import type { Timers } from '../ports/rows/timers.ts';
import { type Environment, timerSettings } from '../settings.ts';

export function composeTimers(environment: Environment): Timers {
  return new SchedulerTimers(schedulerClient(), timerSettings(environment));
}
