import type { WithdrawalReason } from '../attempt/facts.ts';
import { type Instant, toIso } from '../basics/instant.ts';
import type { Language } from '../basics/language.ts';
import { type Phrases, phraseOf, shortened } from '../basics/localized.ts';
import { placeInsteadOf } from '../basics/time-zone.ts';
import { type GateReason, gateReasonTexts, isGateReason } from '../gate/gate-reasons.ts';
import { type RingReason, ringReasonTexts } from '../gate/ring.ts';
import type { OrderFields } from '../row/row.ts';
import { highestRowId } from '../row/row-id.ts';

/** The columns whose length is limited. */
export type LimitedColumn = keyof OrderFields | 'tel' | 'operator_number';

/** Why an order makes no sense, or cannot be kept. */
export type OrderProblem =
  | { code: 'in-service' }
  | { code: 'unknown-status'; got: string }
  | { code: 'no-task'; task: string }
  | { code: 'barred' }
  /** Not by this row: by the do-not-call list, or by another row with the number. */
  | { code: 'number-barred' }
  | { code: 'not-a-zone'; got: string }
  | { code: 'not-a-task-id'; got: string }
  | { code: 'impossible-id'; got: string }
  | { code: 'too-much'; most: number; got: number }
  | { code: 'too-many-columns'; most: number; got: number }
  | { code: 'too-long'; column: LimitedColumn; most: number; got: number }
  | { code: 'too-far'; date: string; time: string; zone: string; years: number }
  | { code: 'no-tel' }
  | { code: 'not-a-phone'; country: string; got: string }
  | { code: 'not-an-address' }
  | { code: 'not-minutes'; most: number; got: string }
  | { code: 'past'; date: string; time: string; zone: string; at: Instant }
  | { code: 'no-moment' }
  | { code: 'no-time'; date: string }
  | { code: 'misread'; column: MomentColumn; got: string }
  | { code: 'no-such-day'; column: MomentColumn; got: string }
  /** By one write, where it takes two. */
  | { code: 'lifts-ban' }
  /** Status 11, without a call. */
  | { code: 'no-live-call' }
  /** Since the order was taken. */
  | { code: 'tel-changed' }
  | { code: 'operator-refused'; error: number }
  | { code: 'operator-not-allowed'; got: string; reason: RingReason }
  /** The network made no call to the customer. */
  | { code: 'no-customer-leg'; error?: number | undefined }
  /** `sip`: what the network answers to calls to the number. */
  | { code: 'no-such-number'; error?: number | undefined; sip?: number | undefined }
  | { code: 'missed'; promisedFor: Instant; lateSeconds: number; graceSeconds: number }
  | { code: 'never-callable'; reason: GateReason | WithdrawalReason };

export type MomentColumn = 'date_callback' | 'time_callback';

/** One sentence: what is expected, and what came. The English one is a row's `_problem`. */
export function orderProblemText(problem: OrderProblem, language: Language): string {
  return phraseOf(phrases, problem, language);
}

/** The gate's no to a number, which no time changes, as what is wrong with a row that holds it. */
export function neverCallable(reason: GateReason): OrderProblem {
  return reason === 'do-not-call' ? { code: 'number-barred' } : { code: 'never-callable', reason };
}

const shapes = {
  date_callback: { en: 'YYYY-MM-DD', ru: 'YYYY-MM-DD' },
  time_callback: { en: 'HH:mm or HH:mm:ss', ru: 'HH:mm или HH:mm:ss' },
} satisfies Record<MomentColumn, Record<Language, string>>;

const en = (value: string) => `“${shortened(value)}”`;
const ru = (value: string) => `«${shortened(value)}»`;

/** Rows that were refused while they were withdrawn name a withdrawal's reason, which says no more. */
function whyNot(reason: GateReason | WithdrawalReason, language: Language): string {
  return isGateReason(reason) ? `: ${gateReasonTexts[reason][language]}` : '';
}

