import type { Attempt } from '../attempt/attempt.ts';
import { missedInARow } from '../attempt/responding.ts';
import type { Instant } from '../basics/instant.ts';
import type { Operator } from '../task/task.ts';
import { talkingSince } from './attempt-view.ts';

/** What an operator does at this moment. */
export interface OperatorState {
  id: string;
  name: string;
  state:
    | 'away'
    | 'gone'
    | 'free'
    | 'not-responding'
    | 'ringing'
    | 'waiting'
    | 'talking'
    | 'wrap-up';
  since?: Instant;
  attempt?: string;
  freeAt?: Instant;
  online: boolean;
}

export interface Observed {
  operator: Operator;
  /** The call that they are in. */
  attempt: Attempt | undefined;
  /** When their last call lets, or let, them be rung again. */
  freeAt: Instant | undefined;
  /** Calls in a row that they let ring. */
  missed?: number | undefined;
  online: boolean;
  now: Instant;
}

/** A running call says more than that they are away: it goes on when they say so. */
export function operatorStateOf(observed: Observed): OperatorState {
  const { operator, attempt, freeAt, missed = 0, online, now } = observed;
  const who = { id: operator.id, name: operator.name, online };
  if (attempt !== undefined) return { ...who, ...callState(attempt) };
  if (operator.gone) return { ...who, state: 'gone' };
  if (operator.away) return { ...who, state: 'away' };
  if (missed >= missedInARow) {
    return { ...who, state: 'not-responding', ...(freeAt !== undefined && { since: freeAt }) };
  }
  if (freeAt === undefined) return { ...who, state: 'free' };
  return freeAt > now
    ? { ...who, state: 'wrap-up', freeAt }
    : { ...who, state: 'free', since: freeAt };
}

function callState(attempt: Attempt): Pick<OperatorState, 'state' | 'since' | 'attempt'> {
  const { id, facts, claimedAt } = attempt;
  const talking = talkingSince(attempt);
  if (talking !== undefined) return { state: 'talking', since: talking, attempt: id };
  if (facts.operatorReady) {
    return { state: 'waiting', since: facts.operatorReady.at, attempt: id };
  }
  return { state: 'ringing', since: facts.operatorRang?.at ?? claimedAt, attempt: id };
}
