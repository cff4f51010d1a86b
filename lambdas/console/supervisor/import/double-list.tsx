import { DataTable } from '../../parts/data-table.tsx';
import { SaveMenu } from '../../parts/saving/save-menu.tsx';
import { numberText } from '../../words/dictionary.ts';
import { doubles } from './import-state.ts';
import { importWords } from './import-words.ts';

/** More are a matter for a spreadsheet. */
const mostShown = 200;

/** Customers who would be called twice: their numbers stand in several lines, or in the table. */
export function DoubleList() {
  const words = importWords();
  const shown = doubles.value.slice(0, mostShown);
  const note = words.refusedShown(numberText(shown.length), numberText(doubles.value.length));
  return (
    <section class="refusals">
      <header>
        <h3>{words.doubles}</h3>
        {doubles.value.length > shown.length && <span class="soft small">{note}</span>}
        <SaveMenu
          name={words.doubles}
          columns={[
            { label: words.number, value: ({ number }) => number },
            { label: words.inLines, value: ({ lines }) => lines.join(', ') },
            { label: words.inRows, value: ({ rows }) => rows.join(', ') },
          ]}
          items={doubles.value}
        />
      </header>
      <DataTable
        caption={words.doubles}
        items={shown}
        keyOf={({ number }) => number}
        columns={[
          {
            key: 'number',
            label: words.number,
            cell: (it) => <span class="nowrap numbers">{it.number}</span>,
          },
          { key: 'lines', label: words.inLines, cell: (it) => listed(it.lines) },
          { key: 'rows', label: words.inRows, cell: (it) => listed(it.rows) },
        ]}
      />
    </section>
  );
}

const mostListed = 5;

function listed(all: readonly number[]): string {
  if (all.length === 0) return '—';
  const beginning = all.slice(0, mostListed).join(', ');
  return all.length > mostListed ? `${beginning} …` : beginning;
}
