import type { DoNotCallEntry } from '../../../contract/do-not-call.ts';
import { now } from '../../browser/clock.ts';
import { doNotCallWords } from '../../words/do-not-call-words.ts';
import { moment, ownZone } from '../../words/times.ts';
import { operatorName, taskTitle } from '../directory.ts';

/** One thing that was said, in a line. */
export function entryText(entry: DoNotCallEntry): string {
  const words = doNotCallWords();
  const task = entry.task ? taskTitle(entry.task) : words.forAll;
  const said = [words[entry.kind], task, entry.reason, whoAndWhen(entry)];
  return said.filter((it) => it !== undefined && it !== '').join(', ');
}

function whoAndWhen({ by, door, at }: DoNotCallEntry): string {
  const words = doNotCallWords();
  const who = by === undefined ? words.caller : operatorName({ id: by });
  return `${who}, ${words.doors[door]}, ${moment(at, ownZone, now.value)}`;
}

/** What was said of a number, the newest first. */
export function EntryList({ entries }: { entries: readonly DoNotCallEntry[] }) {
  const words = doNotCallWords();
  return (
    <ul class="no-entries">
      {entries.toReversed().map((entry) => (
        <li key={`${entry.at} ${entry.kind} ${entry.task}`}>
          <strong>{words[entry.kind]}</strong>, {entry.task ? taskTitle(entry.task) : words.forAll}
          {entry.reason && <q>{entry.reason}</q>}
          <span class="soft small">{whoAndWhen(entry)}</span>
        </li>
      ))}
    </ul>
  );
}
