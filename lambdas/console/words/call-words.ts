import type { AttemptView } from '../../contract/calls.ts';
import type {
  FactKind,
  LegEnd,
  LineRefusal,
  WithdrawalReason,
} from '../../domain/attempt/facts.ts';
import type { Outcome } from '../../domain/attempt/outcomes.ts';
import { dictionary } from './dictionary.ts';

/** What the codes of calls mean to people: outcomes, facts, states. */
export const callWords = dictionary({
  en: {
    outcomes: {
      reached: 'Talked',
      'customer-busy': 'Customer busy',
      'customer-no-answer': 'No answer',
      'customer-failed': 'Unreachable',
      'customer-declined': 'Customer declined the call',
      'no-such-number': 'No such number',
      'operator-hung-up': 'Operator hung up while it rang',
      voicemail: 'Voicemail',
      'operator-busy': 'Operator’s phone busy',
      'operator-no-answer': 'Operator did not answer',
      'operator-failed': 'Operator’s phone unreachable',
      'operator-not-ready': 'Operator did not confirm',
      'operator-deferred': 'Not now',
      'caller-gone': 'Caller hung up before an answer',
      'no-customer-leg': 'Customer was not dialled',
      withdrawn: 'Called off',
      'never-sent': 'Was not placed',
      refused: 'Refused by the network',
    } satisfies Record<Outcome, string>,
    states: {
      connecting: 'Connecting',
      ringing: 'Ringing you',
      waiting: 'Waiting for the second',
      dialling: 'Ringing the customer',
      talking: 'Talking',
      over: 'Over',
    },
    legs: {
      none: 'not called yet',
      calling: 'being called',
      ringing: 'rings',
      answered: 'answered',
      ready: 'on the line',
      ended: 'off the line',
    },
    legEnds: {
      completed: 'hung up',
      busy: 'busy',
      'no-answer': 'no answer',
      failed: 'unreachable',
      canceled: 'cancelled',
    } satisfies Record<LegEnd, string>,
    origins: { callback: 'Callback', manual: 'Your call', inbound: 'Customer called in' },
    facts: {
      submitting: 'Operator’s call sent',
      operatorCreated: 'Operator called',
      submissionRefused: 'The network refused the call',
      submissionUnknown: 'No answer of the network',
      neverSent: 'The call was not placed',
      operatorRang: 'Operator’s phone rang',
      operatorAnswered: 'Operator answered',
      operatorReady: 'Operator ready',
      operatorDeferred: 'Operator said “not now”',
      operatorEnded: 'Operator’s line ended',
      withdrawn: 'Called off',
      dialling: 'Customer dialled',
      customerCreated: 'Customer’s line created',
      customerRang: 'Customer’s phone rang',
      customerAnswered: 'Customer answered',
      customerEnded: 'Customer’s line ended',
      customerRefused: 'Customer’s line took no call',
      customerAbsent: 'The network knows no call to the customer',
      bridged: 'Connected',
      notJoined: 'Not connected',
      callerHungUp: 'Caller hung up while it rang',
      settled: 'Result',
      corrected: 'Corrected: the customer was reached',
      voicemail: 'A machine answered',
      conference: 'The talk became a conference',
      conferenceLeft: 'The conference is over',
      messageLeft: 'A message was left',
      formSent: 'Form sent',
      operatorReleased: 'Operator free',
    } satisfies Record<FactKind, string>,
    withdrawals: {
      moved: 'the call was moved',
      cancelled: 'the call was cancelled',
      gone: 'the row was deleted',
      'not-now': 'the operator asked for later',
      'may-not-be-called': 'the number may not be called now',
    } satisfies Record<WithdrawalReason, string>,
    refusals: {
      declined: 'the customer declined it',
      'no-such-number': 'there is no such number',
      'our-account': 'the network did not try, because of our account',
    } satisfies Record<LineRefusal['because'], string>,
    /** For people who are not in the call. */
    watched: {
      open: 'Not settled yet',
      states: {
        connecting: 'Connecting',
        ringing: 'Operator’s phone rings',
        waiting: 'Operator is ready',
        dialling: 'Customer’s phone rings',
        talking: 'Talking',
        over: 'Over',
      },
      origins: {
        callback: 'Promised call',
        manual: 'Operator’s call',
        inbound: 'Customer called in',
      },
    },
  },
  ru: {
    outcomes: {
      reached: 'Поговорили',
      'customer-busy': 'Клиент занят',
      'customer-no-answer': 'Нет ответа',
      'customer-failed': 'Недоступен',
      'customer-declined': 'Клиент отклонил звонок',
      'no-such-number': 'Номера не существует',
      'operator-hung-up': 'Оператор положил трубку до ответа',
      voicemail: 'Автоответчик',
      'operator-busy': 'Телефон оператора занят',
      'operator-no-answer': 'Оператор не ответил',
      'operator-failed': 'Телефон оператора недоступен',
      'operator-not-ready': 'Оператор не подтвердил',
      'operator-deferred': 'Не сейчас',
      'caller-gone': 'Звонивший не дождался ответа',
      'no-customer-leg': 'Клиенту не звонили',
      withdrawn: 'Отменён',
      'never-sent': 'Звонок не состоялся',
      refused: 'Отклонён сетью',
    },
    states: {
      connecting: 'Соединение',
      ringing: 'Звоним вам',
      waiting: 'Ждём назначенной секунды',
      dialling: 'Звоним клиенту',
      talking: 'Разговор',
      over: 'Завершён',
    },
    legs: {
      none: 'ещё не вызван',
      calling: 'вызывается',
      ringing: 'звонит',
      answered: 'ответил',
      ready: 'на линии',
      ended: 'не на линии',
    },
    legEnds: {
      completed: 'отбой',
      busy: 'занято',
      'no-answer': 'нет ответа',
      failed: 'недоступен',
      canceled: 'отменён',
    },
    origins: { callback: 'Перезвон', manual: 'Ваш звонок', inbound: 'Клиент позвонил сам' },
    facts: {
      submitting: 'Вызов оператора отправлен',
      operatorCreated: 'Оператор вызван',
      submissionRefused: 'Сеть отклонила вызов',
      submissionUnknown: 'Сеть не ответила',
      neverSent: 'Вызов не состоялся',
      operatorRang: 'Телефон оператора звонит',
      operatorAnswered: 'Оператор ответил',
      operatorReady: 'Оператор готов',
      operatorDeferred: 'Оператор: «не сейчас»',
      operatorEnded: 'Линия оператора закрыта',
      withdrawn: 'Звонок отменён',
      dialling: 'Набираем клиента',
      customerCreated: 'Линия клиента создана',
      customerRang: 'Телефон клиента звонит',
      customerAnswered: 'Клиент ответил',
      customerEnded: 'Линия клиента закрыта',
      customerRefused: 'Линия клиента не приняла звонок',
      customerAbsent: 'Сеть не знает вызова клиента',
      bridged: 'Соединены',
      notJoined: 'Не соединены',
      callerHungUp: 'Звонивший положил трубку до ответа',
      settled: 'Итог',
      corrected: 'Исправлено: разговор состоялся',
      voicemail: 'Ответил автоответчик',
      conference: 'Разговор стал конференцией',
      conferenceLeft: 'Конференция закончилась',
      messageLeft: 'Оставлено сообщение',
      formSent: 'Форма отправлена',
      operatorReleased: 'Оператор свободен',
    },
    withdrawals: {
      moved: 'звонок перенесён',
      cancelled: 'звонок отменён',
      gone: 'строка удалена',
      'not-now': 'оператор попросил позже',
      'may-not-be-called': 'сейчас на этот номер звонить нельзя',
    },
    refusals: {
      declined: 'клиент отклонил звонок',
      'no-such-number': 'такого номера нет',
      'our-account': 'сеть не стала звонить из-за нашей учётной записи',
    },
    watched: {
      open: 'Ещё без итога',
      states: {
        connecting: 'Соединение',
        ringing: 'Звонит телефон оператора',
        waiting: 'Оператор готов',
        dialling: 'Звонит телефон клиента',
        talking: 'Разговор',
        over: 'Завершён',
      },
      origins: {
        callback: 'Обещанный звонок',
        manual: 'Звонок оператора',
        inbound: 'Клиент позвонил сам',
      },
    },
  },
});

/** A code in words; one of a server newer than the page is shown as it is. */
export function inWords<Code extends string | number>(
  texts: Readonly<Record<Code, string>>,
  code: Code,
): string {
  return texts[code] ?? String(code);
}

/** What became of an attempt; without an outcome that is still open. */
export function outcomeName(outcome: Outcome | undefined): string {
  const words = callWords();
  return outcome === undefined ? words.watched.open : inWords(words.outcomes, outcome);
}

export function callStateName(state: AttemptView['state']): string {
  return callWords().watched.states[state];
}

export function originName(origin: AttemptView['origin']): string {
  return callWords().watched.origins[origin];
}
