import type * as z from 'zod';
import { deskNote } from '../../../contract/people.ts';
import { toIso } from '../../../domain/basics/instant.ts';
import { tellNote } from '../../../use-cases/desk/notify-desks.ts';
import type { SupervisorPorts } from '../http/api-env.ts';
import { refusalWords } from '../http/refusal-words.ts';
import { conflict, notFound, nothing } from '../http/replies.ts';
import { type Reply, type Request, type Route, routeWithin } from '../http/route.ts';
import { enterStaff } from './operator-routes.ts';

export function operatorMessageRoutes(ports: SupervisorPorts): Route[] {
  return [
    routeWithin(
      enterStaff(ports),
      {
        method: 'POST',
        path: '/api/operators/{operator}/message',
        summary: 'Shows a message on the operator’s open desks; it is kept nowhere',
        who: 'leads',
        body: deskNote,
        refusals: { 409: { why: 'No desk of theirs is open, or it could not be told' } },
      },
      (request, id) => sendNote(ports, request, id),
    ),
  ];
}

async function sendNote(
  ports: SupervisorPorts,
  { body: { text }, caller }: Request<z.output<typeof deskNote>>,
  id: string,
): Promise<Reply> {
  const [known, sender] = await Promise.all(
    [id, caller.operator].map((it) => ports.directory.operator(it)),
  );
  if (known === undefined || known.gone === true) return notFound(refusalWords.noOperator(id));
  const from = sender?.name ?? caller.operator;
  const isTold = await tellNote(ports, id, { at: toIso(ports.clock.now()), from, text });
  return isTold ? nothing : conflict(refusalWords.noDeskTold);
}
