import { handle } from 'hono/aws-lambda';
import { consolePorts } from '../composition/console-ports.ts';
import { journaled } from './boundary/invocation-journal.ts';
import { consoleApp } from './console/console-app.ts';

const ports = consolePorts(process.env);
const answer = handle(consoleApp(ports));

/** ANY /api/{proxy+}: what people do with tasks, operators and rows. */
export const handler = (...invocation: Parameters<typeof answer>) =>
  journaled(ports.journal, () => answer(...invocation));
