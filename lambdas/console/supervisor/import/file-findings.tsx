import { contractColumns } from '../../../domain/import/import-line.ts';
import { encodingText } from '../../../table-files/encoding.ts';
import type { Column, ColumnMap } from '../../../table-files/header.ts';
import { tableWarningText } from '../../../table-files/table-problem.ts';
import { Notice } from '../../parts/notice.tsx';
import { numberText } from '../../words/dictionary.ts';
import { language } from '../../words/language.ts';
import { file, look, stage, takeFile } from './import-state.ts';
import { importWords } from './import-words.ts';
import type { FileLook } from './look-through.ts';

/** How the file was understood: a wrong guess must be seen before anything is written. */
export function FileFindings() {
  const words = importWords();
  const found = look.value;
  if (found === undefined) return null;
  return (
    <section class="panel">
      <header>
        <h3>{words.found}</h3>
      </header>
      <div class="findings">
        <FoundFacts found={found} />
        {found.mapping.size > 0 && <Notice>{words.taken}</Notice>}
        {found.warnings.map((warning) => (
          <Notice key={JSON.stringify(warning)} tone="wait">
            {tableWarningText(warning, language.value)}
          </Notice>
        ))}
      </div>
      {found.total === 0 ? (
        <p class="panel-text soft">{words.noLines}</p>
      ) : (
        <FirstLines found={found} />
      )}
    </section>
  );
}

function FoundFacts({ found }: { found: FileLook }) {
  const words = importWords();
  const { encoding, delimiter } = found;
  const kept = found.columns.filter((it) => it.keep);
  const facts: [string, string][] = [
    ...(encoding ? [[words.encoding, encodingText(encoding)] as [string, string]] : []),
    delimiter ? [words.delimiter, words.delimiters[delimiter]] : [words.format, words.workbook],
    [words.lines, numberText(found.total)],
    [words.columns, numberText(kept.length)],
  ];
  return (
    <dl class="facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function FirstLines({ found }: { found: FileLook }) {
  const words = importWords();
  const columns = found.columns.filter(({ source }) => source !== '');
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys
    <section class="sheet" tabIndex={0} aria-label={words.firstLines}>
      <table>
        <caption class="unseen">{words.firstLines}</caption>
        <thead>
          <tr>
            <th scope="col">{words.line}</th>
            {columns.map((column) => (
              <th key={column.source} scope="col">
                <ColumnChoice column={column} mapping={found.mapping} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {found.firstLines.map(({ line, cells }) => (
            <tr key={line}>
              <th scope="row">{line}</th>
              {columns.map(({ source, name, keep }) => (
                <td key={source}>{keep ? cells[name] : ''}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** What a column of the file is taken for. */
function ColumnChoice({ column, mapping }: { column: Column; mapping: ColumnMap }) {
  const words = importWords();
  const { source } = column;
  const isOurs = (contractColumns as readonly string[]).includes(source);
  const options = [
    ...(isOurs ? [] : [{ value: source, label: words.asNamed(source) }]),
    ...contractColumns.map((name) => ({ value: name as string, label: name as string })),
    { value: '', label: words.leftOut },
  ];
  const choose = (name: string) => {
    const next = new Map(mapping).set(source, name);
    if (name === source) next.delete(source);
    const encoding = look.value?.encoding;
    if (file.value) void takeFile(file.value, { mapping: next, ...(encoding && { encoding }) });
  };
  return (
    <>
      {column.name !== source && <span class="soft small">{source}</span>}
      <select
        aria-label={words.columnIs(source)}
        value={column.keep ? column.name : ''}
        disabled={stage.value.kind === 'running'}
        onChange={(event) => choose(event.currentTarget.value)}
      >
        {options.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </>
  );
}
