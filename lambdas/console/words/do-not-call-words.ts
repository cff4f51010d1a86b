import type { DoNotCallDoor } from '../../domain/do-not-call/do-not-call.ts';
import { dictionary } from './dictionary.ts';

/** What desks and supervisors say about customers who said no. */
export const doNotCallWords = dictionary({
  en: {
    saidNo: 'Said no',
    sayNoTitle: 'The customer wants no more calls',
    sayNoText:
      'Their number goes on the do-not-call list, whichever row holds it. Only a supervisor lifts that.',
    scope: 'No calls',
    ofTask: 'of this task',
    ofAll: 'of any task',
    reason: 'What was said',
    doIt: 'No more calls',
    done: 'The number is called no more.',
    forAll: 'all tasks',
    added: 'No more calls',
    lifted: 'Calls allowed again',
    caller: 'the caller',
    doors: {
      form: 'in the form',
      keypad: 'by telephone keys',
      desk: 'at the desk',
      caller: 'by a key, calling in',
      list: 'in the list',
      import: 'from a file',
    } satisfies Record<DoNotCallDoor, string>,
  },
  ru: {
    saidNo: 'Не звонить',
    sayNoTitle: 'Клиент просит больше не звонить',
    sayNoText:
      'Номер попадёт в список «не звонить», в какой бы строке он ни был. Снять запрет может только супервизор.',
    scope: 'Не звонить',
    ofTask: 'по этой задаче',
    ofAll: 'ни по какой задаче',
    reason: 'Что сказал клиент',
    doIt: 'Больше не звонить',
    done: 'На этот номер больше не звоним.',
    forAll: 'все задачи',
    added: 'Больше не звонить',
    lifted: 'Звонки снова разрешены',
    caller: 'позвонивший',
    doors: {
      form: 'в форме',
      keypad: 'кнопками телефона',
      desk: 'на рабочем месте',
      caller: 'кнопкой, позвонив нам',
      list: 'в списке',
      import: 'из файла',
    },
  },
});
