import { corePorts } from '../../composition/core-ports.ts';
import { composeViews } from '../../composition/views.ts';
import { reconcile } from '../../use-cases/recovery/reconcile.ts';
import { onSchedule } from '../boundary/on-schedule.ts';

const ports = {
  ...corePorts(process.env),
  views: composeViews(process.env),
};

/** Every minute: what was lost on the way is found. */
export const handler = onSchedule(ports.journal, () => reconcile(ports));
