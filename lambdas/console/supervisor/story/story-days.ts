import type { PastAttempt } from '../../../contract/calls.ts';
import type { RowEvent } from '../../../contract/rows.ts';

/** What happened to a row: an attempt with all its facts, or a write to the row itself. */
export type Happening =
  | { kind: 'attempt'; at: string; attempt: PastAttempt }
  | { kind: 'event'; at: string; event: RowEvent };

export interface Day {
  /** Of the zone, YYYY-MM-DD. */
  day: string;
  happenings: Happening[];
}

/**
 * The story in days, newest first. That a row went into service is told by its attempt; of an
 * attempt that is not known the event itself tells it.
 */
export function storyDays(
  { attempts, events }: { attempts: readonly PastAttempt[]; events: readonly RowEvent[] },
  dayOf: (instant: string) => string,
): Day[] {
  const known = new Set(attempts.map((it) => it.id));
  const told = events.filter((it) => it.kind !== 'in-service' || !known.has(String(it.attempt)));
  const happenings: Happening[] = [
    ...attempts.map((attempt) => ({ kind: 'attempt', at: attempt.claimedAt, attempt }) as const),
    ...told.map((event) => ({ kind: 'event', at: event.at, event }) as const),
  ];
  const days: Day[] = [];
  for (const happening of happenings.sort(newestFirst)) {
    const day = dayOf(happening.at);
    const last = days.at(-1);
    if (last?.day === day) last.happenings.push(happening);
    else days.push({ day, happenings: [happening] });
  }
  return days;
}

/** What the row's write says in the instant of the claim comes after what led to it. */
function newestFirst(a: Happening, b: Happening): number {
  return b.at.localeCompare(a.at) || rank(b) - rank(a);
}

function rank({ kind }: Happening): number {
  return kind === 'attempt' ? 1 : 0;
}
