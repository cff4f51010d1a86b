import { counted, numberText } from '../../words/dictionary.ts';
import { addressOf } from '../place.ts';
import { overdue, today } from './board-state.ts';
import { boardWords } from './board-words.ts';

/** Today's, at a glance; each leads to what it counts. */
export function KeyFigures() {
  const words = boardWords();
  const list = overdue.value.value;
  const waiting = list?.rows.filter((row) => row.waitingSince !== undefined);
  const more = list?.cursor === undefined ? '' : '+';
  return (
    <section class="key-figures" aria-label={words.today}>
      <Kept />
      <Tile
        name={words.overdue}
        value={list && numberText(list.rows.length) + more}
        note={words.overdueNote}
        href={addressOf('promises', [], { which: 'overdue' })}
        tone={list && list.rows.length > 0 ? 'bad' : undefined}
      />
      <Tile
        name={words.waiting}
        value={waiting && numberText(waiting.length) + more}
        note={words.waitingNote}
        href={addressOf('promises', [], { which: 'overdue' })}
        tone={waiting && waiting.length > 0 ? 'wait' : undefined}
      />
      <Talks />
    </section>
  );
}

function Kept() {
  const words = boardWords();
  const totals = today.value.value?.totals;
  const all = totals && totals.onTime + totals.late;
  const share = totals && all ? totals.onTime / all : undefined;
  const percent = { style: 'percent', maximumFractionDigits: 1 } as const;
  return (
    <Tile
      name={words.kept}
      value={
        totals && (share === undefined ? '—' : numberText(Math.floor(share * 1000) / 1000, percent))
      }
      note={all ? words.keptNote(numberText(totals.onTime), numberText(all)) : words.nothingYet}
      href={addressOf('reports')}
      tone={share !== undefined && share >= 0.95 ? 'good' : undefined}
    />
  );
}

function Talks() {
  const words = boardWords();
  const outcomes = today.value.value?.totals.outcomes;
  const attempts = Object.values(outcomes ?? {}).reduce((sum, it) => sum + it, 0);
  return (
    <Tile
      name={words.reached}
      value={outcomes && numberText(outcomes.reached ?? 0)}
      note={words.reachedNote(counted(attempts, words.attemptForms))}
      href={addressOf('reports')}
    />
  );
}

interface TileProps {
  name: string;
  /** Undefined while it is not known. */
  value: string | undefined;
  note: string;
  href: string;
  tone?: 'good' | 'bad' | 'wait' | undefined;
}

function Tile({ name, value, note, href, tone }: TileProps) {
  return (
    <a class="tile" href={href} data-tone={tone}>
      <span class="tile-name">{name}</span>
      <strong class="numbers">{value ?? '…'}</strong>
      <span class="soft small">{note}</span>
    </a>
  );
}
