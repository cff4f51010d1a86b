import { me, myState, phonePass, socketTicket } from '../../contract/people.ts';
import { toIso } from '../../domain/instant.ts';
import { lineOf } from '../../domain/operator-line.ts';
import type { Operator } from '../../domain/task.ts';
import { changeOwnState } from '../../use-cases/change-own-state.ts';
import { finishWrapUp } from '../../use-cases/finish-wrap-up.ts';
import { tellDirectory } from '../../use-cases/tell-desks.ts';
import { maySee } from './caller.ts';
import type { ConsolePorts } from './console-env.ts';
import { enterOperator } from './entries.ts';
import { refusalWords } from './refusal-words.ts';
import { badRequest, conflict, ok } from './replies.ts';
import { type Reply, type Request, type Route, route, routeWithin } from './route.ts';
import { showMe } from './show-me.ts';
import { tellAfterwards } from './tell-afterwards.ts';

type MyState = {
  away?: boolean | undefined;
  at?: string | undefined;
  currentTask?: string | undefined;
};

/** Who is signed in, and what he says about himself. */
export function meRoutes(ports: ConsolePorts): Route[] {
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
        answer: me,
        refusals: { 409: { why: 'You are not registered as an operator' } },
      },
      async ({ caller }, operator) => {
        await finishWrapUp(ports, operator);
        return ok(await showMe(ports, caller));
      },
    ),
    route(
      {
        method: 'POST',
        path: '/api/me/socket',
        summary: 'The address of your WebSocket, for one connection within 30 s',
        who: 'operators',
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
        answer: phonePass,
        refusals: { 409: { why: 'None of your addresses is a browser phone' } },
      },
      (_, operator) => passFor(ports, operator),
    ),
  ];
}

async function changeMe(
  ports: ConsolePorts,
  { caller, body }: Request<MyState>,
  operator: Operator,
): Promise<Reply<Awaited<ReturnType<typeof showMe>>>> {
  const { at, currentTask } = body;
  if (at !== undefined && !operator.addresses.includes(at)) {
    return badRequest(refusalWords.notYourAddress);
  }
  if (currentTask !== undefined) {
    const task = await ports.directory.task(currentTask);
    if (task === undefined || !maySee(caller, task)) {
      return badRequest(refusalWords.notYourCurrentTask);
    }
  }
  const change = Object.fromEntries(Object.entries(body).filter(([, it]) => it !== undefined));
  await changeOwnState(ports, { operator, change });
  await tellAfterwards(ports, tellDirectory(ports));
  return ok(await showMe(ports, caller));
}

const browserPhone = /^client:(.+)$/;

/** The identity is his `client:` address: the one where he is rung, if it is one. */
async function passFor({ phonePasses }: ConsolePorts, operator: Operator) {
  const lines = [lineOf(operator), ...operator.addresses];
  const identity = lines.flatMap((it) => browserPhone.exec(it)?.[1] ?? [])[0];
  if (identity === undefined) {
    return conflict(refusalWords.noBrowserPhone);
  }
  const pass = await phonePasses.passFor(identity);
  if (pass === undefined) return conflict(refusalWords.noBrowserPhones);
  const { token, expiresAt } = pass;
  return ok({ token, identity, expiresAt: toIso(expiresAt) });
}
