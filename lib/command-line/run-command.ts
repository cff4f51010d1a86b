import { UnreadableTable } from '../../lambdas/table-files/unreadable-table.ts';
import { UserMistake } from './user-mistake.ts';

/** What a command sees of the world; tests bring their own. */
export interface CommandContext {
  words: readonly string[];
  /** Where a person answers questions; a command that is not asked by one has none. */
  stdin?: Keyboard;
  stdout: NodeJS.WritableStream;
  stderr: Terminal;
  /** Where file names that are not absolute begin. */
  folder: string;
  /** Aborted by Ctrl-C. */
  signal: AbortSignal;
}

export type Keyboard = NodeJS.ReadableStream & { isTTY?: boolean };

export type Terminal = NodeJS.WritableStream & { isTTY?: boolean; columns?: number };

/** Answers the exit code. */
export type Command = (context: CommandContext) => Promise<number>;

export const exitCodes = { done: 0, refused: 1, mistaken: 2, interrupted: 130 } as const;

/** Runs the command as this process. A second Ctrl-C ends it at once. */
export async function runCommand(command: Command): Promise<void> {
  const stop = new AbortController();
  process.once('SIGINT', () => stop.abort());
  process.exitCode = await sayMistakes(command, {
    words: process.argv.slice(2),
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    folder: process.env.INIT_CWD ?? process.cwd(), // npm runs scripts in the project's folder
    signal: stop.signal,
  });
}

/** A mistake or an outage is one sentence on stderr, not a stack trace. */
export async function sayMistakes(command: Command, context: CommandContext): Promise<number> {
  try {
    return await command(context);
  } catch (error) {
    context.stderr.write(`${sentence(error)}\n`);
    return exitCodes.mistaken;
  }
}

function sentence(error: unknown): string {
  if (error instanceof UserMistake || error instanceof UnreadableTable) return error.message;
  const { name = 'Error', message = '', code = name } = error as Partial<NodeJS.ErrnoException>;
  if (code.startsWith('ERR_PARSE_ARGS')) return `${message.split('. ')[0]}. See --help.`;
  return `It failed: ${code}${message === '' ? '' : `, ${message}`}`;
}
