import { signal } from '@preact/signals';
import type { RowList, RowView } from '../../../contract/rows.ts';
import { Button } from '../../parts/button.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { Icon } from '../../parts/icon.tsx';
import { RefusalNotice } from '../../parts/notice.tsx';
import { type Answer, ask } from '../../shell/api/ask.ts';
import { customerName } from '../../words/customer-name.ts';
import { phoneText } from '../../words/phone-text.ts';
import { statusName } from '../../words/row-words.ts';
import { deskWords } from '../desk-words.ts';
import { goTo } from '../place.ts';

const text = signal('');
const result = signal<Answer<RowList> | undefined>();
const restMilliseconds = 200;
const leastCharacters = 2;
let timer: ReturnType<typeof setTimeout> | undefined;
let lastAsked = 0;
/** What the shown result is the answer to. */
let answeredText = '';

function search(words: string): void {
  text.value = words;
  clearTimeout(timer);
  if (words.trim().length < leastCharacters) {
    lastAsked++;
    result.value = undefined;
    return;
  }
  timer = setTimeout(() => void askFor(words), restMilliseconds);
}

/** Answers may overtake each other: only the one to the last question counts. */
async function askFor(words: string): Promise<void> {
  const asked = ++lastAsked;
  const answer = await ask('POST', '/search', { text: words.trim() });
  if (asked !== lastAsked) return;
  result.value = answer;
  answeredText = words;
}

/** Customers by name, number or order. */
export function SearchBox() {
  const words = deskWords();
  return (
    <search class="panel search">
      <label class="search-field">
        <span class="unseen">{words.findLabel}</span>
        <Icon name="search" />
        <input
          class="input"
          type="search"
          placeholder={words.findHint}
          value={text.value}
          aria-keyshortcuts="/"
          onInput={(event) => search(event.currentTarget.value)}
          onKeyDown={hearKey}
        />
      </label>
      <SearchResult />
    </search>
  );
}

/** Escape empties the field, the arrow goes to what was found, Enter opens the first of it. */
function hearKey(event: KeyboardEvent): void {
  const first = document.querySelector<HTMLElement>('.found .queue-item');
  if (event.key === 'Escape') search('');
  if (event.key === 'Enter' && answeredText === text.value) first?.click();
  if (event.key !== 'ArrowDown' || first === null) return;
  event.preventDefault();
  first.focus();
}

/** From one that was found to its neighbour; above the first one is the field. */
function walkFound(event: KeyboardEvent): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  event.preventDefault();
  const items = [...document.querySelectorAll<HTMLElement>('.search input, .found .queue-item')];
  const at = items.indexOf(event.target as HTMLElement);
  items[at + (event.key === 'ArrowDown' ? 1 : -1)]?.focus();
}

/** The slash leads to the search, unless somebody is typing; what is returned ends it. */
export function followSearchKey(): () => void {
  const hear = (event: KeyboardEvent) => {
    const isTyping = (event.target as HTMLElement).closest('input, textarea, select, dialog');
    if (event.key !== '/' || isTyping || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    document.querySelector<HTMLElement>('.search-field input')?.focus();
  };
  document.addEventListener('keydown', hear);
  return () => document.removeEventListener('keydown', hear);
}

function SearchResult() {
  const words = deskWords();
  const answer = result.value;
  if (answer === undefined) return <div role="status" />;
  if (answer.kind !== 'done') return <RefusalNotice refusal={answer} />;
  const { rows } = answer.value;
  return (
    <div role="status" class="found">
      {rows.length === 0 ? (
        <EmptyState icon="search" title={words.foundNothing}>
          {words.foundNothingText}
        </EmptyState>
      ) : (
        <>
          <p class="found-count">
            {words.found(rows.length)}
            <Button size="small" kind="bare" onClick={() => search('')}>
              {words.clear}
            </Button>
          </p>
          <ul onKeyDown={walkFound}>
            {rows.map((row) => (
              <li key={`${row.task}.${row.Id}`}>
                <FoundRow row={row} />
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function FoundRow({ row }: { row: RowView }) {
  const status = row.status === undefined ? undefined : statusName(row.status);
  return (
    <button
      type="button"
      class="queue-item"
      onClick={() => goTo({ at: 'row', row: { task: row.task, Id: row.Id }, preview: false })}
    >
      <bdi class="queue-name">{customerName(row)}</bdi>
      <span class="queue-left soft">№ {row.Id}</span>
      <span class="queue-when">
        {row.tel && phoneText(row.tel)}
        {status && <> · {status}</>}
      </span>
    </button>
  );
}
