import { type Instant, toIso } from '../basics/instant.ts';
import type { EventBody, PublicEvent } from './event.ts';
import type { EventType } from './event-types.ts';

/** Whether numbers, names and free texts go along. */
export type Told = 'personal' | 'impersonal';

/** Where an event stands among those of its subject. */
export interface Place {
  /** The row, attempt, operator, task or number that it is about, as its id names it. */
  subject: string;
  at: Instant;
  /** Digits that order what happened in one instant; the same when it is told again. */
  sequence: string;
  /** Among what one write tells. */
  place: number;
}

const instantDigits = 15;
const sequenceDigits = 40;
const placeDigits = 2;

/** The same change makes the same event, however often it is told of. */
export function makeEvent<Type extends EventType>(
  type: Type,
  { subject, at, sequence, place }: Place,
  body: EventBody<Type>,
): PublicEvent {
  const order = [
    String(Math.max(0, Math.floor(at))).padStart(instantDigits, '0'),
    sequence.padStart(sequenceDigits, '0').slice(-sequenceDigits),
    String(place).padStart(placeDigits, '0'),
  ].join('');
  const head = { version: 1 as const, id: `${type}:${subject}:${order}`, sequence: order };
  return { type, detail: { ...head, at: toIso(at), ...body } } as PublicEvent;
}
