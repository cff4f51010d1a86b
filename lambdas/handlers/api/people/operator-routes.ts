import * as z from 'zod';
import { awayWish, operatorView, stateList } from '../../../contract/people.ts';
import { operatorLock } from '../../../domain/attempt/lock.ts';
import { isAtWork, lineOf } from '../../../domain/task/operator-line.ts';
import { type Operator, operatorId } from '../../../domain/task/task.ts';
import { changeOwnState } from '../../../use-cases/desk/change-own-state.ts';
import { statesOfDay } from '../../../use-cases/desk/list-states.ts';
import { tellDirectory } from '../../../use-cases/desk/notify-desks.ts';
import { showOperator } from '../answers/show-operator.ts';
import { showStates } from '../answers/show-states.ts';
import { staffSeenBy } from '../http/access.ts';
import type { SupervisorPorts } from '../http/api-env.ts';
import { sentenceOf } from '../http/issue-words.ts';
import { tellAfterwards } from '../http/notify-afterwards.ts';
import { refusalWords } from '../http/refusal-words.ts';
import { badRequest, conflict, forbidden, notFound, nothing, ok } from '../http/replies.ts';
import {
  type Entry,
  type Reply,
  type Request,
  type Route,
  route,
  routeWithin,
} from '../http/route.ts';
import { operatorBody } from '../http/supervisor-schemas.ts';

const path = '/api/operators/{operator}';

const isoDay = z.iso.date().describe('YYYY-MM-DD, by the clocks of their first task');

export function operatorRoutes(ports: SupervisorPorts): Route[] {
  return [
    route(
      {
        method: 'GET',
        path: '/api/operators',
        summary: 'All operators, also deactivated ones',
        who: 'leads',
        answer: z.array(operatorView),
      },
      async (request) => {
        const isSeen = await staffSeenBy(ports, request);
        const operators = await ports.directory.operators();
        return ok(operators.filter(({ id }) => isSeen(id)).map(showOperator));
      },
    ),
    route(
      {
        method: 'PUT',
        path,
        summary: 'Registers or replaces an operator; without `pin` the PIN stays as it is',
        who: 'supervisors',
        body: operatorBody,
        answer: operatorView,
        refusals: { 409: { why: 'An address is somebody else’s' } },
      },
      (request) => putOperator(ports, request),
    ),
    routeWithin(
      enterStaff(ports),
      {
        method: 'GET',
        path: `${path}/states`,
        summary:
          'When the operator was available, away, or not responding on a day (today unless given)',
        who: 'leads',
        query: z.object({ day: isoDay.optional() }),
        answer: stateList,
      },
      (request) => statesOf(ports, request),
    ),
    routeWithin(
      enterStaff(ports),
      {
        method: 'PUT',
        path: `${path}/away`,
        summary: 'Sends the operator away, or has them back at work; all else stays as it is',
        who: 'leads',
        body: awayWish,
        answer: operatorView,
      },
      (request, id) => setAway(ports, request, id),
    ),
    route(
      {
        method: 'DELETE',
        path,
        summary:
          'Deactivates the operator: they get no calls, and what was promised for them is orphaned',
        who: 'supervisors',
      },
      async ({ param, caller }) => {
        if (param('operator') === caller.operator) return conflict(refusalWords.notYourself);
        const known = await ports.directory.operator(param('operator'));
        if (known === undefined) return notFound(refusalWords.noOperator(param('operator')));
        await ports.directory.changeOperator(known.id, { gone: true });
        await tellAfterwards(ports, ports.desks.close([{ operator: known.id }]));
        await tellAfterwards(ports, tellDirectory(ports));
        return nothing;
      },
    ),
  ];
}

async function setAway(
  ports: SupervisorPorts,
  { body: { away }, caller }: Request<z.output<typeof awayWish>>,
  id: string,
): Promise<Reply<z.input<typeof operatorView>>> {
  const known = await ports.directory.operator(id);
  if (known === undefined || known.gone === true) return notFound(refusalWords.noOperator(id));
  await changeOwnState(ports, { operator: known, change: { away }, by: caller.operator });
  await tellAfterwards(ports, tellDirectory(ports));
  return ok(showOperator({ ...known, away }));
}

/** Lets those in who see this operator. */
export function enterStaff(ports: SupervisorPorts): Entry<string> {
  return async (request) => {
    const id = request.param('operator');
    const isSeen = await staffSeenBy(ports, request);
    return isSeen(id) ? { entered: id } : { refused: forbidden(refusalWords.notYourOperator) };
  };
}

async function statesOf(
  ports: SupervisorPorts,
  { param, query }: Request<unknown, { day?: string | undefined }>,
): Promise<Reply<z.input<typeof stateList>>> {
  const known = await ports.directory.operator(param('operator'));
  if (known === undefined) return notFound(refusalWords.noOperator(param('operator')));
  // Noon in UTC is that day in most of the world's zones.
  const at = query.day === undefined ? ports.clock.now() : Date.parse(`${query.day}T12:00:00Z`);
  return ok(showStates(await statesOfDay(ports, known, at)));
}

async function putOperator(
  ports: SupervisorPorts,
  { param, body, caller }: Request<z.output<typeof operatorBody>>,
): Promise<Reply<z.input<typeof operatorView>>> {
  const id = operatorId.safeParse(param('operator'));
  if (!id.success) return badRequest(sentenceOf(id.error));
  const { pin, ...given } = body;
  const taken = await takenAddress(ports, id.data, given.addresses);
  if (taken !== undefined) return conflict(refusalWords.addressTaken(taken.id));
  const before = await ports.directory.operator(id.data);
  const pinHash = await pinHashOf(ports, before, pin);
  const since = before?.away === given.away ? sinceOf(before) : {};
  const operator: Operator = {
    ...since,
    ...roleOf(before),
    ...given,
    id: id.data,
    ...(pinHash !== undefined && { pinHash }),
  };
  await ports.directory.putOperator(operator);
  const isBack = isAtWork(operator) && before !== undefined && !isAtWork(before);
  if (before !== undefined && before.away !== operator.away) {
    const change = { away: operator.away };
    await changeOwnState(ports, { operator: before, change, by: caller.operator });
  } else if (isBack) {
    const lock = operatorLock({ id: id.data, address: lineOf(operator) });
    await ports.dialQueue.send({ kind: 'offer', operator: lock }, 0);
  }
  await tellAfterwards(ports, tellDirectory(ports));
  return ok(showOperator(operator));
}

/** Why they are away, and since when, stays as it is while they are. */
function sinceOf({ awayReason, awaySince }: Operator): Partial<Operator> {
  return {
    ...(awayReason !== undefined && { awayReason }),
    ...(awaySince !== undefined && { awaySince }),
  };
}

/** The page does not send it. */
function roleOf(before: Operator | undefined): Partial<Operator> {
  if (before?.role === undefined) return {};
  return { role: before.role, roleChangedAt: before.roleChangedAt };
}

/** An address belongs to one operator: who is rung there is who takes the call. */
async function takenAddress(
  { directory }: SupervisorPorts,
  id: string,
  addresses: readonly string[],
): Promise<Operator | undefined> {
  const others = (await directory.operators()).filter((it) => it.id !== id && it.gone !== true);
  return others.find((it) => it.addresses.some((address) => addresses.includes(address)));
}

async function pinHashOf(
  { pins }: SupervisorPorts,
  before: Operator | undefined,
  pin: string | null | undefined,
): Promise<string | undefined> {
  if (pin === null) return undefined;
  return pin === undefined ? before?.pinHash : pins.hashOf(pin);
}
