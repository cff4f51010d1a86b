import { eventPorts } from '../../composition/functions/event-ports.ts';
import { onChangeStreams } from './on-change-streams.ts';

/** The streams of rows' stories, attempts, forms and the directory: other software hears what happens. */
export const handler = onChangeStreams(eventPorts(process.env));
