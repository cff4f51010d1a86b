import { handle } from 'hono/aws-lambda';
import { directoryPorts } from '../../composition/directory-ports.ts';
import { apiApp } from '../api/http/api-app.ts';
import { journaled } from '../boundary/invocation-journal.ts';
import { openApiDocument } from './open-api-document.ts';

const ports = directoryPorts(process.env);
const answer = handle(apiApp(ports, { routes: [], document: openApiDocument() }));

/** GET /api/openapi.json: what the other functions of the API answer. */
export const handler = (...invocation: Parameters<typeof answer>) =>
  journaled(ports.journal, () => answer(...invocation));
