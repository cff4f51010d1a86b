import { doNotCallChange, rowDoNotCallWish } from '../../../contract/do-not-call.ts';
import { barNumber } from '../../../use-cases/numbers/bar-number.ts';
import { barRow } from '../../../use-cases/numbers/bar-row.ts';
import { numberOf } from '../../../use-cases/numbers/rows-of-number.ts';
import { enterRow } from '../http/access.ts';
import type { DeskPorts } from '../http/api-env.ts';
import { refusalWords } from '../http/refusal-words.ts';
import { badRequest, ok } from '../http/replies.ts';
import { type Route, routeWithin } from '../http/route.ts';

/** The customer of a row said no: any operator of the task may note that. */
export function sayNoRoutes(ports: DeskPorts): Route[] {
  const sayNo = routeWithin(
    enterRow(ports),
    {
      method: 'POST',
      path: '/api/tasks/{task}/subscribers/{Id}/do-not-call',
      summary:
        'Puts the row’s number on the do-not-call list, for its task or for all; its rows go to 14',
      who: 'operators',
      body: rowDoNotCallWish,
      answer: doNotCallChange,
    },
    async ({ body: { all, ...said }, caller }, { row, task }) => {
      const number = numberOf(row, task);
      if (number === undefined) return badRequest(refusalWords.notANumber);
      const scope = all ? {} : { task: task.id };
      const wish = { ...said, ...scope, number, by: caller.operator, door: 'desk' } as const;
      const change = await barNumber(ports, wish);
      // a row of this second is not found by its number yet
      const isOwnToo = await barRow(ports, row);
      return ok({ ...change, rows: change.rows + Number(isOwnToo) });
    },
  );
  return [sayNo];
}
