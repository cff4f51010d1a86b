import path from 'node:path';
import { parseArgs } from 'node:util';
import { type CommandContext, exitCodes } from '../../lib/command-line/run-command.ts';
import { UserMistake } from '../../lib/command-line/user-mistake.ts';
import type { Bench, Size } from './bench.ts';
import { benches } from './benches.ts';
import { runBenches } from './run-benches.ts';

const options = {
  only: { type: 'string' },
  quick: { type: 'boolean', default: false },
  big: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

const help = () => `Measures how well promises are kept, and what that costs, on local systems.

  npm run bench -- [options]

  --only NAME[,NAME]   some benchmarks alone
  --quick              little of each: shows that they work, the numbers mean nothing
  --big                a million waiting rows instead of a hundred thousand
  --help

A whole run takes about 20 minutes, the last six of them for the load of webhooks. Let nothing else
run meanwhile. It keeps its results in RESULTS.md beside this program after each line; with --only or --quick
they are printed alone. Ctrl-C ends what runs and leaves what was measured so far.

${benches.map(({ name, what }) => `  ${name.padEnd(12)} ${what}`).join('\n')}

Delayed jobs of other libraries are measured beside ours where they are at hand:

  mkdir queues && cd queues && npm init -y && npm install pg-boss graphile-worker bullmq ioredis
  BENCH_QUEUES=$PWD BENCH_POSTGRES=postgres://… BENCH_REDIS=redis://… npm run bench

BENCH_QUEUES names the folder. PostgreSQL and Redis are looked for on this machine unless they are
named.
`;

const file = path.join(import.meta.dirname, 'RESULTS.md');

export async function benchCommand(command: CommandContext): Promise<number> {
  const { values } = parseArgs({ args: [...command.words], options });
  if (values.help) {
    command.stdout.write(help());
    return exitCodes.done;
  }
  const chosen = chooseBenches(values.only);
  const size: Size = values.quick ? 'quick' : values.big ? 'big' : 'whole';
  const isWhole = chosen.length === benches.length && !values.quick;
  await runBenches(command, { chosen, size, ...(isWhole && { file }) });
  return command.signal.aborted ? exitCodes.interrupted : exitCodes.done;
}

function chooseBenches(only: string | undefined): readonly Bench[] {
  if (only === undefined) return benches;
  return only.split(',').map((name) => {
    const found = benches.find((it) => it.name === name);
    if (found) return found;
    const names = benches.map((it) => it.name).join(', ');
    throw new UserMistake(`--only takes ${names}, got ${name}.`);
  });
}
