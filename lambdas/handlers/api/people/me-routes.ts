import { me, myState, socketTicket, stateList, voiceToken } from '../../../contract/people.ts';
import { toIso } from '../../../domain/basics/instant.ts';
import { awayReasonsOf } from '../../../domain/task/away-reasons.ts';
import { lineOf } from '../../../domain/task/operator-line.ts';
import type { Operator } from '../../../domain/task/task.ts';
import { finishWrapUp } from '../../../use-cases/call/finish-wrap-up.ts';
import { changeOwnState } from '../../../use-cases/desk/change-own-state.ts';
import { statesOfDay } from '../../../use-cases/desk/list-states.ts';
import { tellDirectory } from '../../../use-cases/desk/notify-desks.ts';
import { showMe } from '../answers/show-me.ts';
import { showStates } from '../answers/show-states.ts';
import { enterOperator } from '../http/access.ts';
import type { DeskPorts } from '../http/api-env.ts';
import { tellAfterwards } from '../http/notify-afterwards.ts';
import { refusalWords } from '../http/refusal-words.ts';
import { badRequest, conflict, ok } from '../http/replies.ts';
import { type Reply, type Request, type Route, route, routeWithin } from '../http/route.ts';

type MyState = {
  away?: boolean | undefined;
  awayReason?: string | undefined;
  at?: string | undefined;
  currentTask?: string | undefined;
};

/** Who is signed in, and what they say about themselves. */
export function meRoutes(ports: DeskPorts): Route[] {
  const asOperator = enterOperator(ports.directory);
  return [
    route(
      { method: 'GET', path: '/api/me', summary: 'Who you are', who: 'operators', answer: me },
      async ({ caller }) => ok(await showMe(ports, caller)),
    ),
    routeWithin(
      asOperator,
      {
        method: 'PATCH',
        path: '/api/me',
        summary: 'Says whether you are there, where you are rung, and for which task you call',
        who: 'operators',
        audited: false,
        body: myState,
        answer: me,
        refusals: { 409: { why: 'You are not registered as an operator' } },
      },
      (request, operator) => changeMe(ports, request, operator),
    ),
    routeWithin(
      asOperator,
      {
        method: 'POST',
        path: '/api/me/done',
        summary: 'Ends your wrap-up: the next call may come',
        who: 'operators',
        audited: false,
        answer: me,
        refusals: {
          409: { why: 'You are not registered as an operator, or owe the form of your last call' },
        },
      },
      async ({ caller }, operator) => {
        if (!(await finishWrapUp(ports, operator))) return conflict(refusalWords.formFirst);
        return ok(await showMe(ports, caller));
      },
    ),
    routeWithin(
      asOperator,
      {
        method: 'GET',
        path: '/api/me/states',
        summary: 'When you were available, away, or not responding today',
        who: 'operators',
        answer: stateList,
        refusals: { 409: { why: 'You are not registered as an operator' } },
      },
      async (_, operator) => ok(showStates(await statesOfDay(ports, operator, ports.clock.now()))),
    ),
    route(
      {
        method: 'POST',
        path: '/api/me/socket',
        summary: 'The address of your WebSocket, for one connection within 30 s',
        who: 'operators',
        reads: true,
        answer: socketTicket,
      },
      async ({ caller }) => ok({ url: await ports.desks.openTicket(caller) }),
    ),
    routeWithin(
      asOperator,
      {
        method: 'POST',
        path: '/api/me/phone',
        summary: 'A pass with which this browser becomes your telephone',
        who: 'operators',
        audited: false,
        answer: voiceToken,
        refusals: { 409: { why: 'None of your addresses is a browser phone' } },
      },
      (_, operator) => passFor(ports, operator),
    ),
  ];
}

async function changeMe(
  ports: DeskPorts,
  { caller, sees, body }: Request<MyState>,
  operator: Operator,
): Promise<Reply<Awaited<ReturnType<typeof showMe>>>> {
  const { at, currentTask, awayReason } = body;
  if (at !== undefined && !operator.addresses.includes(at)) {
    return badRequest(refusalWords.notYourAddress);
  }
  if (currentTask !== undefined) {
    const task = await ports.directory.task(currentTask);
    if (task === undefined || !sees(task)) {
      return badRequest(refusalWords.notYourCurrentTask);
    }
  }
  if (awayReason !== undefined) {
    const reasons = awayReasonsOf(await ports.directory.account());
    if (!reasons.includes(awayReason)) return badRequest(refusalWords.noSuchReason);
  }
  const change = Object.fromEntries(Object.entries(body).filter(([, it]) => it !== undefined));
  await changeOwnState(ports, { operator, change });
  await tellAfterwards(ports, tellDirectory(ports));
  return ok(await showMe(ports, caller));
}

const browserPhone = /^client:(.+)$/;

/** The identity is their `client:` address: the one where they are rung, if it is one. */
async function passFor({ voiceTokens }: DeskPorts, operator: Operator) {
  const lines = [lineOf(operator), ...operator.addresses];
  const identity = lines.flatMap((it) => browserPhone.exec(it)?.[1] ?? [])[0];
  if (identity === undefined) {
    return conflict(refusalWords.noBrowserPhone);
  }
  const pass = await voiceTokens.tokenFor(identity);
  if (pass === undefined) return conflict(refusalWords.noBrowserPhones);
  return ok({ ...pass, expiresAt: toIso(pass.expiresAt) });
}
