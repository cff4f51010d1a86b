import { createInterface } from 'node:readline/promises';
import type { CommandContext, Keyboard } from './run-command.ts';

export interface Consent {
  /** What `--yes` says. */
  isGiven: boolean;
  question: string;
}

/** Asks a person, who may refuse; where there is none to ask, says how to agree beforehand. */
export async function confirm(
  context: CommandContext,
  { isGiven, question }: Consent,
): Promise<boolean> {
  const { stdin, stderr } = context;
  if (isGiven) return true;
  if (stdin?.isTTY !== true) {
    stderr.write('Nothing was changed: say --yes to do it.\n');
    return false;
  }
  const answer = await ask(`${question} [y/N] `, { ...context, stdin });
  if (/^y(es)?$/i.test(answer.trim())) return true;
  stderr.write('Nothing was changed.\n');
  return false;
}

/** Ctrl-C and Ctrl-D are answers, too: empty ones. */
export async function ask(
  question: string,
  { stdin, stderr, signal }: CommandContext & { stdin: Keyboard },
): Promise<string> {
  const lines = createInterface({ input: stdin, output: stderr });
  const closed = new AbortController();
  lines.once('close', () => closed.abort());
  // While it reads, the keyboard's Ctrl-C reaches nobody else.
  lines.once('SIGINT', () => process.kill(process.pid, 'SIGINT'));
  try {
    return await lines.question(question, { signal: AbortSignal.any([signal, closed.signal]) });
  } catch (error) {
    if (!signal.aborted && !closed.signal.aborted) throw error;
    stderr.write('\n');
    return '';
  } finally {
    lines.close();
  }
}
