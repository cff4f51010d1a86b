import { dictionary, type PluralForms } from '../../words/dictionary.ts';

export const selectionWords = dictionary({
  en: {
    selectAll: 'Select all that are shown',
    select: (name: string) => `Select ${name}`,
    selected: (rows: string) => `${rows} selected`,
    rowForms: { one: 'row', other: 'rows' } as PluralForms,
    clear: 'Clear the selection',
    order: 'Order calls',
    bar: 'Do not call',
    undo: 'Undo',
    undone: (rows: string) => `As it was before: ${rows}`,
    notUndone: (rows: string) => `Could not be undone for ${rows}`,
  },
  ru: {
    selectAll: 'Выбрать всё показанное',
    select: (name: string) => `Выбрать ${name}`,
    selected: (rows: string) => `Выбрано: ${rows}`,
    rowForms: { one: 'строка', few: 'строки', many: 'строк', other: 'строки' } as PluralForms,
    clear: 'Снять выбор',
    order: 'Заказать звонки',
    bar: 'Не звонить',
    undo: 'Вернуть',
    undone: (rows: string) => `Как было раньше: ${rows}`,
    notUndone: (rows: string) => `Не удалось вернуть: ${rows}`,
  },
});
