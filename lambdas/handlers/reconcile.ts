import { corePorts } from '../composition/core-ports.ts';
import { composeTimers } from '../composition/timers.ts';
import { reconcile } from '../use-cases/reconcile.ts';
import { onSchedule } from './boundary/on-schedule.ts';

const ports = { ...corePorts(process.env), timers: composeTimers(process.env) };

/** Every minute: what was lost on the way is found. */
export const handler = onSchedule(ports.journal, () => reconcile(ports));
