import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import writeXlsxFile from 'write-excel-file/node';
import { importCommand } from '../../lib/command-line/import-command.ts';
import { runHere, type Where } from './run-here.ts';
import { systemsForTests } from './systems.ts';

const { openWhole, serve } = systemsForTests();
const fixtures = path.join(__dirname, '../fixtures');
const folder = mkdtempSync(path.join(tmpdir(), 'import-'));
afterAll(() => rmSync(folder, { recursive: true }));

const tel = '020 7946 0017';

function run(words: string[], where: Where = {}) {
  return runHere(importCommand, words, { folder, ...where });
}

function file(name: string, content: string): string {
  writeFileSync(path.join(folder, name), content);
  return name;
}

test('a good file is imported, and changes nothing the second time', async () => {
  const { url, rows } = await openWhole();
  const words = ['table_out_call.utf8.csv', '--task', 'demo', '--url', url];
  const lines = (counts: string) =>
    new RegExp(
      // what takes some seconds tells how far it is
      `^The file is UTF-8 with commas. Columns: Id, tel, .*\n(?:.* · .*\n)*${counts} in \\d+\\.\\d s.\n$`,
    );

  const first = await run(words, { folder: fixtures });
  expect(first.stderr).toMatch(lines('120 imported, 0 unchanged, 0 refused'));
  expect(first.code).toBe(0);
  expect(await rows()).toHaveLength(120);

  const second = await run(words, { folder: fixtures });
  expect(second.stderr).toMatch(lines('0 imported, 120 unchanged, 0 refused'));
  expect(second.code).toBe(0);
});

test('every bad row is told with line, column, value and reason, the good ones are imported', async () => {
  const { url, rows } = await openWhole();
  const ran = await run(['excel-ru.cp1251.csv', '--task', 'demo', '--url', url], {
    folder: fixtures,
  });
  expect(ran.stderr.split('\n').slice(0, -2)).toEqual([
    'The file is Windows-1251 with semicolons. Columns: Id, tel, имя, фамилия, id заказа, id владельца, комментарии, callaftermin, date_callback, time_callback, operator_number, status, date_call',
    'Line 5, column tel, “телефон неизвестен”: tel must be a phone number, with its country code or as dialled in GB',
    'Line 11, column callaftermin, “завтра”: callaftermin must be a whole number of minutes, 0–525600, got “завтра”',
    'Line 19, column date_callback, “2027-02-29 00:00:00.000”: date_callback is “2027-02-29 00:00:00.000”, a day that the calendar does not have',
    'Line 23, column status, “99”: status must be 10 (call at the promised time), 12, 13, 14 or empty, got “99”',
    'Line 32, column Id, “30”: an earlier line of the file has this Id: give this one another, or none',
  ]);
  expect(ran.stderr).toContain('35 imported, 0 unchanged, 5 refused in ');
  expect(ran.code).toBe(1);
  expect(await rows()).toHaveLength(35);
});

test('a workbook is imported, its columns as --map says', async () => {
  const { url, rows } = await openWhole();
  const sheet = [
    ['Phone Number', 'имя', 'Note'],
    [tel, 'Анна', 'x'],
  ];
  await writeXlsxFile(sheet).toFile(path.join(folder, 'customers.xlsx'));
  const words = ['customers.xlsx', '--task', 'demo', '--url', url];
  const guessed = await run(words);
  expect([guessed.code, guessed.stderr]).toEqual([
    2,
    'The header line has no column tel. If “Phone Number” holds the phone numbers, add --map "Phone Number=tel".\n',
  ]);
  const missing = await run([...words, '--map', 'Phone=tel']);
  expect(missing.stderr).toBe(
    '--map: the file has no column “Phone”, only “Phone Number”, “имя”, “Note”.\n',
  );
  const ran = await run([...words, '--map', 'Phone Number=tel', '--map', 'Note=']);
  expect(ran.stderr).toMatch(
    /^The file is an Excel workbook, of which the first sheet is read. Columns: tel, имя\n1 imported/,
  );
  expect(await rows()).toMatchObject([{ tel, имя: 'Анна' }]);
});

test('a rehearsal says what would happen and writes nothing', async () => {
  const { url, rows } = await openWhole();
  const name = file('good.csv', `Id;tel;имя;_due_at\n17;${tel};Мария;x\n`);
  const ran = await run([name, '--task', 'demo', '--url', url, '--dry-run']);
  expect(ran).toMatchObject({
    code: 0,
    stderr: `The file is UTF-8 with semicolons. Columns: Id, tel, имя
Column _due_at is left out: such names are the system’s own.
Nothing was written. It would be: 1 imported, 0 unchanged, 0 refused.
`,
  });
  expect(await rows()).toEqual([]);
});

