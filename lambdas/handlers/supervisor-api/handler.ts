import { handle } from 'hono/aws-lambda';
import { supervisorApiPorts } from '../../composition/functions/supervisor-api-ports.ts';
import { apiApp } from '../api/http/api-app.ts';
import { claimNamesIn } from '../api/http/claim-names.ts';
import { journaled } from '../boundary/invocation-journal.ts';
import { supervisorRoutes } from './supervisor-routes.ts';

const ports = supervisorApiPorts(process.env);
const claimNames = claimNamesIn(process.env);
const answer = handle(apiApp(ports, { routes: supervisorRoutes(ports), claimNames }));

/** The routes of the list: what supervisors do with files, tasks, operators, scripts and promises. */
export const handler = (...invocation: Parameters<typeof answer>) =>
  journaled(ports.journal, () => answer(...invocation), invocation[1]);
