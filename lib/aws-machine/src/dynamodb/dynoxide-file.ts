import { existsSync, readFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';

/** Whether dynoxide has already laid out this file. */
export function hasStreamRecords(file: string): boolean {
  if (!existsSync(file)) return false;
  const database = new DatabaseSync(file, { timeout: 1_000 });
  const table = database
    .prepare("SELECT name FROM sqlite_master WHERE name = '_stream_records'")
    .get();
  database.close();
  return table !== undefined;
}

const howNumbersAreFound = 'MAX(CAST(sequence_number AS INTEGER))';

/**
 * dynoxide 1.2.1 numbers stream records by the highest number so far and looks for it without an
 * index: every write to a table with a stream would get slower with each record. Throws, with what
 * to do, for a program that looks for it otherwise: the index might be no use to it, or do harm.
 */
export function assertNumbersByHighest(program: string): void {
  if (!readFileSync(program).includes(howNumbersAreFound)) throw otherVersion(program);
}

/**
 * Puts the index into the file. Run this only while dynoxide does not have it open. Throws, with
 * what to do, where the records are laid out otherwise.
 */
export function indexStreamRecords(file: string): void {
  const database = new DatabaseSync(file, { timeout: 1_000 });
  try {
    database.exec(
      `CREATE INDEX IF NOT EXISTS local_stream_seq
       ON _stream_records(table_name, CAST(sequence_number AS INTEGER))`,
    );
    database.prepare(trimRecords);
  } catch (cause) {
    throw isBusy(cause) ? cause : otherVersion(file, cause);
  } finally {
    database.close();
  }
}

function otherVersion(found: string, cause?: unknown): Error {
  return new Error(
    `dynoxide cannot be mended as 1.2.1 can: ${found} keeps stream records otherwise. Install ` +
      '@dynoxide/linux-x64 1.2.1 (npm ci), fit lib/aws-machine/src/dynamodb/dynoxide-file.ts to the ' +
      'new version, or start DynamoDB Local and set DYNAMODB_ENDPOINT to its address.',
    { cause },
  );
}

/** Few enough for the write lock to be gone before dynoxide notices it. */
export const recordsPerTrim = 500;

const trimRecords = `DELETE FROM _stream_records WHERE id IN (
  SELECT id FROM _stream_records
  WHERE table_name = :table
    AND CAST(sequence_number AS INTEGER) <= CAST(:lastSettled AS INTEGER)
    AND CAST(sequence_number AS INTEGER) < (
      SELECT MAX(CAST(sequence_number AS INTEGER)) FROM _stream_records WHERE table_name = :table)
  ORDER BY CAST(sequence_number AS INTEGER) LIMIT ${recordsPerTrim})`;

/** Removes stream records that nobody needs any more, through a second connection to dynoxide's file. */
export class StreamTrimmer {
  readonly #database: DatabaseSync;

  constructor(file: string) {
    this.#database = new DatabaseSync(file, { timeout: 20 });
  }

  /**
   * Removes records of `table` up to `lastSettled`, oldest first. The newest record always stays:
   * dynoxide counts on from it. Answers how many went; fewer than possible where the file is busy.
   */
  trim(table: string, lastSettled: string): number {
    const statement = this.#database.prepare(trimRecords);
    try {
      return Number(statement.run({ table, lastSettled }).changes);
    } catch (error) {
      if (isBusy(error)) return 0;
      throw error;
    }
  }

  close(): void {
    this.#database.close();
  }
}

const sqliteBusy = 5;

function isBusy(error: unknown): boolean {
  return (error as { errcode?: number }).errcode === sqliteBusy;
}
