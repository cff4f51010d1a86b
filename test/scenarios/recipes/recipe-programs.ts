import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import path from 'node:path';
import { promisify } from 'node:util';

const root = path.join(__dirname, '../../..');
const page = readFileSync(path.join(root, 'lib/recipes/README.md'), 'utf8');

/** The example of that name, as it stands in the page. */
function recipe(name: string): string {
  const found = new RegExp(`^\`\`\`sh ${name}\\n(.*?)^\`\`\``, 'ms').exec(page)?.[1];
  if (found !== undefined) return `set -euo pipefail\n${found}`;
  throw new Error(`The page has no recipe ${name}`);
}

type Environment = Record<string, string>;

/** Runs a recipe to its end; what it said. */
export async function run(name: string, environment: Environment): Promise<string> {
  const env = { ...process.env, ...environment };
  const script = ['-c', recipe(name)];
  const { stdout, stderr } = await promisify(execFile)('bash', script, { cwd: root, env });
  return stdout + stderr;
}

/** A recipe that runs until it is ended, with all that it started. */
export class RunningRecipe {
  readonly #child: ChildProcess;
  output = '';

  private constructor(child: ChildProcess) {
    this.#child = child;
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        this.output += text;
      });
    }
  }

  static async start(name: string, environment: Environment): Promise<RunningRecipe> {
    const env = { ...process.env, ...environment };
    const child = spawn('bash', ['-c', recipe(name)], { cwd: root, env, detached: true });
    const running = new RunningRecipe(child);
    while (!running.output.includes('listens on')) {
      await Promise.race([once(child.stdout, 'data'), once(child, 'exit')]);
      if (child.exitCode !== null) throw new Error(`${name} did not start: ${running.output}`);
    }
    return running;
  }

  async end(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const ended = once(this.#child, 'exit');
    process.kill(-(this.#child.pid as number), 'SIGKILL');
    await ended;
  }
}

/** One that nobody listens at yet. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
