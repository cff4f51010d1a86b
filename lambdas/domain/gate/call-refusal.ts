import type { Instant } from '../basics/instant.ts';
import type { Language } from '../basics/language.ts';
import { type GateReason, gateReasonTexts, isGateReason } from './gate-reasons.ts';

/** Why a call that an operator wants to make is not made. */
export interface CallRefusal {
  reason:
    | GateReason
    /** The number, or its row, is at 14. */
    | 'barred'
    | 'no-row'
    | 'not-your-task'
    /** No task of theirs takes calls that it did not begin itself. */
    | 'not-attached'
    | 'paused'
    | 'operator-in-call'
    /** The form of their last call is not sent, and its task wants it first. */
    | 'form-owed'
    | 'customer-in-call'
    /** The row changed each time that it was read. */
    | 'row-busy'
    | 'no-slot'
    | 'network-refuses';
  /** When it may be made. */
  nextAt?: Instant;
}

/** The refusal as a desk shows it. */
export function callRefusalText({ reason }: CallRefusal, language: Language): string {
  return isGateReason(reason) ? gateReasonTexts[reason][language] : sentences[language][reason];
}

const sentences: Record<Language, Record<Exclude<CallRefusal['reason'], GateReason>, string>> = {
  en: {
    barred: 'this customer may not be called (status 14) until a person lifts that',
    'no-row': 'there is no such row any more',
    'not-your-task': 'the task does not list you among its operators',
    'not-attached':
      'none of your tasks takes calls to any number; choose a row, or ask for attachCalls to be set',
    paused: 'the task is paused: nothing is dialled for it until it is resumed',
    'operator-in-call': 'you are in a call; hang up first',
    'form-owed': 'the form of your last call comes first: send it, then call',
    'customer-in-call': 'this customer is in a call with us, or is just being called',
    'row-busy': 'the row is being changed by others at this moment; try again',
    'no-slot': 'too many calls are being started at this moment; try again in a few seconds',
    'network-refuses': 'the telephone network refuses the call to your phone',
  },
  ru: {
    barred: 'этому клиенту звонить нельзя (статус 14), пока запрет не снимет человек',
    'no-row': 'такой строки больше нет',
    'not-your-task': 'вас нет среди операторов задачи',
    'not-attached':
      'ни одна из ваших задач не принимает звонки на любой номер; выберите строку или обратитесь к супервизору',
    paused: 'задача приостановлена: пока её не возобновят, звонков по ней нет',
    'operator-in-call': 'вы уже на линии; сначала положите трубку',
    'form-owed': 'сначала форма прошлого звонка: отправьте её, затем звоните',
    'customer-in-call': 'с этим клиентом уже идёт разговор, или ему как раз звонят',
    'row-busy': 'строку сейчас меняют другие; попробуйте ещё раз',
    'no-slot': 'сейчас начинается слишком много звонков; попробуйте через несколько секунд',
    'network-refuses': 'телефонная сеть не принимает звонок на ваш телефон',
  },
};
