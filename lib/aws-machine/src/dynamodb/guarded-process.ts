import { spawn } from 'node:child_process';

/**
 * A child process that cannot outlive this one, however this one ends. A shell starts the program
 * and a reader beside it; the reader's pipe breaks when this process dies, kill -9 included, and
 * the reader then kills the program.
 *
 * exec 3<&0: background commands of a shell get /dev/null as their input, unless told otherwise.
 */
const guard = `
exec 3<&0
"$@" </dev/null 3<&- &
program=$!
{ read -r line <&3; kill -9 $program 2>/dev/null; } &
reader=$!
wait $program
kill $reader 2>/dev/null
`;

export interface GuardedProcess {
  /** Resolves when the program has written this to its error output. Throws if it ends before. */
  said(text: string): Promise<void>;
  /** Resolves when the program has ended, with what it wrote to its error output. */
  ended: Promise<string>;
  /** Kills the program and waits until it is gone. */
  kill(): Promise<void>;
}

/** Starts a program. It does not see this terminal's signals: it ends when it is told to. */
export function startGuarded(program: string, programArguments: string[]): GuardedProcess {
  const child = spawn('/bin/sh', ['-c', guard, 'guard', program, ...programArguments], {
    stdio: ['pipe', 'ignore', 'pipe'],
    detached: true,
  });
  let errors = '';
  child.stdin.on('error', () => undefined);
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    errors += chunk;
  });
  const ended = new Promise<string>((resolve) => {
    child.once('close', () => resolve(errors));
    child.once('error', (error) => resolve(error.message));
  });
  return {
    ended,
    said: (text) =>
      new Promise((resolve, reject) => {
        const listen = () => errors.includes(text) && resolve();
        child.stderr.on('data', listen);
        void ended.then(() => reject(new Error(`${program} ended: ${errors}`)));
      }),
    async kill() {
      child.stdin.end();
      await ended;
    },
  };
}
