import type { Instant } from '../basics/instant.ts';
import type { DoNotCallRecord } from '../do-not-call/do-not-call.ts';
import type { Operator, Task } from '../task/task.ts';
import type { EventBody, PublicEvent } from './event.ts';
import { makeEvent, type Told } from './make-event.ts';

/** When it was written, to the second, and where it stands among what was written then. */
export interface Written {
  at: Instant;
  sequence: string;
}

interface Change<Entry> {
  before: Entry | undefined;
  after: Entry;
}

export function operatorNews(
  { before, after }: Change<Operator>,
  written: Written,
  told: Told,
): PublicEvent[] {
  const state = standingOf(after);
  if (before !== undefined && standingOf(before) === state) return [];
  const place = { subject: `operator:${after.id}`, ...written, place: 0 };
  const name = told === 'personal' ? { name: after.name } : {};
  return [makeEvent('operator.state', place, { operator: after.id, state, ...name })];
}

function standingOf({ away, gone }: Operator): EventBody<'operator.state'>['state'] {
  if (gone) return 'gone';
  return away ? 'away' : 'available';
}

export function taskNews({ before, after }: Change<Task>, written: Written): PublicEvent[] {
  const place = { subject: `task:${after.id}`, ...written, place: 0 };
  if (before?.paused === after.paused) return [];
  return after.paused === undefined
    ? [makeEvent('task.resumed', place, { task: after.id })]
    : [makeEvent('task.paused', place, { task: after.id, reason: after.paused })];
}

/**
 * Entries are only added, so what is longer has news. Neither the number nor a hash of it stands in the
 * event's id: whoever tries all numbers would find it.
 */
export function doNotCallNews(
  { before, after }: Change<DoNotCallRecord>,
  { sequence }: Written,
  told: Told,
): PublicEvent[] {
  const known = before?.entries.length ?? 0;
  return after.entries.slice(known).map((entry, place) => {
    const where = { subject: 'do-not-call', at: entry.at, sequence, place };
    const { kind, task, door, by, attempt } = entry;
    const body = {
      door,
      ...(task !== undefined && { task }),
      ...(by !== undefined && { by }),
      ...(told === 'personal' && !after.isErased && { number: after.number }),
    };
    return kind === 'lifted'
      ? makeEvent('do-not-call.lifted', where, body)
      : makeEvent('do-not-call.added', where, {
          ...body,
          ...(attempt !== undefined && { attempt }),
        });
  });
}
