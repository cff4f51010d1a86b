import { type ReadingWish, readTable, type Table } from '../../../table-files/read-table.ts';
import { workbookKind } from '../../../table-files/workbook-kind.ts';

export interface OpenWish extends ReadingWish {
  /** How many bytes were read, now and then. */
  moved?: (bytes: number) => void;
}

/** Opens a text or a workbook as a table; what reads workbooks is loaded with the first of them. */
export async function openFile(file: Blob, { moved, ...wish }: OpenWish): Promise<Table> {
  if ((await workbookKind(file)) === undefined) return readTable(bytesOf(file, moved), wish);
  const { readWorkbook } = await import('../../../table-files/read-workbook.ts');
  return readWorkbook(file, wish);
}

const chunkBytes = 256 * 1024;

/** The file's bytes, piece by piece; a browser keeps none that are through. */
async function* bytesOf(
  file: Blob,
  moved: (bytes: number) => void = () => {},
): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < file.size; at += chunkBytes) {
    moved(at);
    yield new Uint8Array(await file.slice(at, at + chunkBytes).arrayBuffer());
  }
}
