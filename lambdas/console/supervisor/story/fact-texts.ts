import type { PastAttempt } from '../../../contract/calls.ts';
import type { RowEvent } from '../../../contract/rows.ts';
import type { Outcome } from '../../../domain/attempt/outcomes.ts';
import { callWords, inWords, outcomeName } from '../../words/call-words.ts';
import { rowWords, statusName } from '../../words/row-words.ts';
import { exactTime, moment, span } from '../../words/times.ts';
import { storyWords } from './story-words.ts';

type FactView = PastAttempt['facts'][number];

/** What a fact says beyond its name. */
export function factDetail(fact: FactView): string {
  const words = storyWords();
  const codes = callWords();
  switch (fact.kind) {
    case 'operatorEnded':
      return inWords(codes.legEnds, String(fact.as));
    case 'customerEnded':
      return joined(
        inWords(codes.legEnds, String(fact.as)),
        Number(fact.seconds) > 0 && words.lasted(span(Number(fact.seconds) * 1000)),
      );
    case 'customerRefused':
      return inWords(codes.refusals, String(fact.because));
    case 'withdrawn':
      return joined(
        inWords(codes.withdrawals, String(fact.reason)),
        isText(fact.why) && inWords(rowWords().reasons, fact.why),
        isText(fact.nextAt) && words.nextAt(moment(fact.nextAt)),
      );
    case 'operatorDeferred':
      return words.minutesLater(Number(fact.minutes));
    case 'submissionRefused':
      return words.code(Number(fact.code));
    case 'voicemail':
      return isText(fact.nextDueAt) ? words.nextRetry(moment(fact.nextDueAt)) : '';
    case 'settled':
      return joined(
        outcomeName(fact.outcome as Outcome),
        isText(fact.nextDueAt) && words.nextRetry(moment(fact.nextDueAt)),
      );
    case 'operatorReleased':
      return isText(fact.freeAt) ? words.freeAt(exactTime(fact.freeAt)) : '';
    default:
      return '';
  }
}

/** What an event of the row says beyond its name; times by the customer's clock. */
export function eventDetail(event: RowEvent, zone: string): string {
  const words = storyWords();
  const when = (instant: unknown) => moment(String(instant), zone);
  switch (event.kind) {
    case 'promised':
      return event.again ? words.promisedAgain(when(event.for)) : words.promised(when(event.for));
    case 'moved':
      return joined(
        words.movedTo(when(event.from), when(event.to)),
        event.because === 'zone' && words.zoneChanged,
        isText(event.putOffBy) && inWords(rowWords().reasons, event.putOffBy),
      );
    case 'waits-for-operator':
      return words.triedAgain(when(event.to));
    case 'refused':
      return String(event.problem);
    case 'ended':
      return joined(
        event.status !== undefined && statusName(Number(event.status)),
        isText(event.problem) && event.problem,
      );
    case 'apologised':
      return words.promised(when(event.for));
    case 'edited':
      return Array.isArray(event.columns) ? event.columns.join(', ') : '';
    default:
      return '';
  }
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

function joined(...parts: (string | false)[]): string {
  return parts.filter(Boolean).join(' · ');
}
