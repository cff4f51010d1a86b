import { dictionary } from '../../words/dictionary.ts';

export const rowFileWords = dictionary({
  en: {
    task: 'Task',
    name: 'Customer',
    tel: 'Number',
    status: 'State',
    promisedFor: 'Promised for',
    nextTry: 'Next try',
    operator: 'Operator',
    lastCall: 'Last call',
    problem: 'Problem',
  },
  ru: {
    task: 'Задача',
    name: 'Клиент',
    tel: 'Номер',
    status: 'Состояние',
    promisedFor: 'Обещан на',
    nextTry: 'Следующая попытка',
    operator: 'Оператор',
    lastCall: 'Последний звонок',
    problem: 'Проблема',
  },
});
