import { contractColumns } from '../../domain/import/import-line.ts';
import type { Columns } from '../../domain/row/row.ts';
import type { RowExport } from '../../ports/rows/row-export.ts';

/**
 * A task's table as records of a file, the header first: Id and tel, the task's own columns, the
 * rest of the contract's. The table is read twice, because any row may have columns of its own.
 */
export async function* exportRows(
  { rowExport }: { rowExport: RowExport },
  task: string,
): AsyncGenerator<readonly string[]> {
  const names = fileColumns(await ownColumns(rowExport.rowsOf(task)));
  yield names;
  for await (const row of rowExport.rowsOf(task)) {
    // a column may be called as what every object has
    yield names.map((name) => (Object.hasOwn(row, name) ? cellOf(row[name]) : ''));
  }
}

async function ownColumns(rows: AsyncIterable<Columns>): Promise<string[]> {
  const names = new Set<string>();
  for await (const row of rows) for (const name of Object.keys(row)) names.add(name);
  const contract: readonly string[] = contractColumns;
  return [...names].filter(
    (name) => !contract.includes(name) && name !== 'task' && !name.startsWith('_'),
  );
}

function fileColumns(own: readonly string[]): string[] {
  const [Id, tel, ...rest] = contractColumns;
  return [Id, tel, ...own.toSorted(), ...rest];
}

function cellOf(value: unknown): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
