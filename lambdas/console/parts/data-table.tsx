import type { ComponentChildren } from 'preact';

export interface Column<Item> {
  key: string;
  /** The head of the column; on a narrow screen it stands before each value. */
  label: string;
  cell: (item: Item) => ComponentChildren;
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
