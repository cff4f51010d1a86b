import type { Instant } from '../basics/instant.ts';

/** Whether an operator takes calls: changed by themselves, by a supervisor, or by calls that they let ring. */
export const deskStates = ['available', 'away', 'not-responding', 'gone'] as const;
export type DeskState = (typeof deskStates)[number];

/** From this instant on the operator is in this state. */
export interface StateChange {
  at: Instant;
  state: DeskState;
  /** Why they are away. */
  reason?: string;
  /** Who said so, where it was not the operator. */
  by?: string;
}

/** How long an operator was in a state; without `until` they still are. */
export interface StateSpan extends Omit<StateChange, 'at'> {
  from: Instant;
  until?: Instant;
}

/**
 * The states of a span of time. What began before it is shown from its beginning on; the same state said
 * again is one.
 *
 * @param changes in the order of time; the last one before the span tells the state that it begins with
 */
export function stateSpans(
  changes: readonly StateChange[],
  { from, until }: { from: Instant; until: Instant },
): StateSpan[] {
  const spans: StateSpan[] = [];
  for (const { at, ...state } of changes.filter((it) => it.at < until)) {
    const last = spans.at(-1);
    if (last !== undefined && isSame(last, state)) continue;
    if (last !== undefined) last.until = at;
    spans.push({ ...state, from: at });
  }
  return spans
    .filter((span) => span.until === undefined || span.until > from)
    .map((span) => ({ ...span, from: Math.max(span.from, from) }));
}

function isSame(one: Omit<StateChange, 'at'>, other: Omit<StateChange, 'at'>): boolean {
  return one.state === other.state && one.reason === other.reason;
}
