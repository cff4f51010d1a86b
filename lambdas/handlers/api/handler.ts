import { handle } from 'hono/aws-lambda';
import { deskApiPorts } from '../../composition/functions/desk-api-ports.ts';
import { noteAct } from '../../use-cases/desk/note-act.ts';
import { journaled } from '../boundary/invocation-journal.ts';
import { deskRoutes } from './desk-routes.ts';
import { apiApp } from './http/api-app.ts';
import type { Caller } from './http/api-user.ts';
import { claimNamesIn } from './http/claim-names.ts';

const ports = deskApiPorts(process.env);
const onAct = ({ operator }: Caller) => noteAct(ports, operator);
const claimNames = claimNamesIn(process.env);
const answer = handle(apiApp(ports, { routes: deskRoutes(ports), claimNames, onAct }));

/** ANY /api/{proxy+}: what people do with calls and rows. */
export const handler = (...invocation: Parameters<typeof answer>) =>
  journaled(ports.journal, () => answer(...invocation), invocation[1]);
