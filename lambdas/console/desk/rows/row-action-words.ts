import { dictionary } from '../../words/dictionary.ts';

/** What can be done about a customer without calling them. */
export const rowActionWords = dictionary({
  en: {
    promise: 'Promise a call',
    promiseTitle: (name: string) => `Promise ${name} a call`,
    promised: 'The call is promised.',
    move: 'Move the call',
    moveTitle: (name: string) => `Move the call to ${name}`,
    moved: 'The call is moved.',
    cancel: 'Cancel the call',
    cancelTitle: (name: string) => `Cancel the call to ${name}?`,
    cancelText: (moment: string) =>
      `It was promised for ${moment}, by the customer’s clock. Nobody calls until another one is promised.`,
    cancelled: 'The call is cancelled.',
    note: 'Note',
    noteTitle: (name: string) => `Note about ${name}`,
    noteHelp: 'Shown on the card at the next call.',
    noted: 'Noted.',
    keep: 'Keep',
    in: (time: string) => `In ${time}`,
    day: 'Day',
    time: (place: string) => `Time in ${place}`,
    nextPossible: (time: string) => `The next moment is ${time}.`,
  },
  ru: {
    promise: 'Обещать звонок',
    promiseTitle: (name: string) => `Обещать звонок: ${name}`,
    promised: 'Звонок обещан.',
    move: 'Перенести звонок',
    moveTitle: (name: string) => `Перенести звонок: ${name}`,
    moved: 'Звонок перенесён.',
    cancel: 'Отменить звонок',
    cancelTitle: (name: string) => `Отменить звонок: ${name}?`,
    cancelText: (moment: string) =>
      `Он обещан на ${moment} по часам клиента. Пока не обещан другой, звонить не будут.`,
    cancelled: 'Звонок отменён.',
    note: 'Заметка',
    noteTitle: (name: string) => `Заметка: ${name}`,
    noteHelp: 'Будет показана в карточке при следующем звонке.',
    noted: 'Записано.',
    keep: 'Сохранить',
    in: (time: string) => `Через ${time}`,
    day: 'День',
    time: (place: string) => `Время, ${place}`,
    nextPossible: (time: string) => `Ближайшее возможное время — ${time}.`,
  },
});
