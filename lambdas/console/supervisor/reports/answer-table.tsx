import type { Figures } from '../../../contract/board.ts';
import type { Field } from '../../../domain/script/script.ts';
import { textIn } from '../../../domain/script/script-text.ts';
import { type Column, DataTable, savedColumns } from '../../parts/data-table.tsx';
import { SaveMenu } from '../../parts/saving/save-menu.tsx';
import { numberText } from '../../words/dictionary.ts';
import { language } from '../../words/language.ts';
import { scripts } from '../directory.ts';
import { shareText } from './charts/share-text.ts';
import { reportWords } from './report-words.ts';

type Counted = Figures['answers'][number];

interface Line extends Counted {
  script: string;
  question: string;
  answer: string;
  share: number;
}

/** What customers said: each answer that scripts let choose, and its share of its question's. */
export function AnswerTable({ answers }: { answers: Figures['answers'] }) {
  const words = reportWords();
  const lines = linesOf(answers);
  if (lines.length === 0) return null;
  const columns: Column<Line>[] = [
    { key: 'question', label: words.question, cell: ({ question }) => question },
    { key: 'answer', label: words.answer, cell: ({ answer }) => answer },
    {
      key: 'count',
      label: words.count,
      cell: ({ count }) => numberText(count),
      value: ({ count }) => count,
    },
    { key: 'share', label: words.share, cell: ({ share }) => shareText(share) },
    { key: 'script', label: words.script, cell: ({ script }) => script },
  ];
  return (
    <section class="panel">
      <header>
        <h3>{words.answers}</h3>
        <SaveMenu name={words.answers} columns={savedColumns(columns)} items={lines} />
      </header>
      <DataTable
        caption={words.answers}
        items={lines}
        keyOf={({ script, field, value }) => `${script} ${field} ${value}`}
        columns={columns}
      />
    </section>
  );
}

/** By question, the most frequent answer first. */
function linesOf(answers: readonly Counted[]): Line[] {
  const groups = Map.groupBy(answers, ({ script, field }) => `${script} ${field}`);
  return [...groups.values()].flatMap((group) => {
    const all = group.reduce((sum, it) => sum + it.count, 0);
    const sorted = [...group].sort((a, b) => b.count - a.count);
    return sorted.map((it) => ({ ...it, ...wordsOf(it), share: it.count / all }));
  });
}

/** As the newest version of the script calls it; what it has no more is called by its id. */
function wordsOf(counted: Counted): Pick<Line, 'script' | 'question' | 'answer'> {
  const script = scripts.value.value?.find(({ id }) => id === counted.script);
  const fields = script?.steps.flatMap((step) => step.fields) ?? [];
  const field = fields.find(({ id }) => id === counted.field);
  return {
    script: script === undefined ? counted.script : textIn(script.title, language.value),
    question: field === undefined ? counted.field : textIn(field.label, language.value),
    answer: answerWords(field, counted.value),
  };
}

function answerWords(field: Field | undefined, value: string): string {
  const words = reportWords();
  if (value === 'true' || value === 'false') return value === 'true' ? words.yes : words.no;
  const choices = field?.type === 'choice' ? field.choices : [];
  const chosen = choices.find((it) => it.value === value);
  return chosen === undefined ? value : textIn(chosen.label, language.value);
}
