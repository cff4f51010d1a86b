import type { Columns } from '../../../domain/row/row.ts';
import { onCallWords } from './on-call-words.ts';
import { cardOrder, type Entry } from './state/card-order.ts';

export interface ColumnListProps {
  columns: Columns;
  /** The task's choice, in its order; undefined: all of its own. */
  chosen: readonly string[] | undefined;
}

/** The columns of a row that the task chose, or all of its own; the others are folded away. */
export function ColumnList({ columns, chosen }: ColumnListProps) {
  const words = onCallWords();
  const { shown, folded } = cardOrder(columns, chosen);
  return (
    <section class="panel columns" aria-label={words.columns}>
      <header>
        <h2>{words.columns}</h2>
        <span class="soft small numbers">№ {String(columns.Id ?? '')}</span>
      </header>
      <Entries entries={shown} />
      {folded.length > 0 && (
        <details>
          <summary>{words.moreColumns}</summary>
          <Entries entries={folded} />
        </details>
      )}
    </section>
  );
}

function Entries({ entries }: { entries: readonly Entry[] }) {
  return (
    <dl>
      {entries.map(({ name, text }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <bdi>{text}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  );
}
