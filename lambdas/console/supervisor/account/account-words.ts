import { dictionary } from '../../words/dictionary.ts';

export const accountWords = dictionary({
  en: {
    title: 'Settings',
    note: 'What holds for all tasks',
    pace: 'Pace',
    paceText: 'How fast calls are made, and when somebody who does not answer is rung again.',
    where: 'Where calls may go',
    whereText: 'Limits that no task can lift.',
    callsPerSecond: 'Calls a second',
    callsPerSecondHelp:
      'As many as Twilio starts for your account: 1 for a new one. Empty sets no limit.',
    tryAgainMinutes: 'Ring again after (minutes)',
    tryAgainMinutesHelp:
      'Who let two calls ring and has no desk open. At a desk they come back by doing anything. Empty means 15.',
    allowedCountries: 'Countries',
    allowedCountriesHelp:
      'Two letters each, such as GB IE: the only ones that any task may call. Empty leaves it to each task.',
    sipDomains: 'SIP domains',
    sipDomainsHelp:
      'Of your Twilio account, besides those of registered operators: office.sip.twilio.com',
    awayReasons: 'Reasons to be away',
    awayReasonsHelp:
      'Apart by commas, in the order in which operators see them. Empty: break, lunch, meeting, training, other.',
    calendars: 'Calendars',
    calendarsText: 'Operators and supervisors may have promised calls shown by calendar programs.',
    calendarNames: 'Calendars name customers and their numbers',
    save: 'Save',
    saved: 'The settings are saved.',
    fix: 'Some values cannot be taken: see the marked fields.',
  },
  ru: {
    title: 'Настройки',
    note: 'Что действует для всех задач',
    pace: 'Темп',
    paceText: 'Как часто начинаются звонки и когда снова звонить тому, кто не отвечает.',
    where: 'Куда можно звонить',
    whereText: 'Ограничения, которые не снимет ни одна задача.',
    callsPerSecond: 'Звонков в секунду',
    callsPerSecondHelp:
      'Сколько Twilio начинает для вашей учётной записи: у новой — 1. Пусто — без ограничения.',
    tryAgainMinutes: 'Звонить снова через (минуты)',
    tryAgainMinutesHelp:
      'Тому, кто не ответил на два звонка и не открыл рабочее место. За рабочим местом достаточно любого действия. Пусто — 15.',
    allowedCountries: 'Страны',
    allowedCountriesHelp:
      'По две буквы, например GB IE: только туда может звонить любая задача. Пусто — решает каждая задача.',
    sipDomains: 'Домены SIP',
    sipDomainsHelp:
      'Вашей учётной записи Twilio, кроме доменов операторов из списка: office.sip.twilio.com',
    awayReasons: 'Причины отойти',
    awayReasonsHelp:
      'Через запятую, в том порядке, в каком их видят операторы. Пусто — перерыв, обед, встреча, обучение, другое.',
    calendars: 'Календари',
    calendarsText: 'Операторы и руководители могут видеть обещанные звонки в своих календарях.',
    calendarNames: 'В календарях стоят имена и номера клиентов',
    save: 'Сохранить',
    saved: 'Настройки сохранены.',
    fix: 'Не все значения подходят: см. отмеченные поля.',
  },
});
