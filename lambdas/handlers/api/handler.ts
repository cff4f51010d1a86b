import { handle } from 'hono/aws-lambda';
import { deskApiPorts } from '../../composition/desk-api-ports.ts';
import { journaled } from '../boundary/invocation-journal.ts';
import { deskRoutes } from './desk-routes.ts';
import { apiApp } from './http/api-app.ts';

const ports = deskApiPorts(process.env);
const answer = handle(apiApp(ports, { routes: deskRoutes(ports) }));

/** ANY /api/{proxy+}: what people do with calls and rows. */
export const handler = (...invocation: Parameters<typeof answer>) =>
  journaled(ports.journal, () => answer(...invocation));
