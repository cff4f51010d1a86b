import type { RowView } from '../../../contract/rows.ts';

/** A dialog about one row, which may change it. */
export interface RowDialogProps {
  row: RowView;
  onClose: () => void;
  /** The row was changed. */
  onDone: () => void;
}
