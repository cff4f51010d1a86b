import { useEffect, useRef } from 'preact/hooks';
import type { RowView } from '../../../contract/rows.ts';
import type { Column } from '../../parts/data-table.tsx';
import { customerName } from '../../words/customer-name.ts';
import { type Selection, toggled, toggledAll } from './selection.ts';
import { selectionWords } from './selection-words.ts';

export interface RowTableProps {
  caption: string;
  columns: readonly Column<RowView>[];
  rows: readonly RowView[];
  selection: Selection;
  onSelect: (selection: Selection) => void;
  isOverdue?: (row: RowView) => boolean;
}

/** Rows of which some can be chosen; a list of cards where it is narrow. */
export function RowTable(props: RowTableProps) {
  const { caption, columns, rows, selection, onSelect } = props;
  const shown = rows.map(keyText);
  return (
    <table class="table promise-table">
      <caption class="unseen">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">
            <SelectAll
              count={selection.chosen.size}
              all={rows.length}
              onChange={() => onSelect(toggledAll(selection, shown))}
            />
          </th>
          {columns.map(({ key, label }) => (
            <th key={key} scope="col">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <TableRow key={keyText(row)} row={row} shown={shown} {...props} />
        ))}
      </tbody>
    </table>
  );
}

export function keyText({ task, Id }: Pick<RowView, 'task' | 'Id'>): string {
  return `${task}/${Id}`;
}

interface TableRowProps extends RowTableProps {
  row: RowView;
  shown: readonly string[];
}

function TableRow({ row, shown, columns, selection, onSelect, isOverdue }: TableRowProps) {
  const key = keyText(row);
  const isChosen = selection.chosen.has(key);
  const choose = (event: MouseEvent) =>
    onSelect(toggled(selection, key, { shown, toRange: event.shiftKey }));
  return (
    <tr data-chosen={isChosen ? '' : undefined} data-overdue={isOverdue?.(row) ? '' : undefined}>
      <td class="pick">
        <input
          type="checkbox"
          aria-label={selectionWords().select(customerName(row))}
          checked={isChosen}
          onClick={choose}
        />
      </td>
      {columns.map(({ key: name, label, cell }) => (
        <td key={name} data-label={label}>
          {cell(row)}
        </td>
      ))}
    </tr>
  );
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
      aria-label={selectionWords().selectAll}
      checked={count === all}
      onChange={onChange}
    />
  );
}
