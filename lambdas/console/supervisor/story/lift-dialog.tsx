import { ChangeDialog, type ChangeDialogProps } from './change-dialog.tsx';
import { storyWords } from './story-words.ts';

/** Only a person takes back that a number may not be called. */
export function LiftDialog({ rows, ...rest }: ChangeDialogProps) {
  const words = storyWords();
  const [row] = rows;
  if (row === undefined) return null;
  return (
    <ChangeDialog
      {...rest}
      row={row}
      title={words.liftTitle}
      submit={words.lift}
      doneText={words.lifted}
      columns={{ status: null }}
    >
      <p>{words.liftText}</p>
    </ChangeDialog>
  );
}
