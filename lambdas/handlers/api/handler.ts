import { handle } from 'hono/aws-lambda';
import { apiPorts } from '../../composition/api-ports.ts';
import { journaled } from '../boundary/invocation-journal.ts';
import { apiApp } from './api-app.ts';

const ports = apiPorts(process.env);
const answer = handle(apiApp(ports));

/** ANY /api/{proxy+}: what people do with tasks, operators and rows. */
export const handler = (...invocation: Parameters<typeof answer>) =>
  journaled(ports.journal, () => answer(...invocation));
