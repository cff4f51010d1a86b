import { isReading } from '../../../lambdas/handlers/api/http/may-ask.ts';
import { declarations } from '../../../lambdas/handlers/open-api/open-api-document.ts';
import { anna, boss, type Claims, Console, ivan, lena, vera } from '../../support/console.ts';

/**
 * Every route for every kind of token. Who may come in is asked before a body is read: who may not
 * gets 403, and who may gets something else for the empty body. Anna is listed by the task and talks;
 * Ivan works here too, for no task. Lena leads the task; Nina leads none.
 */
const routes = declarations().map((declaration) => {
  const { method, path, who } = declaration;
  return { line: `${method} ${path}`, who, reads: isReading(declaration) };
});

let desk: Console;
let attempt: string;

beforeAll(async () => {
  desk = await Console.open();
  attempt = await desk.talk();
  await desk.centre.changeTask({ operators: ['anna'], leads: ['lena'] });
  const gone = { addresses: ['client:zed'], away: false, gone: true };
  await desk.ports.directory.putOperator({ ...gone, id: 'zed', name: 'Zed' });
});

afterAll(() => expect(desk.failures).toEqual([]));

const strangers: [string, Claims][] = [
  ['no claims', {}],
  ['an id token', { ...boss, token_use: 'id' }],
  ['no group', { token_use: 'access', username: 'boss' }],
  ['a foreign group', { ...boss, 'cognito:groups': ['guests'] }],
  ['a group with the role in its name', { ...boss, 'cognito:groups': ['supervisors of sales'] }],
  ['no name', { ...boss, username: '' }],
  ['an operator who left', { ...anna, username: 'zed' }],
  ['a supervisor who left', { ...boss, username: 'zed' }],
];

const isWithin = (line: string) => /\{(task|attempt|script)\}/.test(line);
const isWithinTeam = (line: string) => isWithin(line) || line.includes('{operator}');

type Token = readonly [name: string, as: Claims, isRefused: (route: (typeof routes)[0]) => boolean];

function isForIvan({ line, who }: (typeof routes)[0]): boolean {
  return who !== 'operators' || isWithin(line);
}

const tokens: Token[] = [
  ...strangers.map(([name, as]) => [name, as, () => true] as const),
  ['a supervisor', boss, () => false],
  ['a read-only supervisor', vera, ({ reads }) => !reads],
  ['the lead', lena, ({ who }) => who === 'supervisors'],
  [
    'a lead of nothing',
    { ...lena, username: 'nina' },
    ({ line, who }) => who === 'supervisors' || isWithinTeam(line),
  ],
  ['who is named as a lead, and is none', { ...ivan, username: 'lena' }, isForIvan],
  ['the operator', anna, ({ who }) => who !== 'operators'],
  ['another operator', ivan, isForIvan],
];

function fill(line: string): string {
  const named: Record<string, string> = {
    task: 'demo',
    Id: '17',
    attempt,
    operator: 'anna',
    script: 'callback',
  };
  return line.replace(/\{(\w+)\}/g, (_, name: string) => named[name] ?? 'none');
}

/** These do what they say without a body, so a supervisor and Anna are not let loose on them. */
const isHarmless = (line: string) =>
  line.startsWith('GET') || !/^DELETE|hang-up$|resume$|\/next$/.test(line);

const cases = tokens.flatMap(([name, as, isRefused]) =>
  routes
    .map((route) => ({ name, as, line: route.line, refused: isRefused(route) }))
    .filter(({ line, refused }) => refused || isHarmless(line)),
);

test.each(cases)('$name: $line', async ({ as, line, refused }) => {
  const before = structuredClone([...desk.centre.world.tables.rows.values()]);
  const body = line.startsWith('GET') ? undefined : {};
  const answer = await desk.ask(fill(line), { as, ...(body && { body }) });
  if (!refused) return expect(answer.status).not.toBe(403);
  expect(answer.status).toBe(403);
  expect(Object.keys(answer.body)).toEqual(['error']);
  expect([...desk.centre.world.tables.rows.values()]).toEqual(before);
});

test('there are routes of each kind', () => {
  expect(routes.length).toBeGreaterThan(35);
  expect(new Set(routes.map(({ who }) => who))).toEqual(
    new Set(['operators', 'leads', 'supervisors']),
  );
});
