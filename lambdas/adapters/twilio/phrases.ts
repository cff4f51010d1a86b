import type { Message, Tongue } from '../../domain/voice-step.ts';

/** All that a phone hears, in every language. One short sentence at a time: people listen while busy. */
interface Phrases {
  greeting: (who: string | undefined) => string;
  messages: Record<Message, string>;
}

export const phrases: Record<Tongue['language'], Phrases> = {
  en: {
    greeting: (who) => `Your next call: ${who ?? 'a customer'}. Press 1 to be connected.`,
    messages: {
      'no-key': 'No key was pressed, so we will try again later. Goodbye.',
      moved: 'This call has just been moved to another time. Thank you, goodbye.',
      cancelled: 'This call has just been cancelled. Thank you, goodbye.',
      gone: 'This call is no longer needed. Thank you, goodbye.',
      'not-now': 'All right, we will call you again later. Goodbye.',
      'may-not-be-called': 'This customer may not be called at present. Thank you, goodbye.',
      'customer-busy': 'The line is busy. We will try again later. Goodbye.',
      'customer-no-answer': 'Nobody answered. We will try again later. Goodbye.',
      'customer-failed': 'The number could not be reached. Goodbye.',
      trouble: 'Something went wrong on our side. The call is not lost. Goodbye.',
    },
  },
  ru: {
    greeting: (who) => `Следующий звонок: ${who ?? 'абонент'}. Нажмите 1, чтобы соединиться.`,
    messages: {
      'no-key': 'Клавиша не нажата, попробуем позже. До свидания.',
      moved: 'Этот звонок только что перенесли. Спасибо, до свидания.',
      cancelled: 'Этот звонок только что отменили. Спасибо, до свидания.',
      gone: 'Этот звонок больше не нужен. Спасибо, до свидания.',
      'not-now': 'Хорошо, позвоним вам позже. До свидания.',
      'may-not-be-called': 'Этому абоненту сейчас звонить нельзя. Спасибо, до свидания.',
      'customer-busy': 'Линия занята. Попробуем позже. До свидания.',
      'customer-no-answer': 'Абонент не ответил. Попробуем позже. До свидания.',
      'customer-failed': 'Дозвониться не удалось. До свидания.',
      trouble: 'У нас произошла ошибка. Звонок не потерян. До свидания.',
    },
  },
};
