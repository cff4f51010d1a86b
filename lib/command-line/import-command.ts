import { createReadStream, openAsBlob } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { importPorts } from '../../lambdas/composition/functions/import-ports.ts';
import type { TableLine } from '../../lambdas/domain/import/import-line.ts';
import { type ReadingWish, readTable, type Table } from '../../lambdas/table-files/read-table.ts';
import { readWorkbook } from '../../lambdas/table-files/read-workbook.ts';
import { workbookKind } from '../../lambdas/table-files/workbook-kind.ts';
import { type ImportRequest, importRows } from '../../lambdas/use-cases/table-files/import-rows.ts';
import { checkReadable } from './check-readable.ts';
import { chooseEncoding } from './choose-encoding.ts';
import { columnMap } from './column-map.ts';
import { findAllTables, whereaboutsHelp, whereaboutsOptions } from './find-tables.ts';
import { findTask } from './find-task.ts';
import { ImportReport } from './import-report.ts';
import { numbersOfTable } from './numbers-of-table.ts';
import { type CommandContext, exitCodes } from './run-command.ts';
import { UserMistake } from './user-mistake.ts';

const help = `Imports a table of subscribers into a task.

  npm run import -- FILE --task TASK [options]

  FILE             an Excel workbook (.xlsx), of which the first sheet is read,
                   or CSV as spreadsheets and SQL tools save it: comma, semicolon
                   or tab; in any encoding. The first line names
                   the columns: tel is needed, Id and the order columns are
                   known, any other is carried along
  --task TASK      whose subscribers they are
  --map "A=B"      the file's column A is our column B, such as
                   --map "Phone Number=tel"; "A=" leaves A out. May be repeated
  --dry-run        write nothing, say what would happen
  --encoding NAME  how the file is encoded, such as windows-1252 or koi8-r; UTF-8,
                   UTF-16 and Windows-1251 are found without it
${whereaboutsHelp}

Bad rows are listed, the good ones are imported. To repeat an import is safe:
a line that was imported before changes nothing.
Exit code: 0 all good, 1 a row was refused, 2 the import could not be done.
`;

const options = {
  ...whereaboutsOptions,
  task: { type: 'string' },
  'dry-run': { type: 'boolean', default: false },
  encoding: { type: 'string' },
  map: { type: 'string', multiple: true },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

export async function importCommand(context: CommandContext): Promise<number> {
  const args = [...context.words];
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
  if (values.help) {
    context.stdout.write(help);
    return exitCodes.done;
  }
  const path = resolve(context.folder, onlyFile(positionals));
  await checkReadable(path);
  const tables = importPorts(await findAllTables(values));
  const ports = { ...tables, rowsOfNumber: numbersOfTable(tables.rowExport) };
  const task = await findTask(ports.directory, values.task);
  const mode: ImportRequest['mode'] = values['dry-run'] ? 'rehearse' : 'write';
  const watch = new ImportReport(context, mode);
  const wish = { chooseColumns: columnMap(values.map ?? []) };
  const read = await linesOf(context, { path, encoding: values.encoding, wish, watch });
  const request: ImportRequest = { task, mode, watch, signal: context.signal, read };
  try {
    return watch.finish(await importRows(ports, request));
  } catch (error) {
    watch.breakOff();
    throw error;
  }
}

function onlyFile(names: readonly string[]): string {
  const [name] = names;
  if (name === undefined) throw new UserMistake('Which file? See --help.');
  if (names.length > 1) throw new UserMistake(`One file at a time, got ${names.join(', ')}.`);
  return name;
}

interface FileToRead {
  path: string;
  /** As the command line names it. */
  encoding: string | undefined;
  wish: ReadingWish;
  watch: ImportReport;
}

/** What reads the file's lines, as often as it is asked. */
async function linesOf(
  context: CommandContext,
  { path, encoding, wish, watch }: FileToRead,
): Promise<() => AsyncGenerator<TableLine>> {
  const file = await openAsBlob(path);
  if ((await workbookKind(file)) !== undefined)
    return () => described(readWorkbook(file, wish), watch);
  const chosen = await chooseEncoding(context, path, encoding);
  const text = { ...wish, ...(chosen !== undefined && { encoding: chosen }) };
  return () => described(readTable(createReadStream(path), text), watch);
}

async function* described(opened: Promise<Table>, watch: ImportReport): AsyncGenerator<TableLine> {
  const table = await opened;
  yield* table.lines;
  watch.describe(table);
}
