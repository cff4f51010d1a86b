import { writeTable } from '../../../table-files/write-table.ts';
import { type CellContent, writeWorkbook } from '../../../table-files/write-workbook.ts';
import { saveFile } from '../../browser/save-file.ts';
import { numberText } from '../../words/dictionary.ts';
import type { SavedColumn, SavedTable, TableKind } from './saved-table.ts';

/** Loaded when something is saved: a page that is looked at does not carry it. */
export async function saveTable<Item>(
  { name, columns: given, items }: SavedTable<Item>,
  kind: TableKind,
): Promise<void> {
  const all = typeof items === 'function' ? await items() : items;
  const columns = typeof given === 'function' ? given(all) : given;
  const records = [
    columns.map(({ label }) => label),
    ...all.map((item) => columns.map(({ value }: SavedColumn<Item>) => value(item))),
  ];
  const content =
    kind === 'xlsx' ? await writeWorkbook(records, sheetName(name)) : await csv(records);
  saveFile(content, `${name}.${kind}`);
}

/** Excel takes 31 characters, and none of these. */
function sheetName(name: string): string {
  return name.replace(/[\\/*?:[\]]/g, ' ').slice(0, 31);
}

/** Where a comma stands in numbers, spreadsheets part cells by semicolons. */
async function csv(records: readonly (readonly CellContent[])[]): Promise<Blob> {
  const parts: string[] = [];
  const delimiter = numberText(1.5).includes(',') ? 'semicolon' : 'comma';
  for await (const part of writeTable(textsOf(records), delimiter)) parts.push(part);
  return new Blob(parts, { type: 'text/csv;charset=utf-8' });
}

async function* textsOf(records: readonly (readonly CellContent[])[]): AsyncGenerator<string[]> {
  for (const record of records) yield record.map(textOf);
}

function textOf(value: CellContent): string {
  return value instanceof Date ? onClock(value) : String(value ?? '');
}

/** 2026-11-23 10:30:05, as the reader's clock showed it. */
function onClock(at: Date): string {
  const local = new Date(at.getTime() - at.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 19).replace('T', ' ');
}
