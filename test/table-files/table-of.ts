import type { TableLine } from '../../lambdas/domain/import/import-line.ts';
import { readTable, type Table } from '../../lambdas/table-files/read-table.ts';
import { gather } from '../support/gather.ts';

/** The bytes as a file would give them, so many at a time. */
export async function* inChunks(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

export async function tableOf(content: string | Uint8Array): Promise<Table> {
  return readTable(inChunks(Buffer.from(content), 64 * 1024));
}

export async function linesOf(content: string | Uint8Array): Promise<TableLine[]> {
  return gather((await tableOf(content)).lines);
}
