import type { OperatorState } from '../../../contract/people.ts';
import type { Tone } from '../../words/tone.ts';

/**
 * What the board says of an operator. Who has no desk open is not free: a browser phone is not rung then,
 * and whoever is rung at another phone may be there, or not.
 */
const staffStates = [
  'free',
  'by-phone',
  'not-responding',
  'ringing',
  'waiting',
  'talking',
  'wrap-up',
  'no-desk',
  'away',
  'gone',
] as const;
export type StaffState = (typeof staffStates)[number];

export const staffTones: Record<StaffState, Tone> = {
  free: 'good',
  'by-phone': 'good',
  'not-responding': 'bad',
  ringing: 'wait',
  waiting: 'info',
  talking: 'info',
  'wrap-up': 'wait',
  'no-desk': 'plain',
  away: 'plain',
  gone: 'plain',
};

/** An operator as the board shows them. */
export interface Staff extends OperatorState {
  shown: StaffState;
}

/** `at`: where they are rung. */
export function staffOf(operator: OperatorState, at: string | undefined): Staff {
  const { state, online } = operator;
  if (state !== 'free' || online) return { ...operator, shown: state };
  return { ...operator, shown: at?.startsWith('client:') ? 'no-desk' : 'by-phone' };
}

/** Whether they take calls, now or after the one that they are in. */
export function isAtWork({ shown }: Staff): boolean {
  return shown !== 'no-desk' && shown !== 'away' && shown !== 'gone' && shown !== 'not-responding';
}

/** Those who could take a call first; then by name, as people count: 2 before 10. */
export function inOrder(all: readonly Staff[]): Staff[] {
  const rank = ({ shown }: Staff) => staffStates.indexOf(shown);
  return [...all].sort(
    (a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name, undefined, { numeric: true }),
  );
}

export function countStates(all: readonly Staff[]): [StaffState, number][] {
  return staffStates.flatMap((state): [StaffState, number][] => {
    const count = all.filter(({ shown }) => shown === state).length;
    return count === 0 ? [] : [[state, count]];
  });
}
