import type { RowView } from '../../../contract/rows.ts';
import { customerName } from '../../words/customer-name.ts';
import { MomentIn } from './move-preview.tsx';
import { promiseWords } from './promise-words.ts';

/** More would be more than anybody reads. */
const mostPreviewed = 5;

/** To when the first rows are moved, each by its customer's clock. */
export function LaterPreview({ rows, minutes }: { rows: readonly RowView[]; minutes: number }) {
  const words = promiseWords();
  const previewed = rows.slice(0, mostPreviewed);
  const more = rows.length - previewed.length;
  return (
    <section class="move-preview" aria-live="polite" aria-label={words.preview}>
      <h3 class="small soft">{words.preview}</h3>
      <ul>
        {previewed.map((row) => (
          <li key={`${row.task}/${row.Id}`}>
            <strong>{customerName(row)}</strong>
            <Later row={row} minutes={minutes} />
          </li>
        ))}
        {more > 0 && <li class="soft">{words.previewMore(String(more))}</li>}
      </ul>
    </section>
  );
}

function Later({ row, minutes }: { row: RowView; minutes: number }) {
  const { promisedFor, clock } = row;
  if (promisedFor === undefined) return <span class="soft">{promiseWords().noDue}</span>;
  const at = new Date(Date.parse(promisedFor) + minutes * 60_000).toISOString();
  return <MomentIn instant={at} clock={clock} />;
}
