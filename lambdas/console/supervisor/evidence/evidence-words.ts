import { counted, dictionary } from '../../words/dictionary.ts';

export const evidenceWords = dictionary({
  en: {
    title: 'Evidence and erasure',
    note: 'All that was done to this number, in the rows that hold it now.',
    page: 'Page to read',
    json: 'JSON',
    erase: 'Erase',
    eraseTitle: 'Erase all of this number?',
    eraseText:
      'Its rows, calls, forms and stories are removed for good, in all tasks. That it may not be called stays, where that was said, and so does the chain of hashes. What was deleted before, or holds another number by now, is found by npm run erase alone.',
    erased: (rows: number, calls: number) =>
      `Erased: ${counted(rows, { one: 'row', other: 'rows' })}, ${counted(calls, { one: 'call', other: 'calls' })}.`,
  },
  ru: {
    title: 'Доказательства и удаление',
    note: 'Всё, что было с этим номером, по строкам, в которых он сейчас.',
    page: 'Страница для чтения',
    json: 'JSON',
    erase: 'Удалить',
    eraseTitle: 'Удалить всё об этом номере?',
    eraseText:
      'Его строки, звонки, формы и история удаляются навсегда, во всех задачах. Запрет звонить, если он есть, остаётся, как и цепочка хешей. То, что удалено раньше или получило другой номер, находит только команда npm run erase.',
    erased: (rows: number, calls: number) =>
      `Удалено: ${counted(rows, { one: 'строка', few: 'строки', many: 'строк', other: 'строки' })}, ${counted(calls, { one: 'звонок', few: 'звонка', many: 'звонков', other: 'звонка' })}.`,
  },
});
