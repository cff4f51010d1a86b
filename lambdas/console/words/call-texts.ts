import type { AttemptView } from '../../contract/calls.ts';
import type { Tone } from '../parts/chip.tsx';
import { callWords, inWords } from './call-words.ts';
import { dictionary } from './dictionary.ts';

/** Calls as those see them who look on, and are no party to them. */
const words = dictionary({
  en: {
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
  ru: {
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
});

/** What became of an attempt; without an outcome that is still open. */
export function outcomeName(outcome: string | undefined): string {
  return outcome === undefined ? words().open : inWords(callWords().outcomes, outcome);
}

/** Bad where the customer was dialled in vain; what never came so far took nothing from him. */
export function outcomeTone(outcome: string | undefined): Tone {
  if (outcome === 'reached') return 'good';
  if (outcome === undefined) return 'info';
  const isInVain = outcome.startsWith('customer-') || outcome === 'refused';
  return isInVain || outcome === 'caller-gone' ? 'bad' : 'wait';
}

export function callStateName(state: AttemptView['state']): string {
  return words().states[state];
}

export const callStateTones: Record<AttemptView['state'], Tone> = {
  connecting: 'plain',
  ringing: 'wait',
  waiting: 'info',
  dialling: 'wait',
  talking: 'good',
  over: 'plain',
};

export function originName(origin: AttemptView['origin']): string {
  return words().origins[origin];
}
