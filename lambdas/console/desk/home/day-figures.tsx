import { now } from '../../browser/clock.ts';
import { numberText } from '../../words/dictionary.ts';
import { runningTime } from '../../words/times.ts';
import { promises, today } from '../callbacks/promises.ts';
import { talkMilliseconds } from '../calls/history-list.tsx';
import { deskWords } from '../desk-words.ts';

/** The operator's day in four numbers. */
export function DayFigures() {
  const words = deskWords();
  const attempts = today.value.value?.attempts ?? [];
  const talk = attempts.reduce((sum, attempt) => sum + (talkMilliseconds(attempt) ?? 0), 0);
  const rows = promises.value.value?.rows ?? [];
  const late = rows.filter(
    ({ promisedFor }) => promisedFor && Date.parse(promisedFor) < now.value,
  ).length;
  const figures = [
    { name: words.figures.calls, value: numberText(attempts.length) },
    { name: words.figures.talked, value: numberText(countOf(attempts, 'reached')) },
    { name: words.figures.talk, value: runningTime(talk) },
    { name: words.figures.late, value: numberText(late), isBad: late > 0 },
  ];
  return (
    <dl class="figures">
      {figures.map(({ name, value, isBad }) => (
        <div key={name} class="panel figure" data-bad={isBad ? '' : undefined}>
          <dt>{name}</dt>
          <dd class="numbers">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function countOf(attempts: readonly { outcome?: string | undefined }[], outcome: string): number {
  return attempts.filter((attempt) => attempt.outcome === outcome).length;
}
