import { dictionary } from '../../words/dictionary.ts';

export const phoneWords = dictionary({
  en: {
    ready: 'Phone ready',
    starting: 'Phone connecting',
    failed: 'Phone does not work',
    retry: 'Try again',
    ring: 'Ring aloud',
    askForNotices: 'Show calls as notifications',
    rings: 'Your phone rings',
    answer: 'Answer',
    decline: 'Decline',
  },
  ru: {
    ready: 'Телефон готов',
    starting: 'Телефон подключается',
    failed: 'Телефон не работает',
    retry: 'Повторить',
    ring: 'Звонить вслух',
    askForNotices: 'Показывать звонки в уведомлениях',
    rings: 'Ваш телефон звонит',
    answer: 'Ответить',
    decline: 'Отклонить',
  },
});
