import { calendarLink, newCalendarLink } from '../../../contract/people.ts';
import { toIso } from '../../../domain/basics/instant.ts';
import type { CalendarOwner } from '../../../ports/people/calendar-links.ts';
import { enterOperator, enterTask } from '../http/access.ts';
import type { SupervisorPorts } from '../http/api-env.ts';
import { nothing, ok } from '../http/replies.ts';
import { type Declaration, type Entry, type Route, routeWithin } from '../http/route.ts';

type LinkPorts = Pick<SupervisorPorts, 'calendarLinks' | 'clock'>;

/** The link by which an operator's calendar program sees the calls that are promised for them. */
export function ownCalendarRoutes(ports: SupervisorPorts): Route[] {
  const enter = enterOperator(ports.directory);
  const refusals = { 409: { why: 'You are not registered as an operator' } };
  return linkRoutes(ports, {
    place: { path: '/api/me/calendar', who: 'operators', refusals, audited: false },
    whose: 'your promised calls',
    enter,
    kind: 'operators',
  });
}

/** And all that are promised of a task. */
export function taskCalendarRoutes(ports: SupervisorPorts): Route[] {
  return linkRoutes(ports, {
    place: { path: '/api/tasks/{task}/calendar', who: 'leads' },
    whose: 'the promised calls of the task',
    enter: enterTask(ports.directory),
    kind: 'tasks',
  });
}

interface Links {
  place: Pick<Declaration, 'path' | 'who' | 'refusals' | 'audited'>;
  whose: string;
  enter: Entry<{ id: string }>;
  kind: CalendarOwner['kind'];
}

function linkRoutes(ports: LinkPorts, { place, whose, enter, kind }: Links): Route[] {
  const { calendarLinks, clock } = ports;
  return [
    routeWithin(
      enter,
      {
        ...place,
        method: 'GET',
        summary: `Whether a secret link shows ${whose} in calendars`,
        answer: calendarLink,
      },
      async (_, { id }) => {
        const madeAt = await calendarLinks.madeAt({ kind, id });
        return ok(madeAt === undefined ? {} : { madeAt: toIso(madeAt) });
      },
    ),
    routeWithin(
      enter,
      {
        ...place,
        method: 'POST',
        summary: `Makes the secret link that shows ${whose} in calendars; one that was made before ends`,
        answer: newCalendarLink,
      },
      async (_, { id }) => {
        const madeAt = clock.now();
        const secret = await calendarLinks.renew({ kind, id }, madeAt);
        return ok({ path: `/calendar/${kind}/${id}/${secret}.ics`, madeAt: toIso(madeAt) });
      },
    ),
    routeWithin(
      enter,
      {
        ...place,
        method: 'DELETE',
        summary: `Ends the secret link that shows ${whose} in calendars`,
      },
      async (_, { id }) => {
        await calendarLinks.revoke({ kind, id });
        return nothing;
      },
    ),
  ];
}
