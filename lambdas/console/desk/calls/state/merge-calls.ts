import type { AttemptView } from '../../../../contract/calls.ts';

/** An attempt with more facts, or later news of its recordings or of hold, is newer: messages come twice and late. */
export function mergeCall(
  calls: readonly AttemptView[],
  told: AttemptView,
): readonly AttemptView[] {
  const known = calls.find(({ id }) => id === told.id);
  if (known === undefined) return [told, ...calls].sort(newestFirst);
  if (!isNewer(told, known)) return calls;
  return calls.map((call) => (call.id === told.id ? told : call));
}

function isNewer(told: AttemptView, known: AttemptView): boolean {
  const more = told.facts.length - known.facts.length;
  if (more !== 0) return more > 0;
  return lastOfRecordings(told) > lastOfRecordings(known) || heldAt(told) > heldAt(known);
}

function lastOfRecordings({ recordings = [] }: AttemptView): string {
  return recordings.reduce((last, { at }) => (at > last ? at : last), '');
}

function heldAt({ hold }: AttemptView): string {
  return hold?.at ?? '';
}

function newestFirst(one: AttemptView, other: AttemptView): number {
  return other.claimedAt.localeCompare(one.claimedAt);
}

/** Whether nothing more is to be heard of the telephone call itself. */
export function isOver({ state }: AttemptView): boolean {
  return state === 'over';
}

/** What of an attempt an operator may still want: the talk took place, or was on its way. */
export function isMine(
  { operator }: AttemptView,
  me: { id: string; addresses: readonly string[] },
): boolean {
  return operator.id === undefined
    ? me.addresses.includes(operator.address)
    : operator.id === me.id;
}
