import { corePorts } from '../../composition/core-ports.ts';
import { composeDialler } from '../../composition/dialler.ts';
import { composeFollowedWrites } from '../../composition/followed-writes.ts';
import { readRow } from '../../composition/readers.ts';
import { composeTimers } from '../../composition/timers.ts';
import { composeViews } from '../../composition/views.ts';
import { followRow } from '../../use-cases/promises/follow-row.ts';
import { onRowStream } from './on-row-stream.ts';

const core = corePorts(process.env);
const ports = {
  ...core,
  views: composeViews(process.env),
  followedWrites: composeFollowedWrites(process.env, core.clock),
  timers: composeTimers(process.env),
  dialler: composeDialler(process.env, core.clock),
};

/** The subscriber table's stream: timers follow rows. */
export const handler = onRowStream({ ...ports, readRow }, (record) => followRow(ports, record));
