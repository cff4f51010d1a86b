import type { Localized } from '../basics/localized.ts';

/** Why a number may not be called, each as the clause of a sentence: pages, forms and rows all say this. */
export const gateReasonTexts = {
  'not-a-number': {
    en: 'this cannot be a phone number: write it with its country code, or as dialled in the country of the task',
    ru: 'такого номера быть не может: наберите его с кодом страны или так, как набирают в стране задачи',
  },
  'do-not-call': {
    en: 'the customer at this number asked not to be called; a supervisor can lift that',
    ru: 'клиент с этим номером просил не звонить; снять запрет может супервизор',
  },
  'own-number': {
    en: 'it is a number of ours: an operator’s, or one that we call from',
    ru: 'это наш номер: оператора или тот, с которого мы звоним',
  },
  'kind-not-allowed': {
    en: 'the task allows no calls to numbers of this kind, such as premium, satellite or personal ones',
    ru: 'на номера такого вида (платные, спутниковые, персональные и другие) задача звонить не разрешает',
  },
  'emergency-number': {
    en: 'it is the number of an emergency service: nobody calls those from here',
    ru: 'это номер экстренной службы: на такие отсюда не звонят',
  },
  'short-number': {
    en: 'it is a short number of a service, which the task does not allow',
    ru: 'это короткий служебный номер, а на такие задача звонить не разрешает',
  },
  'country-not-allowed': {
    en: 'no calls to that country are allowed here',
    ru: 'звонить в эту страну здесь не разрешено',
  },
  'outside-calling-hours': {
    en: 'it is outside the calling hours where the customer is',
    ru: 'у клиента это не часы обзвона',
  },
  holiday: {
    en: 'it is a holiday of the task where the customer is',
    ru: 'у клиента это праздник, в который по задаче не звонят',
  },
  'no-common-hours': {
    en: 'the number does not tell the time zone, and the calling hours have no moment in common in all that it may be: write time_zone into the row',
    ru: 'по номеру не видно часового пояса, а у всех возможных нет общего часа обзвона: запишите time_zone в строку',
  },
  'attempts-today-used-up': {
    en: 'the customer was called often enough on that day',
    ru: 'в этот день клиенту уже звонили достаточно',
  },
  'attempts-in-24-hours-used-up': {
    en: 'the customer was called often enough in 24 hours',
    ru: 'за 24 часа клиенту уже звонили достаточно',
  },
  'attempts-in-a-week-used-up': {
    en: 'the customer was called often enough in seven days',
    ru: 'за семь дней клиенту уже звонили достаточно',
  },
  'attempts-in-all-used-up': {
    en: 'the customer was called as often in all as the task allows',
    ru: 'клиенту уже звонили столько раз, сколько всего разрешает задача',
  },
} satisfies Record<string, Localized>;

export type GateReason = keyof typeof gateReasonTexts;

export const gateReasons = Object.keys(gateReasonTexts) as GateReason[];

export function isGateReason(code: string): code is GateReason {
  return Object.hasOwn(gateReasonTexts, code);
}
