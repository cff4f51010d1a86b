import { useState } from 'preact/hooks';
import { dictionary } from '../../words/dictionary.ts';
import { Icon } from '../icon.tsx';
import { Menu } from '../menu.tsx';
import { toast } from '../toasts.tsx';
import { type SavedTable, type TableKind, tableKinds } from './saved-table.ts';

const savingWords = dictionary({
  en: {
    save: 'Save as a file',
    kinds: { csv: 'CSV', xlsx: 'Excel (XLSX)' } satisfies Record<TableKind, string>,
    failed: 'This could not be saved',
  },
  ru: {
    save: 'Сохранить в файл',
    kinds: { csv: 'CSV', xlsx: 'Excel (XLSX)' },
    failed: 'Сохранить не удалось',
  },
});

/** Saves a table as a file for a spreadsheet. */
export function SaveMenu<Item>(table: SavedTable<Item>) {
  const words = savingWords();
  const [isBusy, setBusy] = useState(false);
  const save = async (kind: TableKind) => {
    setBusy(true);
    try {
      const { saveTable } = await import('./save-table.ts');
      await saveTable(table, kind);
    } catch {
      toast(words.failed, 'bad');
    }
    setBusy(false);
  };
  const items = tableKinds.map((kind) => ({
    key: kind,
    label: words.kinds[kind],
    onChoose: () => void save(kind),
  }));
  const icon = <Icon name={isBusy ? 'clock' : 'download'} />;
  return <Menu label={words.save} kind="bare" button={icon} items={items} />;
}
