/** What a cell says in a file: what people read, and numbers and instants as such. */
export type SavedValue = string | number | Date | undefined;

export interface SavedColumn<Item> {
  label: string;
  value: (item: Item) => SavedValue;
}

export const tableKinds = ['csv', 'xlsx'] as const;
export type TableKind = (typeof tableKinds)[number];

export interface SavedTable<Item> {
  /** Of the file, without its ending. */
  name: string;
  /** Or what they are made of: all items, where only those tell. */
  columns:
    | readonly SavedColumn<Item>[]
    | ((items: readonly Item[]) => readonly SavedColumn<Item>[]);
  /** What is shown; or all that there is, read when it is saved. */
  items: readonly Item[] | (() => Promise<readonly Item[]>);
}

/** The instant as a cell. */
export function instantCell(instant: string | undefined): SavedValue {
  return instant === undefined ? undefined : new Date(instant);
}
