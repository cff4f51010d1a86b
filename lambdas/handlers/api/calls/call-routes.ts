import type * as z from 'zod';
import {
  attemptView,
  callPlaced,
  callWish,
  card,
  deferral,
  wrapUp,
} from '../../../contract/calls.ts';
import type { Attempt } from '../../../domain/attempt/attempt.ts';
import { toIso } from '../../../domain/basics/instant.ts';
import { inEachLanguage } from '../../../domain/basics/localized.ts';
import { callRefusalText } from '../../../domain/gate/call-refusal.ts';
import type { Operator } from '../../../domain/task/task.ts';
import { attemptViewOf } from '../../../domain/views/attempt-view.ts';
import { deferCall } from '../../../use-cases/call/defer-call.ts';
import { extendWrapUp } from '../../../use-cases/call/extend-wrap-up.ts';
import { hangUpCall } from '../../../use-cases/call/hang-up-call.ts';
import { leaveMessage } from '../../../use-cases/call/leave-message.ts';
import { markVoicemail } from '../../../use-cases/call/mark-voicemail.ts';
import type { CallTarget } from '../../../use-cases/own-calls/attach-call.ts';
import { placeCall } from '../../../use-cases/own-calls/place-call.ts';
import { showCard } from '../answers/show-card.ts';
import { enterAttempt, enterOperator } from '../http/access.ts';
import type { DeskPorts } from '../http/api-env.ts';
import { refusalWords } from '../http/refusal-words.ts';
import { conflict, notFound, nothing, ok } from '../http/replies.ts';
import { type Reply, type Request, type Route, routeWithin } from '../http/route.ts';
import { type OfCall, talkRoutes } from './talk-routes.ts';

const path = '/api/attempts/{attempt}';

/** Calls that an operator makes by hand, and what they do with any call of theirs. */
export function callRoutes(ports: DeskPorts): Route[] {
  const ofCall = enterAttempt(ports);
  return [
    routeWithin(
      enterOperator(ports.directory),
      {
        method: 'POST',
        path: '/api/calls',
        summary: 'Calls you, then the customer of a row, or any number',
        who: 'operators',
        audited: false,
        body: callWish,
        answer: callPlaced,
        status: 201,
        refusals: { 409: { why: 'Why the call is not made, and when it may be' } },
      },
      (request, operator) => call(ports, request, operator),
    ),
    routeWithin(
      ofCall,
      { method: 'GET', path, summary: 'One call', who: 'operators', answer: attemptView },
      async (_, attempt) => ok(attemptViewOf(attempt)),
    ),
    routeWithin(
      ofCall,
      {
        method: 'GET',
        path: `${path}/card`,
        summary: 'What you need while you talk: the row, what was said before, the form',
        who: 'operators',
        answer: card,
        refusals: { 404: { why: 'There is no such call, or its task is gone' } },
      },
      async (_, attempt) => {
        const shown = await showCard(ports, attempt);
        return shown === undefined ? notFound(refusalWords.taskOfCallGone) : ok(shown);
      },
    ),
    hangUpRoute(ports, ofCall),
    voicemailRoute(ports, ofCall),
    messageRoute(ports, ofCall),
    deferralRoute(ports, ofCall),
    moreTimeRoute(ports, ofCall),
    ...talkRoutes(ports, ofCall),
  ];
}

function hangUpRoute(ports: DeskPorts, ofCall: OfCall): Route {
  return routeWithin(
    ofCall,
    {
      method: 'POST',
      path: `${path}/hang-up`,
      summary: 'Hangs up; a call that is over already is left alone',
      who: 'operators',
      audited: false,
    },
    async (_, { id }: Attempt) => {
      await hangUpCall(ports, { attempt: id });
      return nothing;
    },
  );
}

function voicemailRoute(ports: DeskPorts, ofCall: OfCall): Route {
  return routeWithin(
    ofCall,
    {
      method: 'POST',
      path: `${path}/voicemail`,
      summary: 'A machine answered: hangs up, and calls the customer again after the rest for that',
      who: 'operators',
      audited: false,
      refusals: { 409: { why: 'Nobody answered, or the customer made the call' } },
    },
    async (_, { id }: Attempt) => {
      const isMarked = await markVoicemail(ports, { attempt: id, by: 'operator' });
      if (!isMarked) return conflict(refusalWords.nobodyAnswered);
      await hangUpCall(ports, { attempt: id });
      return nothing;
    },
  );
}

function messageRoute(ports: DeskPorts, ofCall: OfCall): Route {
  return routeWithin(
    ofCall,
    {
      method: 'POST',
      path: `${path}/message`,
      summary: 'A machine answered: it hears the task’s message, and you are free at once',
      who: 'operators',
      audited: false,
      refusals: { 409: { why: 'The task has no message, nobody answered, or the call is over' } },
    },
    async (_, { id }: Attempt) => {
      const isLeft = await leaveMessage(ports, { attempt: id });
      return isLeft ? nothing : conflict(refusalWords.noMessage);
    },
  );
}

function deferralRoute(ports: DeskPorts, ofCall: OfCall): Route {
  return routeWithin(
    ofCall,
    {
      method: 'POST',
      path: `${path}/deferral`,
      summary: 'Not now: the call comes back in so many minutes',
      who: 'operators',
      audited: false,
      body: deferral,
      refusals: { 409: { why: 'The customer is dialled already' } },
    },
    async ({ body }, { id }: Attempt) => {
      const isDeferred = await deferCall(ports, { attempt: id, minutes: body.minutes });
      return isDeferred ? nothing : conflict(refusalWords.dialledAlready);
    },
  );
}

function moreTimeRoute(ports: DeskPorts, ofCall: OfCall): Route {
  return routeWithin(
    ofCall,
    {
      method: 'POST',
      path: `${path}/more-time`,
      summary: 'A minute more to wrap the call up, as often as its task allows',
      who: 'operators',
      audited: false,
      answer: wrapUp,
      refusals: { 409: { why: 'The wrap-up is over' } },
    },
    async (_, attempt: Attempt) => {
      const extended = await extendWrapUp(ports, attempt);
      if (extended === undefined) return conflict(refusalWords.wrapUpOver);
      const { freeAt, latestAt } = extended;
      return ok({ freeAt: toIso(freeAt), latestAt: toIso(latestAt) });
    },
  );
}

async function call(
  ports: DeskPorts,
  { body }: Request<z.output<typeof callWish>>,
  operator: Operator,
): Promise<Reply<z.input<typeof callPlaced>>> {
  if (body.task !== undefined) {
    const task = await ports.directory.task(body.task);
    if (task === undefined) return notFound(refusalWords.noTask(body.task));
  }
  const placed = await placeCall(ports, { operator, target: targetOf(body) });
  if (placed.kind === 'refused') {
    const { reason, nextAt } = placed;
    const sentence = inEachLanguage((it) => callRefusalText(placed, it));
    return conflict(sentence, { reason, ...(nextAt !== undefined && { nextAt: toIso(nextAt) }) });
  }
  const attempt = await ports.attempts.get(placed.attempt);
  if (attempt === undefined) throw new Error('a call that was placed has an attempt');
  return { status: 201, body: { attempt: attemptViewOf(attempt) } };
}

function targetOf(wish: z.output<typeof callWish>): CallTarget {
  if ('Id' in wish) return { row: { task: wish.task, Id: wish.Id } };
  return wish.task === undefined ? { tel: wish.tel } : { tel: wish.tel, task: wish.task };
}
