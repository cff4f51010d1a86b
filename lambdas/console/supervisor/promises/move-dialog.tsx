import { counted } from '../../words/dictionary.ts';
import { BulkDialog, type BulkDialogProps } from './bulk-dialog.tsx';
import { columnsOfWish, MomentChoice, useMomentWish } from './moment-choice.tsx';
import { MovePreview } from './move-preview.tsx';
import { promiseWords } from './promise-words.ts';

/** Moves promised calls: by minutes from now, or to a moment on each customer's clock. */
export function MoveDialog(props: BulkDialogProps) {
  const words = promiseWords();
  const { rows } = props;
  const [wish, setWish] = useMomentWish(rows[0]?.zone);
  const how = columnsOfWish(wish);
  return (
    <BulkDialog
      {...props}
      title={words.moveTitle(counted(rows.length, words.callForms))}
      submit={words.doMove}
      path="/promises/move"
      how={how}
      doneText={words.moved}
    >
      <MomentChoice wish={wish} onChange={setWish} />
      {how && (
        <MovePreview
          rows={rows}
          how={how}
          take={(moment) => setWish({ ...wish, way: 'moment', ...moment })}
        />
      )}
    </BulkDialog>
  );
}
