import type { Refusal } from '../../../domain/import/import-line.ts';
import { lineProblemText } from '../../../domain/import/import-problem.ts';
import { saveFile } from '../../browser/save-file.ts';
import { Button } from '../../parts/button.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { numberText } from '../../words/dictionary.ts';
import { language } from '../../words/language.ts';
import { file, look, refusals } from './import-state.ts';
import { importWords } from './import-words.ts';
import { refusalsCsv } from './refusals-csv.ts';

/** More are a matter for a spreadsheet. */
const mostShown = 200;

export function RefusalList() {
  const words = importWords();
  const all = [...refusals.value].sort((a, b) => a.line - b.line);
  const shown = all.slice(0, mostShown);
  const note = words.refusedShown(numberText(shown.length), numberText(all.length));
  return (
    <section class="refusals">
      <header>
        <h3>{words.refused}</h3>
        {all.length > shown.length && <span class="soft small">{note}</span>}
        <Button size="small" icon="download" onClick={() => void download()}>
          {words.download}
        </Button>
      </header>
      <DataTable
        caption={words.refused}
        items={shown}
        keyOf={({ line }) => String(line)}
        columns={[
          { key: 'line', label: words.line, cell: (it) => <span class="numbers">{it.line}</span> },
          {
            key: 'column',
            label: words.column,
            cell: (it) => <span class="nowrap">{it.column ?? '—'}</span>,
          },
          { key: 'value', label: words.value, cell: (it) => <Value of={it} /> },
          {
            key: 'reason',
            label: words.reason,
            cell: (it) => lineProblemText(it.problem, language.value),
          },
        ]}
      />
    </section>
  );
}

/** A cell may be a whole letter. */
const mostLetters = 80;

function Value({ of: { value = '' } }: { of: Refusal }) {
  if (value === '') return <>—</>;
  const text = value.length > mostLetters ? `${value.slice(0, mostLetters)}…` : value;
  return <code title={value}>{text}</code>;
}

async function download(): Promise<void> {
  const words = importWords();
  const columns = look.value?.columns ?? [];
  const name = `${file.value?.name.replace(/\.\w+$/, '') ?? ''} ${words.downloadName}`.trim();
  saveFile(await refusalsCsv(refusals.value, columns, language.value), name);
}
