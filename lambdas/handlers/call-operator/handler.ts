import { corePorts } from '../../composition/core-ports.ts';
import { composeDialler, composeRecorder } from '../../composition/dialler.ts';
import { composeFollowedWrites } from '../../composition/followed-writes.ts';
import { composePresence } from '../../composition/presence.ts';
import { readMessage } from '../../composition/readers.ts';
import { composeRecordings } from '../../composition/recordings.ts';
import { composeTimers } from '../../composition/timers.ts';
import { composeViews } from '../../composition/views.ts';
import { onDialQueue } from './on-dial-queue.ts';
import { takeDialMessage } from './take-dial-message.ts';

const core = corePorts(process.env);
const ports = {
  ...core,
  views: composeViews(process.env),
  followedWrites: composeFollowedWrites(process.env, core.clock),
  timers: composeTimers(process.env),
  dialler: composeDialler(process.env, core.clock),
  recorder: composeRecorder(process.env, core.clock),
  recordings: composeRecordings(process.env),
  presence: composePresence(process.env, core.clock),
};

/** The dial queue: due rows are called, silent attempts looked into, free operators given work, rows judged that the stream could not wait for. */
export const handler = onDialQueue({ ...ports, readMessage }, (message) =>
  takeDialMessage(ports, message),
);
