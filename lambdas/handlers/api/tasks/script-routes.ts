import * as z from 'zod';
import type { DeskPorts } from '../http/api-env.ts';
import { refusalWords } from '../http/refusal-words.ts';
import { notFound, ok } from '../http/replies.ts';
import { type Route, route, routeWithin } from '../http/route.ts';
import { enterScript, scriptsSeenBy, storedScript } from './stored-script.ts';

const versionQuery = z.object({
  version: z
    .string()
    .regex(/^[1-9]\d{0,5}$/, 'a version is a whole number from 1 on')
    .transform(Number)
    .optional(),
});

/** Supervisors edit all of them; operators are led through those of their tasks. */
export function scriptRoutes(ports: Pick<DeskPorts, 'scripts' | 'directory'>): Route[] {
  return [
    route(
      {
        method: 'GET',
        path: '/api/scripts',
        summary: 'The newest version of every script of your tasks',
        who: 'operators',
        answer: z.array(storedScript),
      },
      async (request) => {
        const isSeen = await scriptsSeenBy(ports, request);
        return ok((await ports.scripts.all()).filter(({ id }) => isSeen(id)));
      },
    ),
    routeWithin(
      enterScript(ports),
      {
        method: 'GET',
        path: '/api/scripts/{script}',
        summary: 'A script of your tasks: its newest version, or another',
        who: 'operators',
        query: versionQuery,
        answer: storedScript,
      },
      async ({ query }, id) => {
        const script = await ports.scripts.get(id, query.version);
        return script === undefined ? notFound(refusalWords.noScript) : ok(script);
      },
    ),
  ];
}
