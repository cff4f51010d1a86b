import { Readable, Writable } from 'node:stream';
import { type Command, type Keyboard, sayMistakes } from '../../lib/command-line/run-command.ts';

export interface Ran {
  code: number;
  stdout: string;
  stderr: string;
}

export interface Where {
  folder?: string;
  signal?: AbortSignal;
  isTTY?: boolean;
  /** What a person types. */
  answers?: string;
  onStderr?: (text: string) => void;
}

/** Runs a command in this process, as a shell would see it. */
export async function runHere(
  command: Command,
  words: readonly string[],
  where: Where = {},
): Promise<Ran> {
  const { folder = __dirname, signal = new AbortController().signal, isTTY = false } = where;
  const stdin = keyboard(where.answers);
  const stdout = new Heard();
  const stderr = Object.assign(new Heard(where.onStderr), { isTTY });
  const code = await sayMistakes(command, { words, stdin, stdout, stderr, folder, signal });
  return { code, stdout: stdout.text, stderr: stderr.text };
}

function keyboard(answers: string | undefined): Keyboard {
  return Object.assign(Readable.from([answers ?? '']), { isTTY: answers !== undefined });
}

class Heard extends Writable {
  text = '';
  readonly #hear: (text: string) => void;

  constructor(hear: (text: string) => void = () => {}) {
    super();
    this.#hear = hear;
  }

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk.toString();
    this.#hear(chunk.toString());
    done();
  }
}