const phrases: Phrases<OrderProblem> = {
  en: {
    'in-service': () =>
      'status 11 is set by the system while a call is on; write 10 to order a call, or remove status to cancel',
    'unknown-status': ({ got }) =>
      `status must be 10 (call at the promised time), 12, 13, 14 or empty, got ${en(got)}`,
    'no-task': ({ task }) => `there is no task ${en(task)}; create it, then write the row again`,
    barred: () =>
      'status was 14: the number may not be called; remove status to lift that, then order the call',
    'number-barred': () => gateReasonTexts['do-not-call'].en,
    'not-a-zone': ({ got }) =>
      `time_zone must be an IANA name such as ${placeInsteadOf(got) ?? 'Europe/London'}, got ${en(got)}`,
    'not-a-task-id': ({ got }) =>
      `task must be a task's id, 1–32 letters, digits, hyphens or underscores, got ${en(got)}`,
    'impossible-id': ({ got }) =>
      `Id must be a whole number from 1 to ${highestRowId}, got ${en(got)}; write the row again under another Id`,
    'too-much': ({ most, got }) => `a row holds at most ${most} bytes, this one has ${got}`,
    'too-many-columns': ({ most, got }) => `a row has at most ${most} columns, this one has ${got}`,
    'too-long': ({ column, most, got }) =>
      `${column} has at most ${most} characters, what it holds has ${got}`,
    'too-far': ({ date, time, zone, years }) =>
      `the promised moment ${date} ${time} (${zone}) is more than ${years} years ahead; write an earlier one`,
    'no-tel': () => 'tel is empty; write the phone number to call',
    'not-a-phone': ({ country, got }) =>
      `tel must be a phone number, with its country code or as dialled in ${country}, and nothing else; got ${en(got)}`,
    'not-an-address': () =>
      'operator_number must be a phone number, client:name or sip:user@domain; what it holds is none of these',
    'not-minutes': ({ most, got }) =>
      `callaftermin must be a whole number of minutes, 0–${most}, got ${en(got)}`,
    past: ({ date, time, zone, at }) =>
      `the promised moment ${date} ${time} (${zone}) was past at ${toIso(at)}; write a later one`,
    'no-moment': () =>
      'status is 10 but nothing says when to call: write callaftermin, or date_callback and time_callback',
    'no-time': ({ date }) =>
      `date_callback is ${en(date)} but time_callback is empty: write the time as HH:mm`,
    misread: ({ column, got }) =>
      `${column} must be ${shapes[column].en} in the row's time zone, got ${en(got)}`,
    'no-such-day': ({ column, got }) =>
      `${column} is ${en(got)}, a day that the calendar does not have`,
    'lifts-ban': () =>
      'the row is at 14 (may not be called): remove status first, then order the call',
    'no-live-call': () =>
      'status 11 is set by the system while a call is on, and none is; write 10 to order a call, or remove status',
    'tel-changed': () => 'tel was changed to something that cannot be a phone number',
    'operator-not-allowed': ({ got, reason }) =>
      `operator_number ${en(got)} cannot be called: ${ringReasonTexts[reason].en}`,
    'operator-refused': ({ error }) =>
      `operator_number cannot be called: Twilio refuses it with error ${error}`,
    'no-customer-leg': ({ error }) =>
      `Twilio made no call to the customer${error === undefined ? '' : ` (error ${error})`}: look in its error log, then at the countries that the account may call and at how many calls it may have at once; no attempt is counted`,
    'no-such-number': ({ error, sip }) =>
      `there is no such phone number: Twilio says ${sip === undefined ? `error ${error}` : `SIP ${sip}`}; correct tel, then order the call again`,
    missed: ({ promisedFor, lateSeconds, graceSeconds }) =>
      `the call promised for ${toIso(promisedFor)} was not made: it is ${lateSeconds} s late, more than graceSeconds (${graceSeconds}); write a new time or minutes to order it again`,
    'never-callable': ({ reason }) => `the number may not be called${whyNot(reason, 'en')}`,
  },
  ru: {
    'in-service': () =>
      'status 11 ставит сама система на время звонка; чтобы заказать звонок, запишите 10, чтобы отменить — очистите status',
    'unknown-status': ({ got }) =>
      `status может быть 10 (позвонить в обещанное время), 12, 13, 14 или пустым; записано ${ru(got)}`,
    'no-task': ({ task }) => `задачи ${ru(task)} нет; создайте её и запишите строку снова`,
    barred: () =>
      'status был 14: на этот номер звонить нельзя; чтобы снять запрет, очистите status, затем закажите звонок',
    'number-barred': () => gateReasonTexts['do-not-call'].ru,
    'not-a-zone': ({ got }) =>
      `time_zone — это имя пояса IANA, например ${placeInsteadOf(got) ?? 'Europe/Moscow'}; записано ${ru(got)}`,
    'not-a-task-id': ({ got }) =>
      `task — это имя задачи, от 1 до 32 латинских букв, цифр, дефисов или подчёркиваний; записано ${ru(got)}`,
    'impossible-id': ({ got }) =>
      `Id — это целое число от 1 до ${highestRowId}; записано ${ru(got)}; запишите строку под другим Id`,
    'too-much': ({ most, got }) => `в строку таблицы помещается ${most} байт, в этой их ${got}`,
    'too-many-columns': ({ most, got }) =>
      `столбцов в строке может быть не больше ${most}, в этой их ${got}`,
    'too-long': ({ column, most, got }) => `в ${column} помещается ${most} знаков, записано ${got}`,
    'too-far': ({ date, time, zone, years }) =>
      `обещанное время ${date} ${time} (${zone}) дальше, чем через ${years} лет; укажите более раннее`,
    'no-tel': () => 'tel пуст; запишите номер телефона',
    'not-a-phone': ({ country, got }) =>
      `tel — это номер телефона, с кодом страны или как его набирают внутри страны (${country}), и ничего больше; записано ${ru(got)}`,
    'not-an-address': () =>
      'operator_number — это номер телефона, client:имя или sip:имя@домен; записано что-то другое',
    'not-minutes': ({ most, got }) =>
      `callaftermin — это целое число минут, 0–${most}; записано ${ru(got)}`,
    past: ({ date, time, zone, at }) =>
      `обещанное время ${date} ${time} (${zone}) уже прошло: заказ записан ${toIso(at)}; укажите более позднее`,
    'no-moment': () =>
      'status равен 10, но не сказано, когда звонить: запишите callaftermin, или date_callback и time_callback',
    'no-time': ({ date }) =>
      `date_callback — ${ru(date)}, но time_callback пуст: запишите время как HH:mm`,
    misread: ({ column, got }) =>
      `${column} записывают как ${shapes[column].ru} по часовому поясу строки; записано ${ru(got)}`,
    'no-such-day': ({ column, got }) => `${column} — ${ru(got)}, такого дня в календаре нет`,
    'lifts-ban': () =>
      'строка в статусе 14 (звонить нельзя): сначала очистите status, затем закажите звонок',
    'no-live-call': () =>
      'status 11 ставит сама система на время звонка, а звонка нет; чтобы заказать звонок, запишите 10, или очистите status',
    'tel-changed': () => 'tel изменили на то, что номером телефона быть не может',
    'operator-not-allowed': ({ got, reason }) =>
      `по operator_number ${ru(got)} позвонить нельзя: ${ringReasonTexts[reason].ru}`,
    'operator-refused': ({ error }) =>
      `по operator_number позвонить нельзя: Twilio отказывает с ошибкой ${error}`,
    'no-customer-leg': ({ error }) =>
      `Twilio не стала звонить клиенту${error === undefined ? '' : ` (ошибка ${error})`}: посмотрите её журнал ошибок, затем страны, куда учётной записи можно звонить, и сколько звонков ей можно вести сразу; попытка не засчитана`,
    'no-such-number': ({ error, sip }) =>
      `такого номера нет: ответ Twilio — ${sip === undefined ? `ошибка ${error}` : `SIP ${sip}`}; исправьте tel и закажите звонок снова`,
    missed: ({ promisedFor, lateSeconds, graceSeconds }) =>
      `звонок, обещанный на ${toIso(promisedFor)}, не состоялся: опоздание ${lateSeconds} с больше, чем graceSeconds (${graceSeconds}); запишите новое время или минуты, чтобы заказать его снова`,
    'never-callable': ({ reason }) => `на этот номер звонить нельзя${whyNot(reason, 'ru')}`,
  },
};
