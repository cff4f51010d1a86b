import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Bench, type BenchContext, verdictOf } from '../bench.ts';
import { temporaryFolder } from '../bench-system.ts';
import { percentile, round } from '../figures.ts';

const root = path.join(import.meta.dirname, '..', '..', '..');
const prepared = ['--import', './bin/prepare-node.js'];
const most = { readySeconds: 4, swapSeconds: 2 };
const startsOf = { quick: 1, whole: 3, big: 3 };
const swapsOf = { quick: 1, whole: 5, big: 5 };

/** From the command to the line that says where the system is. */
export const start: Bench = {
  name: 'start',
  what: '`npm start` ready, nothing changed since the last start',
  async *run(context) {
    const folder = temporaryFolder(context);
    const program = ['bin/start.ts', '--port', '0', '--data', path.join(folder, 'data')];
    context.tell('starting once, so that everything is built');
    await startOnce(context, program);
    const seconds: number[] = [];
    for (let n = 0; n < startsOf[context.size]; n++) {
      seconds.push(await startOnce(context, program));
    }
    const median = percentile(seconds, 0.5);
    yield {
      what: '`npm start` ready, nothing changed since the last start',
      goal: `≤ ${most.readySeconds} s`,
      measured: `${round(median, 1)} s (median of ${seconds.length})`,
      verdict: verdictOf(median <= most.readySeconds),
    };
  },
};

async function startOnce(context: BenchContext, program: string[]): Promise<number> {
  const begunAt = performance.now();
  const system = new Running(context, program, root);
  await system.says(/http:\/\/localhost:\d+\/local\b/);
  const seconds = (performance.now() - begunAt) / 1_000;
  await system.end();
  return seconds;
}

const edited = 'lambdas/handlers/patrol/handler.ts';

/** A copy of the sources is edited while `npm run dev` watches it. */
export const swap: Bench = {
  name: 'swap',
  what: 'a changed function swapped by `npm run dev`',
  async *run(context) {
    const sources = temporaryFolder(context);
    for (const part of ['bin', 'lib', 'lambdas', 'cdk.json', 'package.json', 'package-lock.json']) {
      cpSync(path.join(root, part), path.join(sources, part), { recursive: true });
    }
    symlinkSync(path.join(root, 'node_modules'), path.join(sources, 'node_modules'));
    const program = ['bin/dev.ts', '--port', '0', '--data', path.join(sources, 'data')];
    const system = new Running(context, program, sources);
    context.tell('starting npm run dev');
    await system.says(/are rebuilt when their sources change/);
    const file = path.join(sources, edited);
    const seconds: number[] = [];
    for (let n = 1; n <= swapsOf[context.size]; n++) {
      system.forget();
      const begunAt = performance.now();
      writeFileSync(file, `${readFileSync(file, 'utf8')}\nprocess.env.EDITED = '${n}';\n`);
      await system.says(/Swapped patrol in \d+ ms/);
      seconds.push((performance.now() - begunAt) / 1_000);
    }
    const median = percentile(seconds, 0.5);
    yield {
      what: 'a changed function swapped by `npm run dev`',
      goal: `≤ ${most.swapSeconds} s`,
      measured: `${round(median, 2)} s from saving the file (median of ${seconds.length})`,
      verdict: verdictOf(median <= most.swapSeconds),
    };
  },
};

/** A command of the project in a process of its own. */
class Running {
  readonly #child: ChildProcess;
  #output = '';
  #heard: () => void = () => {};

  constructor(context: BenchContext, program: string[], cwd: string) {
    this.#child = spawn(process.execPath, [...prepared, ...program], { cwd, detached: true });
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        this.#output += text;
        this.#heard();
      });
    }
    this.#child.once('exit', () => this.#heard());
    context.atEnd(() => this.end());
  }

  forget(): void {
    this.#output = '';
  }

  says(words: RegExp): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#heard = () => {
        if (words.test(this.#output)) resolve();
        else if (this.#hasEnded) reject(new Error(`it ended: ${this.#output.trim()}`));
      };
      this.#heard();
    });
  }

  async end(): Promise<void> {
    if (this.#hasEnded) return;
    const ended = new Promise((resolve) => this.#child.once('exit', resolve));
    this.#child.kill('SIGINT');
    await ended;
  }

  get #hasEnded(): boolean {
    return this.#child.exitCode !== null || this.#child.signalCode !== null;
  }
}
