import type { Columns } from '../../domain/row/row.ts';

/**
 * Takes rows in from lines of a file. A line that was taken in before, as its hash says, changes
 * nothing, whatever became of its row since; so every method may be repeated.
 */
export interface RowImport {
  /**
   * Writes the line's row. With an Id: creates the row or sets its columns, but never while it is
   * in service. Without: creates one under the next free Id, above all that are taken.
   */
  write(line: IncomingLine): Promise<LineResult>;

  /** What `write` would answer; writes nothing. */
  rehearse(line: IncomingLine): Promise<LineResult>;

  /** Rows without an Id get one above this from now on. Never lowers it. */
  raiseIds(task: string, highest: number): Promise<void>;
}

export interface IncomingLine {
  task: string;
  Id: number | undefined;
  columns: Columns;
  /** Columns that a row which is there loses. */
  emptied: readonly string[];
  /** Stands for the line's content. */
  hash: string;
  /** Which repetition of this content in its file the line is, from 1. */
  occurrence: number;
}

/** `{ unstorable }`: the table will never take the line, and says why. */
export type LineResult = 'imported' | 'unchanged' | 'in-service' | { unstorable: string };

/** SHA-256 of the text in UTF-8. */
export type Digest = (text: string) => Buffer;
