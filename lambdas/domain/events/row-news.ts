import { problemCodeOf } from '../order/stored-problem.ts';
import { type RowKey, rowId, Status } from '../row/row.ts';
import type { RowEvent } from '../views/row-events.ts';
import type { UnkeptPromise } from '../views/unkept-promise.ts';
import type { PublicEvent } from './event.ts';
import { makeEvent, type Told } from './make-event.ts';

/** An entry of a row's story, with its place in it. */
export interface StoryEntry {
  row: RowKey;
  event: RowEvent;
  sequence: string;
  place: number;
}

/**
 * What an entry of a row's story says to others. What a call did to its row is told of the call; that
 * its retry was booked, by `nextTryAt` there.
 */
export function storyNews(entry: StoryEntry, told: Told): PublicEvent[] {
  const { row, event, sequence, place } = entry;
  const where = { subject: rowId(row), at: Date.parse(event.at), sequence, place };
  switch (event.kind) {
    case 'promised':
      if (event.again) return [];
      return [makeEvent('order.taken', where, { ...row, dueAt: event.for })];
    case 'moved':
      return [makeEvent('order.moved', where, { ...row, ...moveOf(event) })];
    case 'cancelled':
      return [makeEvent('order.cancelled', where, row)];
    case 'deleted':
      return [makeEvent('order.cancelled', where, { ...row, because: 'deleted' })];
    case 'refused':
      return [makeEvent('order.refused', where, { ...row, ...refusalOf(event, told) })];
    case 'ended':
      return event.status === Status.doNotCall && event.problem !== undefined
        ? [makeEvent('order.refused', where, { ...row, ...refusalOf(event, told) })]
        : [];
    default:
      return [];
  }
}

function moveOf({ from, to, because, putOffBy }: RowEvent & { kind: 'moved' }) {
  return {
    from,
    dueAt: to,
    ...(because && { because }),
    ...(putOffBy !== undefined && { because: 'rule' as const, rule: putOffBy }),
  };
}

type Refused = RowEvent & { kind: 'refused' | 'ended' };

function refusalOf(event: Refused, told: Told): { code: string; problem?: string } {
  const code = problemCodeOf(event) ?? 'unknown';
  const { problem } = event;
  return { code, ...(told === 'personal' && problem !== undefined && { problem }) };
}

export function unkeptNews({ row, promisedFor, delayedBy }: UnkeptPromise): PublicEvent {
  const where = { subject: rowId(row), at: promisedFor, sequence: '0', place: 0 };
  const body = { ...row, promisedFor: new Date(promisedFor).toISOString(), delayedBy };
  return makeEvent('promise.broken', where, body);
}
