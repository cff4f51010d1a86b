import { dictionary } from '../../words/dictionary.ts';

export const apiWords = dictionary({
  en: {
    unreachable: 'The server cannot be reached. Check the connection and try again.',
    signedOut: 'You are signed out.',
    notYours: 'You may not do this.',
    notThere: 'This does not exist any more.',
    failed: (status: number) => `The server could not do this (${status}). Try again.`,
  },
  ru: {
    unreachable: 'Сервер недоступен. Проверьте соединение и повторите.',
    signedOut: 'Вы вышли из системы.',
    notYours: 'У вас нет прав на это действие.',
    notThere: 'Этого больше нет.',
    failed: (status: number) => `Сервер не смог это сделать (${status}). Повторите попытку.`,
  },
});
