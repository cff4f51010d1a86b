import type { Figures } from '../../../contract/board.ts';
import { SaveMenu } from '../../parts/saving/save-menu.tsx';
import { outcomeName } from '../../words/call-words.ts';
import { numberText } from '../../words/dictionary.ts';
import { entriesOf, groupOf, sumOf } from './charts/outcome-groups.ts';
import { reportWords } from './report-words.ts';

/** Every outcome with its share, the most frequent first. */
export function OutcomeDetails({ outcomes }: { outcomes: Figures['totals']['outcomes'] }) {
  const words = reportWords();
  const sorted = entriesOf(outcomes).sort(([, a], [, b]) => b - a);
  return (
    <section class="panel">
      <header>
        <h3>{words.details}</h3>
        <SaveMenu
          name={words.details}
          columns={[
            { label: words.outcome, value: ([outcome]) => outcomeName(outcome) },
            { label: words.count, value: ([, count]) => count },
          ]}
          items={sorted}
        />
      </header>
      <table class="shares">
        <caption class="unseen">{words.details}</caption>
        <thead class="unseen">
          <tr>
            <th scope="col">{words.outcome}</th>
            <th scope="col">{words.count}</th>
            <th scope="col">{words.share}</th>
          </tr>
        </thead>
        <tbody>
          {sorted.map((entry) => (
            <OutcomeShare key={entry[0]} entry={entry} all={sumOf(outcomes)} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface OutcomeShareProps {
  entry: ReturnType<typeof entriesOf>[number];
  /** Calls in all. */
  all: number;
}

function OutcomeShare({ entry: [outcome, count], all }: OutcomeShareProps) {
  return (
    <tr>
      <th scope="row">{outcomeName(outcome)}</th>
      <td class="numbers">{numberText(count)}</td>
      <td>
        <span class="share" data-part={groupOf(outcome)}>
          <span style={{ width: `${(count / all) * 100}%` }} />
        </span>
        <span class="soft small numbers">
          {numberText(count / all, { style: 'percent', maximumFractionDigits: 0 })}
        </span>
      </td>
    </tr>
  );
}
