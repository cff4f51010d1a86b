import { corePorts } from '../composition/core-ports.ts';
import { composeTimers } from '../composition/timers.ts';
import { patrol } from '../use-cases/patrol.ts';
import { onSchedule } from './boundary/on-schedule.ts';

const ports = { ...corePorts(process.env), timers: composeTimers(process.env) };

/** Every six hours: rows that no record and no index told of. */
export const handler = onSchedule(ports.journal, () => patrol(ports));
