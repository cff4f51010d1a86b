import type { RowKey } from '../../domain/row/row.ts';
import type { Ports } from '../../ports/ports.ts';
import type { Standing } from '../../ports/rows/followed-writes.ts';
import type { ExactKey } from '../../ports/rows/rows.ts';

/** One write of a row, and its place in the stream. */
export interface SequencedWrite {
  row: RowKey | ExactKey;
  sequence: string;
}

/**
 * Judges a write unless a later one of its row was followed. It is noted first: a record that comes
 * again after the row was changed must not judge a later, equal write by an earlier instant.
 *
 * @returns what `judge` does; false for a write that was overtaken
 */
export async function inSequence(
  { followedWrites }: Pick<Ports, 'followedWrites'>,
  { row, sequence }: SequencedWrite,
  judge: (standing: Exclude<Standing, 'overtaken'>) => Promise<boolean>,
): Promise<boolean> {
  const standing = await followedWrites.note(row, sequence);
  if (standing === 'overtaken') return false;
  try {
    return await judge(standing);
  } catch (error) {
    await followedWrites.forget(row, sequence);
    throw error;
  }
}
