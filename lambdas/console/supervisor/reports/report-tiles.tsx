import type { Figures } from '../../../contract/board.ts';
import { counted, numberText } from '../../words/dictionary.ts';
import { span } from '../../words/times.ts';
import { millisecondsText } from './milliseconds-text.ts';
import { sumOf } from './outcome-groups.ts';
import { reportWords } from './report-words.ts';

export function ReportTiles({ figures: { totals, lateness } }: { figures: Figures }) {
  const words = reportWords();
  const talks = totals.outcomes.reached ?? 0;
  const promised = totals.onTime + totals.late;
  const attempts = counted(sumOf(totals.outcomes), words.attemptForms);
  const delays = Object.entries(words.delays).flatMap(([by, name]) => {
    const count = totals.delays[by as keyof typeof words.delays];
    return count ? [`${numberText(count)} ${name}`] : [];
  });
  const talkMilliseconds = totals.talkSeconds * 1000;
  return (
    <section class="key-figures" aria-label={words.title}>
      <Tile name={words.talks} value={numberText(talks)} note={words.ofAttempts(attempts)} />
      <Tile
        name={words.talkTime}
        value={span(talkMilliseconds)}
        note={talks > 0 ? words.perTalk(span(talkMilliseconds / talks)) : ''}
      />
      <Tile
        name={words.onTime}
        value={promised > 0 ? shareText(totals.onTime / promised) : '—'}
        note={[words.onTimeNote(numberText(totals.onTime), numberText(promised)), ...delays].join(
          ' · ',
        )}
      />
      <Tile
        name={words.late}
        value={lateness.customer ? millisecondsText(lateness.customer.p50) : '—'}
        note={words.lateNote}
      />
    </section>
  );
}

/** Rounded down: 100 % means all. */
function shareText(share: number): string {
  return numberText(Math.floor(share * 1000) / 1000, {
    style: 'percent',
    maximumFractionDigits: 1,
  });
}

function Tile({ name, value, note }: { name: string; value: string; note: string }) {
  return (
    <div class="tile">
      <span class="tile-name">{name}</span>
      <strong class="numbers">{value}</strong>
      <span class="soft small">{note}</span>
    </div>
  );
}
