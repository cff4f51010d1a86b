import type { FigureSums, Figures } from '../../../contract/board.ts';
import { counted, numberText } from '../../words/dictionary.ts';
import { span } from '../../words/times.ts';
import { sumOf } from './charts/outcome-groups.ts';
import { shareText } from './charts/share-text.ts';
import { millisecondsText } from './milliseconds-text.ts';
import { reportWords } from './report-words.ts';

export function ReportTiles({ figures: { totals, lateness, before } }: { figures: Figures }) {
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
      <Tile
        name={words.talks}
        value={numberText(talks)}
        note={words.ofAttempts(attempts)}
        before={before && numberText(before.outcomes.reached ?? 0)}
      />
      <Tile
        name={words.talkTime}
        value={span(talkMilliseconds)}
        note={talks > 0 ? words.perTalk(span(talkMilliseconds / talks)) : ''}
        before={before && span(before.talkSeconds * 1000)}
      />
      <Tile
        name={words.onTime}
        value={promised > 0 ? shareText(totals.onTime / promised) : '—'}
        note={[words.onTimeNote(numberText(totals.onTime), numberText(promised)), ...delays].join(
          ' · ',
        )}
        before={before && keptShare(before)}
      />
      <Tile
        name={words.late}
        value={lateness.customer ? millisecondsText(lateness.customer.p50) : '—'}
        note={words.lateNote}
      />
    </section>
  );
}

function keptShare({ onTime, late }: FigureSums): string | undefined {
  return onTime + late === 0 ? undefined : shareText(onTime / (onTime + late));
}

interface TileProps {
  name: string;
  value: string;
  note: string;
  /** The same of as many days before. */
  before?: string | undefined;
}

function Tile({ name, value, note, before }: TileProps) {
  return (
    <div class="tile">
      <span class="tile-name">{name}</span>
      <strong class="numbers">{value}</strong>
      <span class="soft small">{note}</span>
      {before !== undefined && (
        <span class="soft small numbers">{reportWords().before(before)}</span>
      )}
    </div>
  );
}
