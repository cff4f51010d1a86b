import { storedScriptSchema } from '../../../domain/script/script.ts';
import { seesAll } from '../../../domain/task/role.ts';
import type { Task } from '../../../domain/task/task.ts';
import type { Directory } from '../../../ports/people/directory.ts';
import { refusalWords } from '../http/refusal-words.ts';
import { forbidden } from '../http/replies.ts';
import type { Entry, Request } from '../http/route.ts';

export const storedScript = storedScriptSchema.meta({ id: 'StoredScript' });

interface ScriptDoor {
  directory: Pick<Directory, 'tasks'>;
}

/** Which scripts somebody may read: all, or those of their tasks. */
export async function scriptsSeenBy(
  { directory }: ScriptDoor,
  { caller, sees }: Pick<Request, 'caller' | 'sees'>,
): Promise<(script: string) => boolean> {
  if (seesAll(caller.role)) return () => true;
  const own = new Set((await directory.tasks()).filter(sees).map(({ script }) => script));
  return (script) => own.has(script);
}

/** Lets those in who may read the script that the path names. */
export function enterScript(ports: ScriptDoor): Entry<string> {
  return async (request) => {
    const script = request.param('script');
    const isSeen = await scriptsSeenBy(ports, request);
    return isSeen(script)
      ? { entered: script }
      : { refused: forbidden(refusalWords.notYourScript) };
  };
}

/** Lets those in who supervise every task that has the script; a lead makes no new ones. */
export function enterScriptToChange(ports: ScriptDoor): Entry<string> {
  return async (request) => {
    const script = request.param('script');
    if (seesAll(request.caller.role)) return { entered: script };
    const all = await ports.directory.tasks();
    const concerned = all.filter((task: Task) => task.script === script);
    const isOwn = concerned.length > 0 && concerned.every(request.sees);
    return isOwn ? { entered: script } : { refused: forbidden(refusalWords.notYourScript) };
  };
}
