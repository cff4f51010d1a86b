import type { ComponentChildren } from 'preact';
import type { SavedColumn, SavedValue } from './saving/saved-table.ts';

export interface Column<Item> {
  key: string;
  /** The head of the column; on a narrow screen it stands before each value. */
  label: string;
  cell: (item: Item) => ComponentChildren;
  /** What a file says instead, where the cell is more than a text. */
  value?: (item: Item) => SavedValue;
}

/** The same columns in a file. */
export function savedColumns<Item>(columns: readonly Column<Item>[]): SavedColumn<Item>[] {
  return columns.map(({ label, cell, value = (item) => textOf(cell(item)) }) => ({ label, value }));
}

function textOf(cell: ComponentChildren): SavedValue {
  return typeof cell === 'string' || typeof cell === 'number' ? cell : undefined;
}

export interface DataTableProps<Item> {
  /** What the table lists; heard, not seen. */
  caption: string;
  columns: readonly Column<Item>[];
  items: readonly Item[];
  keyOf: (item: Item) => string;
  isSelected?: (item: Item) => boolean;
}

/** A table that becomes a list of cards where it is narrow. */
export function DataTable<Item>(props: DataTableProps<Item>) {
  const { caption, columns, items, keyOf, isSelected } = props;
  return (
    <table class="table">
      <caption class="unseen">{caption}</caption>
      <thead>
        <tr>
          {columns.map(({ key, label }) => (
            <th key={key} scope="col">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={keyOf(item)} aria-selected={isSelected?.(item)}>
            {columns.map(({ key, label, cell }) => (
              <td key={key} data-label={label}>
                {cell(item)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
