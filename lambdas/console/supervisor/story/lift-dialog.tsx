import { LiftNumberDialog } from '../do-not-call/number-dialogs.tsx';
import { seesAllTasks } from '../rights.ts';
import type { ChangeDialogProps } from './change-dialog.tsx';

/** Only a person takes back that a number may not be called, and says why. */
export function LiftDialog({ rows: [row], ...ends }: ChangeDialogProps) {
  if (row === undefined) return null;
  const { task, Id } = row;
  return (
    <LiftNumberDialog {...ends} whose={{ row: { task, Id } }} task={seesAllTasks() ? '' : task} />
  );
}
