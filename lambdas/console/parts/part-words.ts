import { dictionary } from '../words/dictionary.ts';

export const partWords = dictionary({
  en: {
    optional: 'optional',
    close: 'Close',
    retry: 'Try again',
    loading: 'Loading …',
    overdue: (time: string) => `${time} overdue`,
  },
  ru: {
    optional: 'необязательно',
    close: 'Закрыть',
    retry: 'Повторить',
    loading: 'Загрузка …',
    overdue: (time: string) => `просрочено на ${time}`,
  },
});
