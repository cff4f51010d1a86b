import type { Columns } from '../../../domain/row/row.ts';
import { onCallWords } from './on-call-words.ts';

/** The contract's own columns, which say how the call is ordered rather than who the customer is. */
const orderColumns = [
  'operator_number',
  'time_zone',
  'callaftermin',
  'date_callback',
  'time_callback',
  'date_call',
  'status',
];
const shownElsewhere = ['task', 'tel', 'Id'];

/** All columns of a row, the task's own first. */
export function ColumnList({ columns }: { columns: Columns }) {
  const words = onCallWords();
  const entries = Object.entries(columns)
    .filter(([name]) => !name.startsWith('_') && !shownElsewhere.includes(name))
    .map(([name, value]) => ({ name, text: textOf(value) }))
    .filter(({ text }) => text !== '')
    .sort((one, other) => one.name.localeCompare(other.name));
  const own = entries.filter(({ name }) => !orderColumns.includes(name));
  const others = entries.filter(({ name }) => orderColumns.includes(name));
  return (
    <section class="panel columns" aria-label={words.columns}>
      <header>
        <h2>{words.columns}</h2>
        <span class="soft small numbers">№ {String(columns.Id ?? '')}</span>
      </header>
      <Entries entries={own} />
      {others.length > 0 && (
        <details>
          <summary>{words.moreColumns}</summary>
          <Entries entries={others} />
        </details>
      )}
    </section>
  );
}

function Entries({ entries }: { entries: { name: string; text: string }[] }) {
  return (
    <dl>
      {entries.map(({ name, text }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
