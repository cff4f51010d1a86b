import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { RowView } from '../../../contract/rows.ts';
import { now } from '../../browser/clock.ts';
import { customerName } from '../../words/customer-name.ts';
import { taskTitle } from '../directory.ts';
import { addressOf } from '../place.ts';
import { CustomerCell, DueCell, NotesCell, OwnerCell } from './promise-cells.tsx';
import { keyText, type ListName } from './promise-lists.ts';
import { promiseWords } from './promise-words.ts';
import { type Selection, toggled, toggledAll } from './selection.ts';

export interface PromiseTableProps {
  which: ListName;
  rows: readonly RowView[];
  selection: Selection;
  onSelect: (selection: Selection) => void;
  /** Where rows of several tasks are shown. */
  showTask: boolean;
}

export function PromiseTable(props: PromiseTableProps) {
  const words = promiseWords();
  const { which, rows, selection, onSelect, showTask } = props;
  const shown = rows.map(keyText);
  return (
    <table class="table promise-table">
      <caption class="unseen">{words.lists[which]}</caption>
      <thead>
        <tr>
          <th scope="col">
            <SelectAll
              count={selection.chosen.size}
              all={rows.length}
              onChange={() => onSelect(toggledAll(selection, shown))}
            />
          </th>
          <th scope="col">{words.due}</th>
          <th scope="col">{words.customer}</th>
          <th scope="col">{words.operator}</th>
          {showTask && <th scope="col">{words.task}</th>}
          <th scope="col">{words.notes}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <PromiseRow key={keyText(row)} row={row} shown={shown} {...props} />
        ))}
      </tbody>
    </table>
  );
}

interface PromiseRowProps extends PromiseTableProps {
  row: RowView;
  shown: readonly string[];
}

function PromiseRow({ row, shown, which, selection, onSelect, showTask }: PromiseRowProps) {
  const words = promiseWords();
  const key = keyText(row);
  const isChosen = selection.chosen.has(key);
  const isOverdue = row.promisedFor !== undefined && Date.parse(row.promisedFor) < now.value;
  const choose = (event: MouseEvent) =>
    onSelect(toggled(selection, key, { shown, toRange: event.shiftKey }));
  return (
    <tr data-chosen={isChosen ? '' : undefined} data-overdue={isOverdue ? '' : undefined}>
      <td class="pick">
        <input
          type="checkbox"
          aria-label={words.select(customerName(row))}
          checked={isChosen}
          onClick={choose}
        />
      </td>
      <Cell label={words.due}>
        <DueCell row={row} isOverdue={isOverdue} />
      </Cell>
      <Cell label={words.customer}>
        <CustomerCell row={row} />
      </Cell>
      <Cell label={words.operator}>
        <OwnerCell row={row} isOrphan={which === 'orphaned'} />
      </Cell>
      {showTask && (
        <Cell label={words.task}>
          <a class="plain" href={addressOf('tasks', [row.task])}>
            {taskTitle(row.task)}
          </a>
        </Cell>
      )}
      <Cell label={words.notes}>
        <NotesCell row={row} />
      </Cell>
    </tr>
  );
}

function Cell({ label, children }: { label: string; children: ComponentChildren }) {
  return <td data-label={label}>{children}</td>;
}

function SelectAll({ count, all, onChange }: { count: number; all: number; onChange: () => void }) {
  const ref = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (ref.current) ref.current.indeterminate = count > 0 && count < all;
  });
  return (
    <input
      ref={ref}
      type="checkbox"
      aria-label={promiseWords().selectAll}
      checked={count === all}
      onChange={onChange}
    />
  );
}
