import { isFresh, type Row, Status, statusOf, textOf } from '../row/row.ts';

/** In what state a row is, as lists of customers tell rows apart. */
export const customerStates = [
  'promised',
  'in-service',
  'succeeded',
  'used-up',
  'barred',
  'never-called',
  'problem',
] as const;
export type CustomerState = (typeof customerStates)[number];

export interface CustomerFilter {
  state?: CustomerState | undefined;
  /** Whose column holds this text, in any case; an empty text: who has anything there. */
  column?: { name: string; text: string } | undefined;
}

const statusOfState = {
  promised: Status.callAtPromise,
  'in-service': Status.inService,
  succeeded: Status.callbackSucceeded,
  'used-up': Status.attemptsUsedUp,
  barred: Status.doNotCall,
} as const;

/** Whether a row is one of those that are looked for. */
export function fits(row: Row, { state, column }: CustomerFilter): boolean {
  return (state === undefined || isIn(row, state)) && (column === undefined || holds(row, column));
}

function isIn(row: Row, state: CustomerState): boolean {
  if (state === 'never-called') return isFresh(row);
  if (state === 'problem') return row.own.problem !== undefined;
  return statusOf(row) === statusOfState[state];
}

function holds({ columns }: Row, { name, text }: { name: string; text: string }): boolean {
  const value = textOf(columns[name]);
  if (value === undefined) return false;
  if (value.toLowerCase().includes(text.toLowerCase())) return true;
  const digits = text.replace(/\D/g, '');
  return name === 'tel' && digits.length > 2 && value.replace(/\D/g, '').includes(digits);
}
