import * as z from 'zod';
import type { DeskPorts } from '../http/api-env.ts';
import { refusalWords } from '../http/refusal-words.ts';
import { notFound, ok } from '../http/replies.ts';
import { type Route, route } from '../http/route.ts';
import { storedScript } from './stored-script.ts';

const versionQuery = z.object({
  version: z
    .string()
    .regex(/^[1-9]\d{0,5}$/, 'a version is a whole number from 1 on')
    .transform(Number)
    .optional(),
});

export function scriptRoutes(ports: Pick<DeskPorts, 'scripts'>): Route[] {
  return [
    route(
      {
        method: 'GET',
        path: '/api/scripts',
        summary: 'The newest version of every script',
        who: 'operators',
        answer: z.array(storedScript),
      },
      async () => ok(await ports.scripts.all()),
    ),
    route(
      {
        method: 'GET',
        path: '/api/scripts/{script}',
        summary: 'A script: its newest version, or another',
        who: 'operators',
        query: versionQuery,
        answer: storedScript,
      },
      async ({ param, query }) => {
        const script = await ports.scripts.get(param('script'), query.version);
        return script === undefined ? notFound(refusalWords.noScript) : ok(script);
      },
    ),
  ];
}
