import { resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { tablePorts } from '../../lambdas/composition/table-ports.ts';
import { type Delimiter, delimiters } from '../../lambdas/table-files/delimiter.ts';
import { writeTable } from '../../lambdas/table-files/write-table.ts';
import { exportRows } from '../../lambdas/use-cases/table-files/export-rows.ts';
import { findTables, whereaboutsHelp, whereaboutsOptions } from './find-tables.ts';
import { findTask } from './find-task.ts';
import { grouped, ProgressLine } from './progress-line.ts';
import { type CommandContext, exitCodes } from './run-command.ts';
import { UserMistake } from './user-mistake.ts';
import { writeWhole } from './write-whole.ts';

const delimiterNames = Object.keys(delimiters) as Delimiter[];

const help = `Exports a task's subscribers as CSV that a spreadsheet opens safely.

  npm run export -- --task TASK [options]

  --task TASK      whose subscribers
  --out FILE       where to; without it, the standard output
  --delimiter D    ${delimiterNames.join(', ')} (comma)
  --for-database   for a program that is no spreadsheet: see below
${whereaboutsHelp}

A cell that a spreadsheet would take for a formula, +44… too, is written with
an apostrophe before it, which the import takes off again. A database does not:
for one, --for-database writes every cell as it is.
Exit code: 0 done, 2 the export could not be done.
`;

const options = {
  ...whereaboutsOptions,
  task: { type: 'string' },
  out: { type: 'string' },
  delimiter: { type: 'string', default: 'comma' },
  'for-database': { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

export async function exportCommand(context: CommandContext): Promise<number> {
  const { values } = parseArgs({ args: [...context.words], options });
  if (values.help) {
    context.stdout.write(help);
    return exitCodes.done;
  }
  const delimiter = readDelimiter(values.delimiter);
  const ports = tablePorts(await findTables(values));
  const task = await findTask(ports.directory, values.task);
  const progress = new ExportProgress(context);
  const records = progress.count(exportRows(ports, task.id));
  const reader = values['for-database'] ? 'database' : 'spreadsheet';
  await write(writeTable(records, delimiter, reader), values.out, context).catch(
    unlessInterrupted(context),
  );
  return progress.finish();
}

function readDelimiter(name: string): Delimiter {
  const found = delimiterNames.find((it) => it === name || delimiters[it] === name);
  if (found !== undefined) return found;
  throw new UserMistake(`--delimiter must be ${delimiterNames.join(', ')}, got ${name}.`);
}

async function write(
  text: AsyncIterable<string>,
  file: string | undefined,
  { folder, stdout, signal }: CommandContext,
): Promise<void> {
  if (file !== undefined) return writeWhole(text, resolve(folder, file), signal);
  await pipeline(Readable.from(text), stdout, { signal, end: false });
}

/** Ctrl-C, and a reader such as `head` that has enough, are no failures. */
function unlessInterrupted({ signal }: CommandContext): (error: unknown) => void {
  return (error) => {
    if (!signal.aborted && (error as NodeJS.ErrnoException).code !== 'EPIPE') throw error;
  };
}

class ExportProgress {
  readonly #line: ProgressLine;
  readonly #signal: AbortSignal;
  #rows = -1; // the header is no row

  constructor({ stderr, signal }: CommandContext) {
    this.#line = new ProgressLine(stderr, Date.now);
    this.#signal = signal;
  }

  async *count(records: AsyncIterable<readonly string[]>): AsyncGenerator<readonly string[]> {
    for await (const record of records) {
      this.#rows += 1;
      this.#line.show(() => `${grouped(this.#rows)} rows`);
      yield record;
    }
  }

  finish(): number {
    const count = Math.max(this.#rows, 0);
    const rows = `${grouped(count)} ${count === 1 ? 'row' : 'rows'}`;
    this.#line.print(this.#signal.aborted ? `Stopped after ${rows}.` : `${rows} exported.`);
    return this.#signal.aborted ? exitCodes.interrupted : exitCodes.done;
  }
}
