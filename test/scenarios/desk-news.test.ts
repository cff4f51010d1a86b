import { WebSocket } from 'ws';
import type { AttemptView } from '../../lambdas/contract/calls.ts';
import { liveMessage } from '../../lambdas/contract/live.ts';
import { operatorCommand } from '../../lib/command-line/operator/operator-command.ts';
import { runHere } from '../command-line/run-here.ts';
import { CallFloor } from '../support/call-floor.ts';
import { inSeconds } from '../support/desk.ts';
import { DeskSocket, ticketUrl } from '../support/desk-socket.ts';
import { expectSucceeded } from '../support/expectations.ts';
import { eventually } from '../support/local-system.ts';

const floor = new CallFloor();
beforeAll(async () => {
  await floor.open();
  kims = await removedByCommand(kim);
});
afterAll(() => floor.close());

type Supervisor = { role: 'supervisor'; operator: string };
const supervisor = (operator: string): Supervisor => ({ role: 'supervisor', operator });
const [boss, sue, kim] = [supervisor('boss'), supervisor('sue'), supervisor('kim')];
/** Of a supervisor who was removed while it was open. */
let kims: DeskSocket | undefined;

async function ask(line: string, as: Supervisor, given?: object): Promise<number> {
  const [method = '', target = ''] = line.split(' ');
  const authorization = `Bearer ${await floor.system.token(as)}`;
  const body = given && { body: JSON.stringify(given) };
  const init = { method, headers: { authorization }, ...body };
  return (await fetch(`${floor.system.description.webhooks}${target}`, init)).status;
}

function welcome({ operator }: Supervisor): Promise<number> {
  const entry = { name: operator, addresses: [`client:${operator}`] };
  return ask(`PUT /api/operators/${operator}`, boss, entry);
}

/** The sweep of the minute closes it: nothing tells desks of what a command writes. */
async function removedByCommand(person: Supervisor): Promise<DeskSocket> {
  await welcome(person);
  const socket = await DeskSocket.open(floor.system, person);
  const words = ['remove', person.operator, '--url', floor.system.description.webhooks];
  expect((await runHere(operatorCommand, words)).code).toBe(0);
  return socket;
}

const states = ['connecting', 'ringing', 'waiting', 'dialling', 'talking', 'over'];
/** Those that last until a person does something, or a second comes; the others may pass untold. */
const lasting = ['ringing', 'waiting', 'dialling', 'talking', 'over'];
const slowPhone = { afterSeconds: 3, hangUpAfterSeconds: null, presses: '1' };

const shown = floor.desk({
  task: { ringAheadSeconds: 10, operatorRingSeconds: 60, customerRingSeconds: 60 },
});
const other = floor.desk();
test('a call is shown to its operator and to supervisors as it goes on, and to nobody else', async () => {
  const operator = { role: 'operator', operator: `${shown.task}-operator-1` } as const;
  const stranger = { role: 'operator', operator: `${other.task}-operator-1` } as const;
  const [mine, theirs, board] = await Promise.all([
    DeskSocket.open(floor.system, operator),
    DeskSocket.open(floor.system, stranger),
    DeskSocket.open(floor.system, { role: 'supervisor' }),
  ]);
  for (const phone of shown.numbers) await shown.setPhone(phone, slowPhone);
  await shown.order({ dueAt: inSeconds(10), operator_number: shown.operator });
  await mine.hears('promises');
  await eventually(
    async () => mine.messages('attempt').map(({ attempt }) => attempt.state),
    (told) => told.includes('talking'),
  );
  await shown.hangUp(shown.customer);
  await expectSucceeded(shown);
  const end = (desk: DeskSocket) =>
    eventually(
      async () => newsOf(desk.messages('attempt').map(({ attempt }) => attempt)).at(-1),
      (attempt) => attempt?.outcome === 'reached' && attempt.operatorFreeAt !== undefined,
    );
  await Promise.all([end(mine), end(board)]);
  const told = newsOf(mine.messages('attempt').map(({ attempt }) => attempt));
  expect(told.map(({ state }) => states.indexOf(state))).toEqual(
    told.map(({ state }) => states.indexOf(state)).toSorted(),
  );
  expect(told.map(({ state }) => state)).toEqual(expect.arrayContaining(lasting));
  expect(newsOf(board.messages('attempt').map(({ attempt }) => attempt)).at(-1)).toEqual(
    told.at(-1),
  );
  expect(theirs.messages('attempt')).toEqual([]);
  for (const { message } of board.heard) expect(liveMessage.parse(message)).toEqual(message);
  reportDelay(mine);
  for (const desk of [mine, theirs, board]) desk.close();
});

