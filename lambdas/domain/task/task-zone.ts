import { canTellTime, placeInsteadOf } from '../basics/time-zone.ts';
import type { Task } from './task.ts';

/** The task's zone. One that was stored when abbreviations were taken for zones is read as the place that it meant. */
export function taskZone({ timeZone }: Pick<Task, 'timeZone'>): string {
  return canTellTime(timeZone) ? timeZone : (placeInsteadOf(timeZone) ?? 'UTC');
}
