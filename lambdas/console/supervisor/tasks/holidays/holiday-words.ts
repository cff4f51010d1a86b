import { counted, dictionary, type PluralForms } from '../../../words/dictionary.ts';

const dayForms = {
  en: { one: 'day', other: 'days' } as PluralForms,
  ru: { one: 'день', few: 'дня', many: 'дней', other: 'дня' } as PluralForms,
};

export const holidayWords = dictionary({
  en: {
    pick: 'Pick from a calendar …',
    title: 'Holidays from a calendar',
    loading: 'Loading the calendars …',
    failed: 'The calendars could not be loaded. Try again, or write the dates.',
    country: 'Country',
    state: 'State or province',
    region: 'Region',
    whole: 'the whole of it',
    year: 'Year',
    days: 'Days off',
    none: 'The calendar knows no days off there.',
    source:
      'Ticked are the days off by law; the others are days on which banks are closed. After date-holidays (CC BY 3.0); dates that follow the moon may differ by a day.',
    add: (days: number) => `Add ${counted(days, dayForms.en)}`,
    cancel: 'Cancel',
  },
  ru: {
    pick: 'Выбрать из календаря …',
    title: 'Праздники из календаря',
    loading: 'Загрузка календарей …',
    failed: 'Календари не загрузились. Попробуйте ещё раз или запишите даты.',
    country: 'Страна',
    state: 'Штат, земля или область',
    region: 'Регион',
    whole: 'целиком',
    year: 'Год',
    days: 'Нерабочие дни',
    none: 'Нерабочих дней в этом календаре нет.',
    source:
      'Отмечены нерабочие дни по закону; остальные — дни, когда закрыты банки. По данным date-holidays (CC BY 3.0); даты по лунному календарю могут отличаться на день.',
    add: (days: number) => `Добавить ${counted(days, dayForms.ru)}`,
    cancel: 'Отмена',
  },
});
