import type { Localized } from '../../../domain/basics/localized.ts';

/** What was done, by the route that did it. */
export const actTexts: Readonly<Record<string, Localized>> = {
  'PUT /api/tasks/{task}': { en: 'Task saved', ru: 'Задача сохранена' },
  'POST /api/tasks/{task}/pause': { en: 'Task paused', ru: 'Задача приостановлена' },
  'POST /api/tasks/{task}/resume': { en: 'Task resumed', ru: 'Задача возобновлена' },
  'POST /api/tasks/{task}/calendar': {
    en: 'Calendar link of the task made',
    ru: 'Создана ссылка на календарь задачи',
  },
  'DELETE /api/tasks/{task}/calendar': {
    en: 'Calendar link of the task ended',
    ru: 'Ссылка на календарь задачи отменена',
  },
  'PUT /api/account': { en: 'Settings saved', ru: 'Настройки сохранены' },
  'PUT /api/operators/{operator}': { en: 'Operator saved', ru: 'Оператор сохранён' },
  'PUT /api/operators/{operator}/away': {
    en: 'Operator sent away, or back to work',
    ru: 'Оператор отпущен или возвращён к работе',
  },
  'POST /api/operators/{operator}/message': {
    en: 'Message sent to an operator',
    ru: 'Сообщение оператору отправлено',
  },
  'DELETE /api/operators/{operator}': { en: 'Operator deactivated', ru: 'Оператор отключён' },
  'PUT /api/scripts/{script}': { en: 'Script saved', ru: 'Сценарий сохранён' },
  'POST /api/tasks/{task}/import': { en: 'Lines imported', ru: 'Строки импортированы' },
  'POST /api/promises/move': { en: 'Calls moved', ru: 'Звонки перенесены' },
  'POST /api/promises/order': { en: 'Calls ordered', ru: 'Звонки заказаны' },
  'POST /api/promises/reassign': {
    en: 'Calls given to another operator',
    ru: 'Звонки переданы другому оператору',
  },
  'POST /api/promises/cancel': { en: 'Calls cancelled', ru: 'Звонки отменены' },
  'POST /api/promises/apologise': { en: 'Apologies sent', ru: 'Отправлены извинения' },
  'POST /api/do-not-call': {
    en: 'Number put on the do-not-call list',
    ru: 'Номер внесён в список «не звонить»',
  },
  'POST /api/do-not-call/lift': {
    en: 'Number taken off the do-not-call list',
    ru: 'Номер убран из списка «не звонить»',
  },
  'POST /api/do-not-call/import': {
    en: 'Numbers imported into the do-not-call list',
    ru: 'Номера внесены в список «не звонить» из файла',
  },
  'POST /api/erasures': { en: 'Number erased', ru: 'Номер стёрт' },
  'POST /api/tasks/{task}/subscribers': { en: 'Row created', ru: 'Строка создана' },
  'PUT /api/tasks/{task}/subscribers/{Id}': { en: 'Row replaced', ru: 'Строка заменена' },
  'PATCH /api/tasks/{task}/subscribers/{Id}': { en: 'Row changed', ru: 'Строка изменена' },
  'DELETE /api/tasks/{task}/subscribers/{Id}': { en: 'Row deleted', ru: 'Строка удалена' },
  'POST /api/tasks/{task}/subscribers/{Id}/do-not-call': {
    en: 'Row’s number put on the do-not-call list',
    ru: 'Номер строки внесён в список «не звонить»',
  },
};
