import path from 'node:path';
import { parseArgs } from 'node:util';
import { type CommandContext, exitCodes } from '../../lib/command-line/run-command.ts';
import { UserMistake } from '../../lib/command-line/user-mistake.ts';
import type { Bench, BenchContext, Finding, Size } from './bench.ts';
import { benches } from './benches.ts';
import { findingText, keepResults, resultsPage, thisMachine } from './results.ts';

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

A whole run takes about a quarter of an hour. Let nothing else run meanwhile. It keeps its results
in test/bench/RESULTS.md after each line; with --only or --quick they are printed alone. Ctrl-C
ends what runs and leaves what was measured so far.

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
  await runAll(command, { chosen, size, isWhole });
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

interface Plan {
  chosen: readonly Bench[];
  size: Size;
  isWhole: boolean;
}

async function runAll(command: CommandContext, { chosen, size, isWhole }: Plan): Promise<void> {
  const machine = thisMachine();
  const findings: Finding[] = [];
  const keep = (note: string) => {
    if (isWhole) keepResults(file, resultsPage(findings, machine, note));
  };
  for (const bench of chosen) {
    if (command.signal.aborted) break;
    for await (const finding of runAlone(command, bench, size)) {
      findings.push(finding);
      command.stdout.write(findingText(finding));
      keep('This run was not finished.');
    }
  }
  if (!command.signal.aborted) keep(size === 'big' ? 'With --big.' : '');
}

/** What goes wrong in one says so in its own line. */
async function* runAlone(
  { stderr, signal }: CommandContext,
  bench: Bench,
  size: Size,
): AsyncGenerator<Finding> {
  const cleanups: (() => Promise<void> | void)[] = [];
  const context: BenchContext = {
    size,
    signal,
    tell: (progress) => stderr.write(`${bench.name}: ${progress}\n`),
    atEnd: (cleanup) => cleanups.unshift(cleanup),
  };
  try {
    yield* bench.run(context);
  } catch (error) {
    const reason = signal.aborted ? 'interrupted' : reasonOf(error);
    yield { what: bench.what, goal: '', measured: '', verdict: `not measured: ${reason}` };
  } finally {
    for (const cleanup of cleanups) await cleanup();
  }
}

function reasonOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
}
