import * as z from 'zod';
import type { DeskPorts } from '../http/api-env.ts';
import { type Caller, maySee } from '../http/api-user.ts';
import { refusalWords } from '../http/refusal-words.ts';
import { forbidden, notFound, ok } from '../http/replies.ts';
import { type Route, route } from '../http/route.ts';
import { storedScript } from './stored-script.ts';

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
      async ({ caller }) => {
        const mayRead = await readable(ports, caller);
        return ok((await ports.scripts.all()).filter(({ id }) => mayRead(id)));
      },
    ),
    route(
      {
        method: 'GET',
        path: '/api/scripts/{script}',
        summary: 'A script of your tasks: its newest version, or another',
        who: 'operators',
        query: versionQuery,
        answer: storedScript,
      },
      async ({ caller, param, query }) => {
        const mayRead = await readable(ports, caller);
        if (!mayRead(param('script'))) return forbidden(refusalWords.notYourScript);
        const script = await ports.scripts.get(param('script'), query.version);
        return script === undefined ? notFound(refusalWords.noScript) : ok(script);
      },
    ),
  ];
}

async function readable(
  { directory }: Pick<DeskPorts, 'directory'>,
  caller: Caller,
): Promise<(script: string) => boolean> {
  if (caller.role === 'supervisor') return () => true;
  const own = (await directory.tasks()).filter((task) => maySee(caller, task));
  const scripts = new Set(own.map(({ script }) => script));
  return (script) => scripts.has(script);
}
