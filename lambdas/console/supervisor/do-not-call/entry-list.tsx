import type { DoNotCallEntry } from '../../../contract/do-not-call.ts';
import { now } from '../../browser/clock.ts';
import { doNotCallWords } from '../../words/do-not-call-words.ts';
import { moment, ownZone } from '../../words/times.ts';
import { operatorName, taskTitle } from '../directory.ts';

/** What was said of a number, the newest first. */
export function EntryList({ entries }: { entries: readonly DoNotCallEntry[] }) {
  const words = doNotCallWords();
  return (
    <ul class="no-entries">
      {entries.toReversed().map((entry) => (
        <li key={`${entry.at} ${entry.kind} ${entry.task}`}>
          <strong>{words[entry.kind]}</strong>, {entry.task ? taskTitle(entry.task) : words.forAll}
          {entry.reason && <q>{entry.reason}</q>}
          <span class="soft small">
            {entry.by === undefined ? words.caller : operatorName({ id: entry.by })},{' '}
            {words.doors[entry.door]}, {moment(entry.at, ownZone, now.value)}
          </span>
        </li>
      ))}
    </ul>
  );
}
