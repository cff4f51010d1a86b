import type { Attempt, AttemptId } from '../attempt/attempt.ts';
import type { Instant } from '../basics/instant.ts';
import { startOfDay } from '../basics/local-time.ts';
import type { Answers, Run } from '../script/script.ts';

/**
 * The form of one attempt: opened, drafted, sent.
 *
 *   opened ─▶ drafted (any number of times) ─▶ sent ─▶ corrected on the same day (any number of times)
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
  /** What was sent before it was corrected, the oldest first. */
  former?: FormerForm[];
}

/** What stood in a form until it was corrected. */
export type FormerForm = Pick<Form, 'sentAt' | 'by' | 'answers' | 'promisedFor'>;

/** Corrections are kept; nobody needs more of them than this. */
const mostCorrections = 20;

/** Whether what was sent may still be corrected: on the day on which it was sent, by its task's calendar. */
export function mayCorrect(form: Form, { now, zone }: { now: Instant; zone: string }): boolean {
  const isToday = (form.sentAt ?? 0) >= startOfDay(now, zone);
  return isToday && (form.former ?? []).length < mostCorrections;
}

/** The form as it was, for the list of what it was before. */
export function formerOf({ former = [], sentAt, by, answers, promisedFor }: Form): FormerForm[] {
  return [...former, withoutUndefined({ sentAt, by, answers, promisedFor })];
}

function withoutUndefined(
  former: { [K in keyof FormerForm]: FormerForm[K] | undefined },
): FormerForm {
  const given = Object.entries(former).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given) as FormerForm;
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
