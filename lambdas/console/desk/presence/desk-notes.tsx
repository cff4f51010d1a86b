import { signal } from '@preact/signals';
import type { LiveMessage } from '../../../contract/live.ts';
import { Button } from '../../parts/button.tsx';
import { Notice } from '../../parts/notice.tsx';
import { onLive } from '../../shell/live.ts';
import { clockTime } from '../../words/times.ts';
import { deskWords } from '../desk-words.ts';
import { keys } from '../keys/key-list.ts';

type DeskNote = Extract<LiveMessage, { kind: 'note' }>;

/** What supervisors said and nobody put aside yet, the oldest first. */
const notes = signal<readonly DeskNote[]>([]);

/** What is returned ends it. */
export function followNotes(): () => void {
  return onLive('note', (note) => {
    const isKnown = notes.value.some((it) => it.at === note.at && it.text === note.text);
    if (!isKnown) notes.value = [...notes.value, note];
  });
}

/** Stays until it is put aside, whatever else the desk shows; the key puts the oldest aside. */
export function DeskNotes() {
  const words = deskWords();
  return (
    <section class="desk-notes" role="alert" aria-label={words.notes}>
      {notes.value.map((note, place) => (
        <Notice key={`${note.at} ${note.text}`} tone="wait">
          <p>
            <strong>
              <bdi>{note.from}</bdi>
            </strong>{' '}
            <span class="small numbers">{clockTime(note.at)}</span>
          </p>
          <p dir="auto">{note.text}</p>
          <Button
            size="small"
            {...(place === 0 && { keys: keys.noteRead })}
            onClick={() => putAside(note)}
          >
            {words.understood}
            {place === 0 && <kbd>{keys.noteRead}</kbd>}
          </Button>
        </Notice>
      ))}
    </section>
  );
}

function putAside(note: DeskNote): void {
  notes.value = notes.value.filter((it) => it !== note);
}
