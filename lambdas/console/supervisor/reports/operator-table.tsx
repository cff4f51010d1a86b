import type { Figures } from '../../../contract/board.ts';
import { type Column, DataTable, savedColumns } from '../../parts/data-table.tsx';
import { SaveMenu } from '../../parts/saving/save-menu.tsx';
import { numberText } from '../../words/dictionary.ts';
import { addressText } from '../../words/phone-text.ts';
import { span } from '../../words/times.ts';
import { operatorById } from '../directory.ts';
import { inGroups, sumOf } from './charts/outcome-groups.ts';
import { reportWords } from './report-words.ts';

type Line = Figures['operators'][number];

/** Who talked, for how long, and whose fault a late promise was. */
export function OperatorTable({ operators }: { operators: Figures['operators'] }) {
  const words = reportWords();
  const lines = [...operators].sort((a, b) => nameOf(a).localeCompare(nameOf(b)));
  const columns = columnsOf();
  return (
    <section class="panel wide">
      <header>
        <h3>{words.byOperator}</h3>
        <SaveMenu name={words.byOperator} columns={savedColumns(columns)} items={lines} />
      </header>
      <DataTable
        caption={words.byOperator}
        items={lines}
        keyOf={({ operator }) => operator}
        columns={columns}
      />
    </section>
  );
}

function nameOf({ operator }: Line): string {
  return operatorById(operator)?.name ?? addressText(operator);
}

function columnsOf(): Column<Line>[] {
  const words = reportWords();
  const count = (key: string, label: string, value: (line: Line) => number): Column<Line> => ({
    key,
    label,
    value,
    cell: (line) => numberText(value(line)),
  });
  const talks = ({ outcomes }: Line) => outcomes.reached ?? 0;
  return [
    { key: 'operator', label: words.who, cell: nameOf },
    count('attempts', words.attempts, ({ outcomes }) => sumOf(outcomes)),
    count('talks', words.talks, talks),
    count('missed', words.missed, ({ outcomes }) => inGroups(outcomes).operator),
    {
      key: 'time',
      label: words.talkTime,
      cell: ({ talkSeconds }) => span(talkSeconds * 1000),
      value: ({ talkSeconds }) => talkSeconds,
    },
    {
      key: 'per-talk',
      label: words.oneTalk,
      cell: (line) => (talks(line) === 0 ? '—' : span((line.talkSeconds / talks(line)) * 1000)),
      value: (line) => (talks(line) === 0 ? undefined : line.talkSeconds / talks(line)),
    },
    count('on-time', words.onTime, ({ onTime }) => onTime),
    count('late', words.lateThrough, ({ delays }) => delays.operators ?? 0),
  ];
}
