import { promisePreview, promiseWish } from '../../../contract/forms.ts';
import { rowStory } from '../../../contract/rows.ts';
import type { Language } from '../../../domain/basics/language.ts';
import { inEachLanguage } from '../../../domain/basics/localized.ts';
import {
  judgePromise,
  type PromiseFields,
  promiseSentence,
  type UnkeptPromise,
} from '../../../domain/form/form-promise.ts';
import { columnOfProblem } from '../../../domain/form/promise-place.ts';
import { mayDial } from '../../../domain/gate/gate.ts';
import { shownProblem } from '../../../domain/order/stored-problem.ts';
import type { RowKey } from '../../../domain/row/row.ts';
import type { RowEvent } from '../../../domain/views/row-events.ts';
import { aboutRow, readGateFacts } from '../../../use-cases/gate/read-gate-facts.ts';
import { numberOf } from '../../../use-cases/numbers/rows-of-number.ts';
import { findRoom } from '../../../use-cases/promises/find-room.ts';
import { historyOf } from '../answers/show-attempts.ts';
import { showEntries } from '../answers/show-do-not-call.ts';
import { showPromise } from '../answers/show-promise.ts';
import { showRow } from '../answers/show-row.ts';
import { enterRow, enterTask, noRow } from '../http/access.ts';
import type { DeskPorts } from '../http/api-env.ts';
import { ok } from '../http/replies.ts';
import { type Refused, type Route, routeWithin } from '../http/route.ts';
import { rowId } from '../http/schemas.ts';

const path = '/api/tasks/{task}/subscribers/{Id}';

/** More attempts than anybody reads. */
const mostAttempts = 200;

/** What a row's next promise would come to, and all that happened to it. */
export function rowStoryRoutes(ports: DeskPorts): Route[] {
  return [
    routeWithin(
      enterRow(ports),
      {
        method: 'POST',
        path: `${path}/promise`,
        summary: 'What would become of a promise: nothing is written',
        who: 'operators',
        reads: true,
        body: promiseWish,
        answer: promisePreview,
        refusals: { 400: { why: 'What makes no sense, or that the number may not be called' } },
      },
      async ({ body: { calls, ...promised }, language }, { task, row }) => {
        const now = ports.clock.now();
        const about = aboutRow(row, task);
        const facts = await readGateFacts(ports, about);
        const asked = { row, task, promised, askedAt: now, now, facts };
        const verdict = judgePromise(asked);
        if (verdict.kind === 'taken' || verdict.kind === 'barred-then') {
          const { dueAt } = verdict;
          const mayBe = (at: number) => mayDial({ ...about, columns: row.columns, at, facts }).may;
          const room = await findRoom(ports, { task, at: dueAt, calls, mayBe });
          return ok(showPromise(verdict, { row, task, room }));
        }
        return refusedPromise(verdict, { promised, language });
      },
    ),
    routeWithin(
      enterTask(ports.directory),
      {
        method: 'GET',
        path: `${path}/story`,
        summary: 'All that is known of a row, also of one that was deleted',
        who: 'operators',
        answer: rowStory,
      },
      async ({ param, language }, task) => {
        const Id = rowId.safeParse(param('Id')).data;
        const story = Id && (await storyOf(ports, { task: task.id, Id }, language));
        return story ? ok(story) : noRow(task, param('Id'));
      },
    ),
  ];
}

/** In words, and below the column that is wrong. */
function refusedPromise(
  verdict: UnkeptPromise,
  { promised, language }: { promised: PromiseFields; language: Language },
): Refused {
  const error = inEachLanguage((it) => promiseSentence(verdict, it));
  const column = columnOfProblem(verdict, promised);
  const problems = column && { problems: { [column]: error[language] } };
  return { status: 400, body: { error, ...problems } };
}

async function storyOf(ports: DeskPorts, key: RowKey, language: Language) {
  const [row, attempts, events, task, operators] = await Promise.all([
    ports.rows.get(key),
    historyOf(ports, key, mostAttempts),
    ports.views.events(key),
    ports.directory.task(key.task),
    ports.directory.operators(),
  ]);
  if (row === undefined && attempts.length === 0 && events.length === 0) return undefined;
  if (task === undefined) return { attempts, events, doNotCall: [] };
  const number = row && numberOf(row, task);
  return {
    row: row && showRow(row, { task, operators, language }),
    attempts,
    events: events.map((event) => inLanguage(event, language)),
    doNotCall: showEntries(number === undefined ? undefined : await ports.doNotCall.find(number)),
  };
}

function inLanguage(event: RowEvent, language: Language): RowEvent {
  if (!('problem' in event)) return event;
  const { problemCode: _, ...shown } = event;
  const problem = shownProblem(event, language);
  return { ...shown, ...(problem !== undefined && { problem }) };
}
