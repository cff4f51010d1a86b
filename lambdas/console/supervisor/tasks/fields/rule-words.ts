import { dictionary } from '../../../words/dictionary.ts';

export const ruleWords = dictionary({
  en: {
    preset: 'Begin with rules of',
    presetNone: 'choose …',
    presetSource: (source: string, date: string) =>
      `Source: ${source}. Read on ${date}. This is no legal advice: check what applies to your calls.`,
    holidays: 'Holidays',
    holidaysHelp: 'Dates on which nobody is called, by the customer’s calendar: 2026-12-25.',
    holidayFile: 'Add the days of an iCalendar file (.ics)',
    noHolidays: 'There are no whole days in this file.',
    wishColumn: 'Column of the customer’s own wish',
    wishColumnHelp:
      'Where a row says yes in it, the call is held to the hours of the law alone, which a preset sets. A yes-or-no question of the script can write it.',
  },
  ru: {
    preset: 'Начать с правил',
    presetNone: 'выберите …',
    presetSource: (source: string, date: string) =>
      `Источник: ${source}. Прочитано ${date}. Это не юридическая консультация: проверьте, что относится к вашим звонкам.`,
    holidays: 'Праздники',
    holidaysHelp: 'Дни, когда никому не звонят, по календарю клиента: 2026-12-25.',
    holidayFile: 'Добавить дни из файла iCalendar (.ics)',
    noHolidays: 'В этом файле нет целых дней.',
    wishColumn: 'Столбец собственного желания клиента',
    wishColumnHelp:
      'Если в строке в нём «да», звонок ограничен только часами по закону, их задаёт набор правил. Заполнять его может вопрос сценария «да или нет».',
  },
});
