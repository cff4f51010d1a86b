import { composeCheckpoints } from '../../composition/checkpoints.ts';
import { corePorts } from '../../composition/core-ports.ts';
import { composeViews } from '../../composition/views.ts';
import { patrol } from '../../use-cases/recovery/patrol.ts';
import { buildViews } from '../../use-cases/views/build-views.ts';
import { onSchedule } from '../boundary/on-schedule.ts';

const ports = {
  ...corePorts(process.env),
  views: composeViews(process.env),
  checkpoints: composeCheckpoints(process.env),
};

/** Every six hours: rows that no record and no index told of, and rows that are older than the views. */
export const handler = onSchedule(
  ports.journal,
  () => patrol(ports),
  () => buildViews(ports),
);
