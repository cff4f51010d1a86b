import { useState } from 'preact/hooks';
import type { RowView } from '../../../contract/rows.ts';
import { Button } from '../../parts/button.tsx';
import { mayChange } from '../rights.ts';
import { EditColumnsDialog } from './edit-columns-dialog.tsx';
import { ownColumns } from './own-columns.ts';
import { storyWords } from './story-words.ts';

export function RowColumns({ row }: { row: RowView }) {
  const words = storyWords();
  const [isOpen, setOpen] = useState(false);
  const shown = ownColumns(row);
  return (
    <section class="panel">
      <header>
        <h3>{words.columns}</h3>
        {mayChange() && (
          <Button size="small" icon="edit" onClick={() => setOpen(true)}>
            {words.edit}
          </Button>
        )}
      </header>
      {shown.length === 0 ? (
        <p class="panel-text soft">{words.noColumns}</p>
      ) : (
        <dl class="columns">
          {shown.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      {isOpen && <EditColumnsDialog row={row} onClose={() => setOpen(false)} />}
    </section>
  );
}
