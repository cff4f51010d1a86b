import * as z from 'zod';
import { readScript } from '../../../domain/script/check/check-script.ts';
import { scriptProblemText } from '../../../domain/script/check/script-problem.ts';
import { englishScript } from '../../../domain/script/check/script-words-en.ts';
import { type Script, type StoredScript, scriptSchema } from '../../../domain/script/script.ts';
import { scriptId } from '../../../domain/task/task.ts';
import { tellDirectory } from '../../../use-cases/desk/notify-desks.ts';
import type { SupervisorPorts } from '../http/api-env.ts';
import { sentenceOf } from '../http/issue-words.ts';
import { tellAfterwards } from '../http/notify-afterwards.ts';
import { refusalWords } from '../http/refusal-words.ts';
import { badRequest, ok } from '../http/replies.ts';
import { type Refused, type Reply, type Request, type Route, routeWithin } from '../http/route.ts';
import { enterScriptToChange, storedScript } from './stored-script.ts';

const path = '/api/scripts/{script}';

/** All that is wrong with a script, a sentence each. */
const scriptProblems = z
  .object({ error: z.string(), problems: z.array(z.string()).optional() })
  .meta({ id: 'ScriptProblems' });

export function scriptChangeRoutes(ports: SupervisorPorts): Route[] {
  return [
    routeWithin(
      enterScriptToChange(ports),
      {
        method: 'PUT',
        path,
        summary: 'Stores the next version of a script; the same once more is no new one',
        who: 'leads',
        body: scriptSchema.meta({ id: 'Script' }),
        readBody,
        answer: storedScript,
        refusals: { 400: { why: 'All that is wrong', body: scriptProblems } },
      },
      (request) => putScript(ports, request),
    ),
  ];
}

/** The schema's own messages say less than the checks that know what a script means. In English: the editor checks by itself. */
function readBody(given: unknown): { value: Script } | { refused: Refused } {
  const reading = readScript(given);
  if ('script' in reading) return { value: reading.script };
  const problems = reading.problems.map((it) => scriptProblemText(it, englishScript));
  const error = refusalWords.wrongScript(problems.join('; '));
  return { refused: { status: 400, body: { error, problems } } };
}

async function putScript(
  ports: SupervisorPorts,
  { param, body }: Request<Script>,
): Promise<Reply<StoredScript>> {
  const id = scriptId.safeParse(param('script'));
  if (!id.success) return badRequest(sentenceOf(id.error));
  const script = await ports.scripts.store(id.data, body);
  await tellAfterwards(ports, tellDirectory(ports));
  return ok(script);
}