/** What a desk makes of it: messages may come late, and one with more facts is newer. */
function newsOf(told: AttemptView[]): AttemptView[] {
  return told.filter((attempt, n) =>
    told.slice(0, n).every(({ facts }) => facts.length < attempt.facts.length),
  );
}

/** How long after the claim the call was on the screen: for who reads the log, no condition. */
function reportDelay({ heard }: DeskSocket): void {
  const first = heard.find(({ message }) => message.kind === 'attempt');
  if (first?.message.kind !== 'attempt') return;
  const delay = first.at - Date.parse(first.message.attempt.claimedAt);
  process.stdout.write(`the call was on the desk ${delay} ms after its claim\n`);
}

const searched = floor.desk();
test('a row that was written is in the views, and its story tells what happened', async () => {
  const supervisor = await DeskSocket.open(floor.system, { role: 'supervisor' });
  const before = supervisor.messages('promises').length;
  await searched.order({ dueAt: inSeconds(86_400) });
  await supervisor.hears('promises', before + 1);
  const authorization = `Bearer ${await floor.system.token({ role: 'supervisor' })}`;
  const search = { text: 'синиц', task: searched.task };
  const asked = { method: 'POST', headers: { authorization }, body: JSON.stringify(search) };
  const answer = await floor.system.request('/api/search', asked);
  const { rows } = (await answer.json()) as { rows: { task: string; Id: number }[] };
  expect(rows).toMatchObject([searched.key()]);
  supervisor.close();
});

test('a socket is opened by a ticket that was given and not used yet, and by nothing else', async () => {
  const url = await ticketUrl(floor.system, { role: 'supervisor' });
  expect(await statusOf(url)).toBe(101);
  expect(await statusOf(url)).toBe(401);
  expect(await statusOf(url.replace(/ticket=.*/, 'ticket=made-up'))).toBe(401);
  expect(await statusOf(url.replace(/\?.*/, ''))).toBe(401);
});

test('who is removed in the page loses their open sockets at once, a supervisor too', async () => {
  expect(await welcome(sue)).toBe(200);
  const theirs = await DeskSocket.open(floor.system, sue);
  const others = await DeskSocket.open(floor.system, boss);
  expect(await ask('DELETE /api/operators/sue', boss)).toBe(204);
  await theirs.closed;
  await others.ping();
  for (const line of ['GET /api/board', 'POST /api/me/socket']) {
    expect([line, await ask(line, sue)]).toEqual([line, 403]);
  }
  others.close();
});

test('who was removed by a command is out within a minute, whatever happens meanwhile', async () => {
  await kims?.closed;
  expect(await ask('GET /api/board', kim)).toBe(403);
});

test('nothing that desks are told of stands in a log', () => {
  expect(floor.leaks()).toEqual([]);
});

/** What the upgrade is answered with. */
function statusOf(url: string): Promise<number | undefined> {
  const socket = new WebSocket(url);
  return new Promise((resolve, reject) => {
    socket.once('upgrade', ({ statusCode }) => {
      resolve(statusCode);
      socket.close();
    });
    socket.once('unexpected-response', (request, { statusCode }) => {
      resolve(statusCode);
      request.destroy();
    });
    socket.once('error', reject);
  });
}
