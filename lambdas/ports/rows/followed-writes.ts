import type { RowKey } from '../../domain/row/row.ts';
import type { ExactKey } from './rows.ts';

/**
 * Where a write stands among those of its row that were followed:
 *
 *   first       later than all of them
 *   again       the last of them: it was followed, or its function died on the way
 *   overtaken   a later one was followed
 */
export type Standing = 'first' | 'again' | 'overtaken';

/**
 * Which write of a row was followed last. Values cannot tell: two equal writes are two writes, and
 * outside writers may drop every column of ours from the row.
 */
export interface FollowedWrites {
  /**
   * Notes that the write is about to be followed.
   *
   * @param sequence its place in the stream: a number as text, which rises from write to write of a row
   */
  note(row: RowKey | ExactKey, sequence: string): Promise<Standing>;

  /** The write could not be followed; it is the first when it comes again, unless a later one was noted. */
  forget(row: RowKey | ExactKey, sequence: string): Promise<void>;
}
