import type { AttemptId } from '../../lambdas/domain/attempt/attempt.ts';
import { declarations } from '../../lambdas/handlers/open-api/open-api-document.ts';
import { anna, boss, Console, sampleScript } from '../support/console.ts';
import { OddValues, usualSeed } from './odd-values.ts';
import { strict } from './strict-store.ts';

/** Whatever is sent to the API gets an answer of its own; what is refused changed nothing. */
const requests = 6_000;

const task = {
  title: 'Demo',
  timeZone: 'Europe/London',
  country: 'GB',
  callerId: '+442079460000',
  operators: ['anna', 'ivan'],
  script: 'callback',
};
const run = { visits: [{ step: 'talk', answers: { result: 'settled' }, left: true }] };
const rows = [{ task: 'demo', Id: 17 }];
const order = { tel: '020 7946 0017', имя: 'Zoë', status: 10, callaftermin: 600 };
const line = { line: 2, occurrence: 1, cells: { Id: '31', tel: '020 7946 0031', имя: 'Ян' } };

/** By what a route's path ends with. */
const bodies: [RegExp, unknown][] = [
  [/form$/, { revision: 0, run }],
  [/submission$/, { run, sentAt: '2026-11-23T10:30:00.000Z' }],
  [/deferral$/, { minutes: 5 }],
  [/calls$/, { task: 'demo', Id: 17 }],
  [/search$/, { text: 'zoe', task: 'demo' }],
  [/import$/, { mode: 'write', highestId: 31, lines: [line] }],
  [/promise$/, { callaftermin: 5 }],
  [/subscribers(\/|$)/, order],
  [/pause$/, { reason: 'lunch' }],
  [/tasks\/[^/]+$/, task],
  [/operators\/[^/]+$/, { name: 'Анна', addresses: ['+442079460991'], pin: '123456' }],
  [/scripts\/[^/]+$/, sampleScript],
  [/promises$/, { which: 'today' }],
  [/move$/, { rows, callaftermin: 5 }],
  [/reassign$/, { rows, operator: 'ivan' }],
  [/cancel$/, { rows }],
  [/figures$/, { from: '2026-11-23', to: '2026-11-23', timeZone: 'UTC' }],
  [/me$/, { away: false, at: '+442079460991' }],
];

let desk: Console;
let attempt: AttemptId;

beforeAll(async () => {
  desk = await Console.open();
  const { ports } = desk;
  for (const name of ['rowEditor', 'forms', 'directory', 'scripts', 'rowImport'] as const) {
    Object.assign(ports, { [name]: strict(ports[name]) });
  }
  attempt = await desk.talk();
});

test(`of ${requests} odd requests none fails, and none that is refused changes anything`, async () => {
  const odd = new OddValues(usualSeed);
  const routes = declarations();
  const seen = new Set<number>();
  for (let n = 0; n < requests; n++) {
    const { method, path } = odd.pick(routes);
    const where = fill(path, odd);
    const usual = bodies.find(([end]) => end.test(path))?.[1] ?? {};
    const sent =
      method === 'GET' ? undefined : odd.body(odd.isOneIn(4) ? odd.json() : odd.bent(usual));
    const before = await state();
    const { status } = await desk.send(method, where, { as: odd.pick([anna, boss]), sent });
    seen.add(status);
    const request = { n, method, where, sent: sent?.slice(0, 200), status };
    expect({ ...request, failures: desk.failures }).toEqual({ ...request, failures: [] });
    expect(status).toBeLessThan(500);
    if (status >= 400)
      expect({ ...request, state: await state() }).toEqual({ ...request, state: before });
  }
  expect([...seen]).toEqual(expect.arrayContaining([200, 201, 204, 400, 403, 404, 409, 413]));
});

function fill(path: string, odd: OddValues): string {
  const usual: Record<string, string> = {
    task: 'demo',
    Id: '17',
    attempt,
    operator: 'anna',
    script: 'callback',
  };
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) =>
    odd.isOneIn(6) ? encoded(odd.text()) || 'x' : (usual[name] ?? 'x'),
  );
  return odd.isOneIn(6)
    ? `${filled}?version=${encoded(odd.text())}&${encoded(odd.name())}=1`
    : filled;
}

function encoded(text: string): string {
  return encodeURIComponent(text.toWellFormed());
}

/** What requests write; the stream's records count the writes of rows. */
async function state(): Promise<unknown> {
  const { directory, forms, scripts } = desk.ports;
  const { tables } = desk.centre.world;
  return JSON.stringify([
    await directory.tasks(),
    await directory.operators(),
    (await scripts.all()).map(({ id, version }) => [id, version]),
    (await forms.get(attempt))?.revision,
    tables.written,
    tables.attempts.size,
  ]);
}
