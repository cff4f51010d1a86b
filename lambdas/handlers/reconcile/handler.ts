import { corePorts } from '../../composition/core-ports.ts';
import { composeDesks } from '../../composition/desks.ts';
import { composePresence } from '../../composition/presence.ts';
import { composeRecordings } from '../../composition/recordings.ts';
import { composeViews } from '../../composition/views.ts';
import { reconcile } from '../../use-cases/recovery/reconcile.ts';
import { onSchedule } from '../boundary/on-schedule.ts';

const core = corePorts(process.env);
const ports = {
  ...core,
  desks: composeDesks(process.env, core.clock),
  presence: composePresence(process.env, core.clock),
  recordings: composeRecordings(process.env),
  views: composeViews(process.env),
};

/** Every minute: what was lost on the way is found. */
export const handler = onSchedule(ports.journal, () => reconcile(ports));
