import { useState } from 'preact/hooks';
import type { ListedNumber } from '../../../contract/do-not-call.ts';
import { Button } from '../../parts/button.tsx';
import { Chip } from '../../parts/chip.tsx';
import { type Column, DataTable, savedColumns } from '../../parts/data-table.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { RefusalNotice } from '../../parts/notice.tsx';
import { SaveMenu } from '../../parts/saving/save-menu.tsx';
import { Skeleton } from '../../parts/skeleton.tsx';
import { phoneText } from '../../words/phone-text.ts';
import { ListEnd } from '../list-end.tsx';
import { PageHead } from '../page-head.tsx';
import { mayChange } from '../rights.ts';
import { usePagedList } from '../use-paged-list.ts';
import { listWords } from './do-not-call-page-words.ts';
import { EntryList, entryText } from './entry-list.tsx';
import { ImportNumbersDialog } from './import-numbers-dialog.tsx';
import { listedNumbers } from './listed-numbers.ts';
import { AddNumberDialog, LiftNumberDialog } from './number-dialogs.tsx';

type Open = { dialog: 'add' | 'import' } | { dialog: 'lift'; number: string };

const restMilliseconds = 250;

/** The numbers of customers who said no: found, added, imported and lifted. */
export function DoNotCallPage() {
  const words = listWords();
  const [text, setText] = useState('');
  const [open, setOpen] = useState<Open>();
  usePagedList(listedNumbers, text.trim(), restMilliseconds);
  return (
    <>
      <PageHead title={words.title} note={words.note}>
        {mayChange() && (
          <>
            <Button icon="upload" onClick={() => setOpen({ dialog: 'import' })}>
              {words.import}
            </Button>
            <Button kind="primary" icon="plus" onClick={() => setOpen({ dialog: 'add' })}>
              {words.add}
            </Button>
          </>
        )}
      </PageHead>
      <section class="panel">
        <header>
          <SearchField text={text} onInput={setText} />
          <SaveMenu
            name={words.title}
            columns={savedColumns(columnsOf())}
            items={() => listedNumbers.all(text.trim())}
          />
        </header>
        <Listed onLift={(number) => setOpen({ dialog: 'lift', number })} />
      </section>
      {open && <Opened open={open} text={text} onClose={() => setOpen(undefined)} />}
    </>
  );
}

function SearchField({ text, onInput }: { text: string; onInput: (text: string) => void }) {
  const { search } = listWords();
  return (
    <label class="filter">
      <span class="unseen">{search}</span>
      <input
        class="input"
        type="search"
        inputMode="tel"
        placeholder={search}
        value={text}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
    </label>
  );
}

function Opened({ open, text, onClose }: { open: Open; text: string; onClose: () => void }) {
  const ends = { onClose, onDone: () => void listedNumbers.fetch(text.trim()) };
  switch (open.dialog) {
    case 'add':
      return <AddNumberDialog {...ends} />;
    case 'import':
      return <ImportNumbersDialog {...ends} />;
    case 'lift':
      return <LiftNumberDialog {...ends} whose={{ tel: open.number }} task="" />;
    default:
      return open satisfies never;
  }
}

function Listed({ onLift }: { onLift: (number: string) => void }) {
  const words = listWords();
  const held = listedNumbers.shown.value;
  const problem = listedNumbers.problem.value;
  if (problem !== undefined) {
    return (
      <RefusalNotice refusal={problem} retry={() => void listedNumbers.fetch(held?.wish ?? '')} />
    );
  }
  if (held === undefined) return <Skeleton lines={4} />;
  if (held.items.length === 0) {
    return <EmptyState icon="check" title={held.wish === '' ? words.none : words.noneFound} />;
  }
  return (
    <>
      <DataTable
        caption={words.title}
        items={held.items}
        keyOf={({ number }) => number}
        columns={[
          ...columnsOf(),
          { key: 'lift', label: '', cell: (it) => <LiftCell listedNumber={it} onLift={onLift} /> },
        ]}
      />
      <ListEnd list={listedNumbers} />
    </>
  );
}

function columnsOf(): Column<ListedNumber>[] {
  const words = listWords();
  return [
    { key: 'number', label: words.number, cell: NumberCell, value: ({ number }) => number },
    {
      key: 'state',
      label: words.state,
      cell: StateCell,
      value: ({ stands }) => (stands ? words.stands : words.free),
    },
    {
      key: 'said',
      label: words.said,
      cell: EntryList,
      value: ({ entries }) => entries.toReversed().map(entryText).join('; '),
    },
  ];
}

function NumberCell({ number }: ListedNumber) {
  return <strong class="numbers nowrap">{phoneText(number)}</strong>;
}

function StateCell({ stands }: ListedNumber) {
  const words = listWords();
  return (
    <Chip tone={stands ? 'bad' : 'plain'} dot>
      {stands ? words.stands : words.free}
    </Chip>
  );
}

interface LiftCellProps {
  listedNumber: ListedNumber;
  onLift: (number: string) => void;
}

function LiftCell({ listedNumber: { number, stands }, onLift }: LiftCellProps) {
  if (!stands || !mayChange()) return null;
  return (
    <Button size="small" onClick={() => onLift(number)}>
      {listWords().lift}
    </Button>
  );
}
