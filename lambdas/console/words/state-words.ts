import type { StateList } from '../../contract/people.ts';
import type { usualAwayReasons } from '../../domain/task/away-reasons.ts';
import { inWords } from './call-words.ts';
import { dictionary } from './dictionary.ts';

type Span = StateList['spans'][number];

/** Whether somebody takes calls, and why not. */
const stateWords = dictionary({
  en: {
    states: {
      available: 'Available',
      away: 'Away',
      'not-responding': 'Not responding',
      gone: 'Left',
    } satisfies Record<Span['state'], string>,
    reasons: {
      break: 'Break',
      lunch: 'Lunch',
      meeting: 'Meeting',
      training: 'Training',
      other: 'Other',
    } satisfies Record<(typeof usualAwayReasons)[number], string>,
  },
  ru: {
    states: {
      available: 'На месте',
      away: 'Нет на месте',
      'not-responding': 'Не отвечает',
      gone: 'Не работает',
    } satisfies Record<Span['state'], string>,
    reasons: {
      break: 'Перерыв',
      lunch: 'Обед',
      meeting: 'Встреча',
      training: 'Обучение',
      other: 'Другое',
    } satisfies Record<(typeof usualAwayReasons)[number], string>,
  },
});

/** A reason of the account's own stands as it was written. */
export function awayReason(reason: string): string {
  return inWords(stateWords().reasons, reason);
}

export function stateName({ state, reason }: Pick<Span, 'state' | 'reason'>): string {
  return reason === undefined ? stateWords().states[state] : awayReason(reason);
}
