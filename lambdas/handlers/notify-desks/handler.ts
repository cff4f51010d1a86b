import { deskNewsPorts } from '../../composition/functions/desk-news-ports.ts';
import { readAttempt, readRow } from '../../composition/readers.ts';
import { onDeskStreams } from './on-desk-streams.ts';

/** The streams of rows and attempts: desks hear what happens, and views follow it. */
export const handler = onDeskStreams({ ...deskNewsPorts(process.env), readRow, readAttempt });
