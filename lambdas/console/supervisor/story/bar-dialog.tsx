import { SayNoDialog } from '../../desk/calls/acts/say-no.tsx';
import type { ChangeDialogProps } from './change-dialog.tsx';

/** The same as at the desk. */
export function BarDialog({ rows: [row], ...ends }: ChangeDialogProps) {
  if (row === undefined) return null;
  return <SayNoDialog {...ends} row={{ task: row.task, Id: row.Id }} />;
}
