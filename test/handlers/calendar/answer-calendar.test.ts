import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { answerCalendar } from '../../../lambdas/handlers/calendar/answer-calendar.ts';
import { anna, boss, Console, olga } from '../../support/console.ts';

let desk: Console;

beforeEach(async () => {
  desk = await Console.open();
  const order = { status: 10, date_callback: '2026-11-23', имя: 'Zoë' };
  const put = (Id: number, time: string, columns: object = {}) =>
    desk.centre.put(Id, {
      tel: `020 7946 00${Id}`,
      ...order,
      time_callback: time,
      ...columns,
    });
  put(17, '12:00', { operator_number: 'client:anna' });
  put(18, '11:00');
  put(19, '10:30', { operator_number: '+442079460992' });
  await desk.centre.follow();
});

afterEach(() => expect(desk.failures).toEqual([]));

const get = (path: string) =>
  answerCalendar(desk.ports)({ rawPath: `/api${path}` } as APIGatewayProxyEventV2);
const link = async (line: string, as: object): Promise<string> =>
  (await desk.ask(`POST ${line}`, { as })).body.path;
const told = async (path: string) => {
  const { statusCode, headers, body = '' } = await get(path);
  expect([statusCode, headers?.['cache-control']]).toEqual([200, 'no-store']);
  return body.split('\r\n').filter((line) => /^(UID|DTSTART|SUMMARY|DESCRIPTION)/.test(line));
};

const hers = '/api/me/calendar';
const tasks = '/api/tasks/demo/calendar';

test('an operator sees what is promised for them, without a name or number', async () => {
  expect(await told(await link(hers, anna))).toEqual([
    'UID:demo.17@callback-center',
    'DTSTART:20261123T120000Z',
    'SUMMARY:Call: Demo',
    'DESCRIPTION:demo 17',
  ]);
});

test('a task shows all that is promised, and names customers where the account says so', async () => {
  const account = await desk.ports.directory.account();
  await desk.ports.directory.putAccount({ ...account, calendarNames: true });
  const lines = await told(await link(tasks, boss));
  expect(lines.filter((line) => line.startsWith('UID'))).toEqual([
    'UID:demo.19@callback-center',
    'UID:demo.18@callback-center',
    'UID:demo.17@callback-center',
  ]);
  expect(lines).toContain('SUMMARY:Call: Zoë');
  expect(lines).toContain('DESCRIPTION:Demo\\n020 7946 0017\\ndemo 17');
});

test('what is moved is the same event, and what is cancelled is gone', async () => {
  const path = await link(hers, anna);
  desk.centre.write(17, { time_callback: '13:00' });
  await desk.centre.follow();
  expect((await told(path)).slice(0, 2)).toEqual([
    'UID:demo.17@callback-center',
    'DTSTART:20261123T130000Z',
  ]);
  desk.centre.write(17, { status: undefined });
  await desk.centre.follow();
  expect(await told(path)).toEqual([]);
});

test('a renewed link, a revoked one, another’s and a bent one open nothing, and say nothing', async () => {
  const first = await link(hers, anna);
  const second = await link(hers, anna);
  expect((await desk.ask(`GET ${hers}`)).body).toEqual({ madeAt: '2026-11-23T10:00:00.000Z' });
  const closed = [first, second.replace('anna', 'ivan'), second.replace('operators', 'tasks')];
  for (const path of [...closed, `${second}x`, '/calendar/operators/anna/.ics', '/calendar']) {
    const { statusCode, body } = await get(path);
    expect([path, statusCode, body]).toEqual([path, 404, undefined]);
  }
  await told(second);
  expect((await desk.ask(`DELETE ${hers}`)).status).toBe(204);
  expect((await get(second)).statusCode).toBe(404);
  expect((await desk.ask(`GET ${hers}`)).body).toEqual({});
});

test('who has left has no calendar, nor has who was never registered', async () => {
  const path = await link(hers, anna);
  await desk.ports.directory.changeOperator('anna', { gone: true });
  expect((await get(path)).statusCode).toBe(404);
  expect((await desk.ask(`POST ${hers}`, { as: olga })).status).toBe(409);
});
