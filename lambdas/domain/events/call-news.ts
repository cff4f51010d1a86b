import { type Attempt, lastOutcome } from '../attempt/attempt.ts';
import { type Instant, toIso } from '../basics/instant.ts';
import { rowId } from '../row/row.ts';
import { talkingSince } from '../views/attempt-view.ts';
import { outcomeRecordOf } from '../views/outcome-record.ts';
import type { EventBody, PublicEvent } from './event.ts';
import { type EventType, eventTypes } from './event-types.ts';
import { makeEvent, type Place, type Told } from './make-event.ts';

export interface CallChange {
  before: Attempt | undefined;
  after: Attempt;
}

/** What an attempt's new facts say to others: each thing once, when it is first known. */
export function callNews({ before, after }: CallChange, told: Told): PublicEvent[] {
  const body = callOf(after, told);
  const { operator } = after;
  const stateNews = (state: OperatorState, at: Instant, freeAt?: Instant) =>
    operator.id === undefined
      ? []
      : [
          makeEvent('operator.state', operatorPlace(operator.id, at, state), {
            operator: operator.id,
            state,
            attempt: after.id,
            ...(freeAt !== undefined && { freeAt: toIso(freeAt) }),
          }),
        ];
  return [
    ...first(ringingSince, (at) => [
      makeEvent('operator.ringing', placeOf('operator.ringing', after, at), body),
      ...stateNews('ringing', at),
    ]),
    ...first(dialledAt, (at) => [
      makeEvent('customer.dialled', placeOf('customer.dialled', after, at), body),
    ]),
    ...first(talkingSince, (at) => stateNews('talking', at)),
    ...first(talkedUntil, (at) => [
      makeEvent('call.talked', placeOf('call.talked', after, at), { ...body, ...talkOf(after) }),
    ]),
    ...vainNews({ before, after }, body),
    ...first(
      ({ facts }) => facts.operatorReleased?.at,
      (at) => stateNews('wrap-up', at, after.facts.operatorReleased?.freeAt),
    ),
  ];

  /** What is known now and was not before. */
  function first(
    since: (attempt: Attempt) => Instant | undefined,
    tell: (at: Instant) => PublicEvent[],
  ): PublicEvent[] {
    const at = since(after);
    const wasKnown = before !== undefined && since(before) !== undefined;
    return at === undefined || wasKnown ? [] : tell(at);
  }
}

type OperatorState = EventBody<'operator.state'>['state'];

/** That a phone rings is told by the network only where somebody watches: its call was made, for the others. */
function ringingSince({ facts, origin }: Attempt): Instant | undefined {
  if (origin === 'manual') return undefined;
  return (facts.operatorCreated ?? facts.operatorRang ?? facts.operatorAnswered)?.at;
}

function dialledAt({ facts }: Attempt): Instant | undefined {
  return facts.dialling?.at;
}

/** Their talk is over when either's leg has ended, and counts when the attempt is settled so. */
function talkedUntil(attempt: Attempt): Instant | undefined {
  const { customerEnded, operatorEnded } = attempt.facts;
  if (lastOutcome(attempt) !== 'reached') return undefined;
  return customerEnded?.at ?? operatorEnded?.at;
}

function talkOf(attempt: Attempt): Pick<EventBody<'call.talked'>, 'seconds' | 'endedAs'> {
  const endedAs = attempt.facts.customerEnded?.as;
  const seconds = outcomeRecordOf(attempt, undefined)?.talkSeconds ?? 0;
  return { seconds, ...(endedAs !== undefined && { endedAs }) };
}

/** Told anew where it is learned later that a machine, and not the customer, had answered. */
function vainNews({ before, after }: CallChange, body: CallBody): PublicEvent[] {
  const cause = lastOutcome(after);
  if (cause === undefined || cause === 'reached') return [];
  if (before !== undefined && lastOutcome(before) === cause) return [];
  const { facts } = after;
  const at = facts.voicemail?.instead ? facts.voicemail.at : facts.settled?.at;
  const nextTryAt = (facts.voicemail?.instead ?? facts.settled)?.nextDueAt;
  const place = placeOf('call.not-reached', after, at ?? after.claimedAt);
  return [
    makeEvent('call.not-reached', place, {
      ...body,
      cause,
      wasDialled: facts.dialling !== undefined,
      ...(nextTryAt !== undefined && { nextTryAt: toIso(nextTryAt) }),
    }),
  ];
}

type CallBody = EventBody<'operator.ringing'>;

function callOf({ id, row, origin, operator, customer }: Attempt, told: Told): CallBody {
  return {
    ...row,
    attempt: id,
    origin,
    ...(operator.id !== undefined && { operator: operator.id }),
    ...(told === 'personal' && { operatorAddress: operator.address, customer }),
  };
}

/** Of what one instant brings, what must come first has the lower number. */
function placeOf(type: EventType, { row }: Attempt, at: Instant): Place {
  return { subject: rowId(row), at, sequence: String(eventTypes.indexOf(type)), place: 0 };
}

const states: readonly OperatorState[] = ['ringing', 'talking', 'wrap-up'];

function operatorPlace(operator: string, at: Instant, state: OperatorState): Place {
  const sequence = String(states.indexOf(state));
  return { subject: `operator:${operator}`, at, sequence, place: 0 };
}
