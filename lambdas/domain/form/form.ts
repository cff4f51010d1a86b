import type { Attempt, AttemptId } from '../attempt/attempt.ts';
import type { Instant } from '../basics/instant.ts';
import type { Answers, Run } from '../script/script.ts';

/**
 * The form of one attempt: opened, drafted, sent.
 *
 *   opened ─▶ drafted (any number of times) ─▶ sent, for good
 *
 * The surface that opens it first leads it to its end: a screen, or the telephone's keys.
 */
export interface Form {
  attempt: AttemptId;
  /** The version that asks stays the one that asked, whatever is stored meanwhile. */
  script: { id: string; version: number };
  surface: Surface;
  run: Run;
  /** Grows by one with every draft. */
  revision: number;
  openedAt: Instant;
  draftAt?: Instant;
  sentAt?: Instant;
  /** The operator's id, or the supervisor's. */
  by?: string;
  answers?: Answers;
  /** The next call that it promised. */
  promisedFor?: Instant;
}

export type Surface = 'screen' | 'keypad';

/**
 * Whether the form is being led through on the keys of the operator's phone. What they left open when
 * they hung up may be finished on a screen.
 */
export function isOnKeypad({ surface, sentAt }: Form, { facts }: Pick<Attempt, 'facts'>): boolean {
  return surface === 'keypad' && sentAt === undefined && facts.operatorEnded === undefined;
}

export type SentForm = Form & Required<Pick<Form, 'sentAt' | 'answers'>>;