describe('a file whose encoding nobody can tell', () => {
  const cases = path.join(fixtures, 'cases');
  const importing = async (name: string, words: string[] = [], where: Where = {}) => {
    const { url, rows } = await openWhole();
    const ran = await run([name, '--task', 'demo', '--url', url, ...words], {
      folder: cases,
      ...where,
    });
    return { ...ran, rows: await rows() };
  };

  test.each([
    ['10-excel-cp1252.csv', 'windows-1252', 'José Müller;owes £20 – “soon”', 2],
    ['10d-koi8r.csv', 'koi8-r', 'имя;город', 1],
    ['10e-cp866.csv', 'ibm866', 'имя;город', 1],
  ])('%s stores nothing and asks', async (name, encoding, text, count) => {
    const asked = await importing(name);
    expect(asked).toMatchObject({ code: 2, rows: [] });
    expect(asked.stderr).toMatch(new RegExp(`${encoding} +.*${text}\n`));
    expect(asked.stderr).toContain('Nothing was imported: name it with --encoding, such as');

    const named = await importing(name, ['--encoding', encoding]);
    expect(named).toMatchObject({ code: 0 });
    expect(named.rows).toHaveLength(count);

    const answered = await importing(name, [], { answers: `${encoding}\n` });
    expect(answered).toMatchObject({ code: 0 });
    // Lines without an Id are taken in side by side: either may get the first one.
    const withoutId = (all: Record<string, unknown>[]) => all.map(({ Id: _, ...row }) => row);
    expect(withoutId(answered.rows)).toEqual(expect.arrayContaining(withoutId(named.rows)));
  });

  test('is not read by an encoding that nobody knows', async () => {
    const ran = await importing('10d-koi8r.csv', ['--encoding', 'klingon']);
    expect(ran).toMatchObject({ code: 2, rows: [] });
    expect(ran.stderr).toContain('Nobody knows the encoding klingon.');
  });
});

test('an import that is stopped says how far it came and that it can be repeated', async () => {
  const { url } = await openWhole();
  const name = file('stopped.csv', `tel\nкто?\n${`${tel}\n`.repeat(1_000)}`);
  const stop = new AbortController();
  const ran = await run([name, '--task', 'demo', '--url', url], {
    signal: stop.signal,
    onStderr: (text) => void (text.startsWith('Line 2') && stop.abort()),
  });
  expect(ran.code).toBe(130);
  expect(ran.stderr).toMatch(
    /Stopped after \d+ of 1,001 lines\. The same command goes on from there: what was imported changes nothing\.\n$/,
  );
});

test('an import that is stopped before it began has written nothing', async () => {
  const { url, rows } = await openWhole();
  const name = file('stopped.csv', `tel\n${tel}\n`);
  const ran = await run([name, '--task', 'demo', '--url', url], { signal: AbortSignal.abort() });
  expect(ran.code).toBe(130);
  expect(ran.stderr).toContain('Stopped before the first row was written.');
  expect(await rows()).toEqual([]);
});

test('an outage is a sentence, with how far the import came', async () => {
  const { tables, endpoint } = await openWhole();
  const broken = { endpoint, region: 'eu-central-1', tables: { ...tables, subscribers: 'Gone' } };
  const url = await serve('application/json', () => JSON.stringify({ dynamodb: broken }));
  const name = file('outage.csv', `Id;tel\n17;${tel}\n`);
  const ran = await run([name, '--task', 'demo', '--url', url]);
  expect(ran.code).toBe(2);
  expect(ran.stderr).toMatch(
    /Stopped after 1 of 1 lines\..*\nIt failed: ResourceNotFoundException, /,
  );
  expect(ran.stderr).not.toContain('    at ');
});

test('--help tells how it is used', async () => {
  const ran = await run(['--help']);
  expect(ran).toMatchObject({ code: 0, stderr: '' });
  expect(ran.stdout).toContain('npm run import -- FILE --task TASK');
});

describe('a mistake is told in a sentence', () => {
  test.each([
    [[], 'Which file? See --help.'],
    [['a.csv', 'b.csv'], 'One file at a time, got a.csv, b.csv.'],
    [['none.csv', '--task', 'demo'], `There is no file ${path.join(folder, 'none.csv')}.`],
    [['.', '--task', 'demo'], `${folder} is not a file.`],
    [['good.csv', '--frobnicate'], "Unknown option '--frobnicate'. See --help."],
    [['good.csv', '--port', 'x'], '--port must be a number, got x.'],
    [
      ['good.csv', '--url', '3000'],
      '--url must be an address such as http://127.0.0.1:3000, got 3000.',
    ],
    [
      ['good.csv', '--port', '3000', '--stack', 'x'],
      'Of --port, --url and --stack only one can be meant.',
    ],
    [
      ['good.csv', '--port', '1'],
      'Nothing answers at http://127.0.0.1:1. Is npm start running? Another port is named by --port, a system in AWS by --stack.',
    ],
  ])('%j', async (words, sentence) => {
    file('good.csv', `tel\n${tel}\n`);
    expect(await run(words)).toEqual({ code: 2, stdout: '', stderr: `${sentence}\n` });
  });

  test.each([
    [['good.csv'], 'Which task? Name it with --task.'],
    [['good.csv', '--task', 'sales'], 'There is no task sales. There is demo.'],
    [['empty.csv', '--task', 'demo'], 'The file is empty.'],
    [
      ['names.csv', '--task', 'demo'],
      'The header line has no column tel, only “имя”, “город”. The first line must name the columns: Id, tel and so on.',
    ],
  ])('%j', async (words, sentence) => {
    const { url } = await openWhole();
    file('good.csv', `tel\n${tel}\n`);
    file('empty.csv', '');
    file('names.csv', 'имя;город\n');
    const ran = await run([...words, '--url', url]);
    expect(ran).toEqual({ code: 2, stdout: '', stderr: `${sentence}\n` });
  });
});
