import type { CommandContext } from '../../lib/command-line/run-command.ts';
import type { Bench, BenchContext, Finding, Size } from './bench.ts';
import { findingText, keepResults, resultsPage, thisMachine } from './results.ts';

interface Plan {
  chosen: readonly Bench[];
  size: Size;
  /** Gets the results after each line. */
  file?: string;
}

type Terminal = Pick<CommandContext, 'stdout' | 'stderr' | 'signal'>;

/** One after the other, in their order; Ctrl-C ends the one that runs, and leaves out the rest. */
export async function runBenches(
  terminal: Terminal,
  { chosen, size, file }: Plan,
): Promise<Finding[]> {
  const machine = thisMachine();
  const findings: Finding[] = [];
  const keep = (note: string) => {
    if (file !== undefined) keepResults(file, resultsPage(findings, machine, note));
  };
  for (const bench of chosen) {
    if (terminal.signal.aborted) break;
    for await (const finding of runAlone(terminal, bench, size)) {
      findings.push(finding);
      terminal.stdout.write(findingText(finding));
      keep('This run was not finished.');
    }
  }
  if (!terminal.signal.aborted) keep(size === 'big' ? 'With --big.' : '');
  return findings;
}

/** What goes wrong in one says so in its own line. */
async function* runAlone(
  { stderr, signal }: Terminal,
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
