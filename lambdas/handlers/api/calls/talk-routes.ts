import { attemptView, holdWish, recordingWish } from '../../../contract/calls.ts';
import type { Attempt } from '../../../domain/attempt/attempt.ts';
import { attemptViewOf } from '../../../domain/views/attempt-view.ts';
import { holdCustomer, resumeTalk } from '../../../use-cases/conference/hold-customer.ts';
import { changeRecording } from '../../../use-cases/recording/change-recording.ts';
import type { enterAttempt } from '../http/access.ts';
import type { DeskPorts } from '../http/api-env.ts';
import { refusalWords } from '../http/refusal-words.ts';
import { conflict, ok } from '../http/replies.ts';
import { type Route, routeWithin } from '../http/route.ts';

const path = '/api/attempts/{attempt}';

export type OfCall = ReturnType<typeof enterAttempt>;

/** What an operator does with a talk that goes on. */
export function talkRoutes(ports: DeskPorts, ofCall: OfCall): Route[] {
  return [recordingRoute(ports, ofCall), holdRoute(ports, ofCall)];
}

function recordingRoute(ports: DeskPorts, ofCall: OfCall): Route {
  return routeWithin(
    ofCall,
    {
      method: 'PUT',
      path: `${path}/recording`,
      summary: 'Pauses the recording of a talk, goes on with it, or begins one',
      who: 'operators',
      audited: false,
      body: recordingWish,
      answer: attemptView,
      refusals: { 409: { why: 'Nothing is being recorded, or nobody talks yet' } },
    },
    async ({ body }, { id }: Attempt) => {
      const changed = await changeRecording(ports, { attempt: id, to: body.state });
      return changed ? ok(attemptViewOf(changed)) : conflict(refusalWords.notRecording);
    },
  );
}

function holdRoute(ports: DeskPorts, ofCall: OfCall): Route {
  return routeWithin(
    ofCall,
    {
      method: 'PUT',
      path: `${path}/hold`,
      summary: 'Puts the customer on hold, with music, or talks with them again',
      who: 'operators',
      audited: false,
      body: holdWish,
      answer: attemptView,
      refusals: { 409: { why: 'Nobody talks, the customer called in, or it took too long' } },
    },
    async ({ body }, { id }: Attempt) => {
      const changed = await (body.isOn ? holdCustomer : resumeTalk)(ports, id);
      if (changed === 'nobody') return conflict(refusalWords.nobodyToHold);
      return changed === 'late' ? conflict(refusalWords.holdLate) : ok(attemptViewOf(changed));
    },
  );
}
