import { boss, Console } from '../../support/console.ts';

let desk: Console;

beforeEach(async () => {
  desk = await Console.open();
});

afterEach(() => expect(desk.failures).toEqual([]));

const language = 'ru-RU,ru;q=0.9,en;q=0.8';
const tel = '020 7946 0005';

/** The same question in Russian and in English. */
async function errorsOf(line: string, given: Parameters<Console['ask']>[1] = {}) {
  const russian = await desk.ask(line, { ...given, language });
  const english = await desk.ask(line, given);
  expect(russian.status).toBe(english.status);
  return [russian.body.error, english.body.error];
}

describe('a refusal is told in the language that the request asks for', () => {
  test('of a call', async () => {
    await desk.ask('POST /api/calls', { body: { tel } });
    desk.centre.put(6, { tel: '020 7946 0006' });
    const body = { task: 'demo', Id: 6 };
    expect(await errorsOf('POST /api/calls', { body })).toEqual([
      'вы уже на линии; сначала положите трубку',
      'you are in a call; hang up first',
    ]);
  });

  test('of an order', async () => {
    desk.centre.put(5, { tel });
    const body = { status: 10, callaftermin: 'завтра' };
    expect(await errorsOf('PATCH /api/tasks/demo/subscribers/5', { body })).toEqual([
      'callaftermin — это целое число минут, 0–525600; записано «завтра»',
      'callaftermin must be a whole number of minutes, 0–525600, got “завтра”',
    ]);
  });

  test('of a promise that makes no sense', async () => {
    desk.centre.put(5, { tel });
    const body = { callaftermin: '-1' };
    expect(await errorsOf('POST /api/tasks/demo/subscribers/5/promise', { body })).toEqual([
      'Введите целое число минут; «-1» не подходит.',
      'Write a whole number of minutes; “-1” is not one.',
    ]);
  });

  test('of one row among many', async () => {
    const body = { rows: [{ task: 'demo', Id: 99 }] };
    const ask = { as: boss, body, language };
    expect((await desk.ask('POST /api/promises/cancel', ask)).body.results).toEqual([
      { task: 'demo', Id: 99, problem: 'такой строки больше нет' },
    ]);
  });

  test('of a line of a file, with the code that a page puts into words again', async () => {
    const lines = [{ line: 2, cells: { tel: 'кто?' }, occurrence: 1 }];
    const body = { mode: 'rehearse', highestId: 0, lines };
    const { receptions } = (
      await desk.ask('POST /api/tasks/demo/import', { as: boss, body, language })
    ).body;
    expect(receptions).toMatchObject([
      {
        outcome: 'refused',
        reason: expect.stringContaining('tel — это номер телефона'),
        problem: { code: 'not-a-number', country: 'GB' },
      },
    ]);
  });

  test('of what is not there, or not theirs', async () => {
    expect(await errorsOf('GET /api/tasks/nothing')).toEqual([
      'задачи nothing нет',
      'there is no task nothing',
    ]);
    expect(await errorsOf('GET /api/board')).toEqual([
      'это могут делать только супервизоры',
      'only supervisors may do that',
    ]);
  });
});

test('what is wrong with a row is told in Russian, though the row says it in English', async () => {
  desk.centre.put(5, { tel, status: 10 });
  await desk.centre.follow();
  expect(desk.centre.row(5)._problem).toMatch(/^status is 10 but nothing says when to call/);
  const story = await desk.ask('GET /api/tasks/demo/subscribers/5/story', { language });
  const sentence = /^status равен 10, но не сказано, когда звонить/;
  expect(story.body.row.problem).toMatch(sentence);
});

test('a problem stays in Russian when the task has changed since', async () => {
  const { centre } = desk;
  centre.put(6, { tel: '12', status: 10, callaftermin: 5 });
  await centre.follow();
  const task = await centre.ports.directory.task('demo');
  if (task === undefined) throw new Error('the task is there');
  await centre.ports.directory.putTask({ ...task, country: 'RU', timeZone: 'Europe/Moscow' });
  const story = await desk.ask('GET /api/tasks/demo/subscribers/6/story', { language });
  expect(story.body.row.problem).toMatch(/^tel — это номер телефона.*\(GB\)/);
});

test('what is wrong with a task is told in Russian by field', async () => {
  const task = (await desk.ask('GET /api/tasks/demo')).body;
  const { id: _, ...body } = { ...task, timeZone: 'Paris', maxAttempts: 0, title: '', extra: 1 };
  const answer = await desk.ask('PUT /api/tasks/demo', { as: boss, body, language });
  expect(answer).toMatchObject({ status: 400, body: { problems: expect.anything() } });
  expect(answer.body.problems).toEqual({
    '': 'лишнее: extra',
    timeZone: 'укажите часовой пояс IANA, например Europe/Moscow',
    maxAttempts: 'значение — не меньше 1',
    title: 'число знаков — не меньше 1',
  });
});
