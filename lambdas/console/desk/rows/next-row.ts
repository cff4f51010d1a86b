import type { RowKey } from '../../../contract/instant.ts';
import { ask } from '../../shell/api/ask.ts';

export type TakenRow =
  | { kind: 'row'; row: RowKey }
  /** Everybody was called. */
  | { kind: 'none' }
  | { kind: 'refused'; sentence: string };

/** The next row of a task that was never called, reserved for who asks. */
export async function takeNextRow(task: string): Promise<TakenRow> {
  const answer = await ask('POST', `/tasks/${task}/next`, {});
  if (answer.kind !== 'done') return { kind: 'refused', sentence: answer.sentence };
  if (answer.value === undefined) return { kind: 'none' };
  const { task: of, Id } = answer.value.row;
  return { kind: 'row', row: { task: of, Id } };
}
