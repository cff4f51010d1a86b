import type { WellFormedLine } from '../../../domain/import/import-line.ts';
import { encodingText } from '../../../table-files/encoding.ts';
import { tableWarningText } from '../../../table-files/table-problem.ts';
import { Notice } from '../../parts/notice.tsx';
import { numberText } from '../../words/dictionary.ts';
import { language } from '../../words/language.ts';
import { look } from './import-state.ts';
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
        {found.warnings.map((warning) => (
          <Notice key={JSON.stringify(warning)} tone="wait">
            {tableWarningText(warning, language.value)}
          </Notice>
        ))}
      </div>
      {found.total === 0 ? (
        <p class="panel-text soft">{words.noLines}</p>
      ) : (
        <FirstLines columns={found.columns} lines={found.firstLines} />
      )}
    </section>
  );
}

function FoundFacts({ found }: { found: FileLook }) {
  const words = importWords();
  const facts: [string, string][] = [
    [words.encoding, encodingText(found.encoding)],
    [words.delimiter, words.delimiters[found.delimiter]],
    [words.lines, numberText(found.total)],
    [words.columns, numberText(found.columns.length)],
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

interface FirstLinesProps {
  columns: readonly string[];
  lines: readonly WellFormedLine[];
}

function FirstLines({ columns, lines }: FirstLinesProps) {
  const words = importWords();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys
    <section class="sheet" tabIndex={0} aria-label={words.firstLines}>
      <table>
        <caption class="unseen">{words.firstLines}</caption>
        <thead>
          <tr>
            <th scope="col">{words.line}</th>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(({ line, cells }) => (
            <tr key={line}>
              <th scope="row">{line}</th>
              {columns.map((column) => (
                <td key={column}>{cells[column]}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
