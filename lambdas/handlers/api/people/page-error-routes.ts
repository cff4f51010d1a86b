import { pageError } from '../../../contract/page-errors.ts';
import { minute, second } from '../../../domain/basics/instant.ts';
import type { SupervisorPorts } from '../http/api-env.ts';
import { nothing } from '../http/replies.ts';
import { type Route, route } from '../http/route.ts';

/** So many of one person's errors reach the log in ten minutes; a page that loops fills nothing. */
const mostErrors = 20;
const period = (10 * minute) / second;

/** Where a page failed in somebody's browser. */
export function pageErrorRoutes({ rateCounter, clock, journal }: SupervisorPorts): Route[] {
  return [
    route(
      {
        method: 'POST',
        path: '/api/me/page-errors',
        summary:
          'Tells the log that a page failed, and where; more than twenty in ten minutes are dropped',
        who: 'operators',
        reads: true,
        body: pageError,
      },
      async ({ caller, body: { page, name, stack } }) => {
        const at = { seconds: period, at: clock.now() };
        const count = await rateCounter.add(`page-errors:${caller.operator}`, 1, at);
        if (count > mostErrors) return nothing;
        const places = stack.map(({ file, line, column }) => `${file}:${line}:${column}`);
        journal.note('a page failed', { page, name, places: places.join(' ') });
        return nothing;
      },
    ),
  ];
}
