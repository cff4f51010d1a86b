import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { exportCommand } from '../../lib/command-line/export-command.ts';
import { importCommand } from '../../lib/command-line/import-command.ts';
import { runHere, type Where } from './run-here.ts';
import { systemsForTests } from './systems.ts';

const { open, openWhole } = systemsForTests();
const folder = mkdtempSync(path.join(tmpdir(), 'export-'));
afterAll(() => rmSync(folder, { recursive: true }));

const row = { task: 'demo', Id: 17, tel: '+44 20 7946 0017', имя: 'Мария, Анна', status: 12 };
const mark = '\uFEFF';
const header =
  'Id,tel,имя,callaftermin,date_callback,time_callback,operator_number,status,date_call,time_zone';
const exported = `${mark}${header}\r\n17,'+44 20 7946 0017,"Мария, Анна",,,,,12,,\r\n`;

function run(words: string[], where: Where = {}) {
  return runHere(exportCommand, words, { folder, ...where });
}

test('writes the table to the standard output', async () => {
  const { url, outside } = await open();
  await outside.put(row);
  const ran = await run(['--task', 'demo', '--url', url]);
  expect(ran).toEqual({ code: 0, stdout: exported, stderr: '1 row exported.\n' });
});

test('writes it to a file, by the delimiter that is asked for', async () => {
  const { url, outside } = await open();
  await outside.put(row);
  const words = ['--task', 'demo', '--url', url, '--out', 'a.csv', '--delimiter', 'semicolon'];
  expect(await run(words)).toMatchObject({ code: 0, stdout: '' });
  const text = readFileSync(path.join(folder, 'a.csv'), 'utf8');
  expect(text).toBe(
    `${mark}${header.replaceAll(',', ';')}\r\n17;'+44 20 7946 0017;"Мария, Анна";;;;;12;;\r\n`,
  );
});

test('for a database, every cell is written as it is', async () => {
  const { url, outside } = await open();
  await outside.put(row);
  const ran = await run(['--task', 'demo', '--url', url, '--for-database']);
  expect(ran.stdout).toBe(exported.replace("'+44", '+44'));
});

test('what it wrote is imported into another system as it was', async () => {
  const [from, to] = [await open(), await openWhole()];
  await from.outside.put(row);
  await run(['--task', 'demo', '--url', from.url, '--out', 'b.csv']);
  const words = ['b.csv', '--task', 'demo', '--url', to.url];
  expect(await runHere(importCommand, words, { folder })).toMatchObject({ code: 0 });
  expect(await to.rows()).toEqual([{ ...row, _imported: expect.any(String) }]);
});

test('stopped, it leaves a file as it was', async () => {
  const { url } = await open();
  writeFileSync(path.join(folder, 'kept.csv'), 'kept');
  const words = ['--task', 'demo', '--url', url, '--out', 'kept.csv'];
  const ran = await run(words, { signal: AbortSignal.abort() });
  expect(ran).toMatchObject({ code: 130, stderr: 'Stopped after 0 rows.\n' });
  expect(readFileSync(path.join(folder, 'kept.csv'), 'utf8')).toBe('kept');
  expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
});

test.each([
  [
    ['--task', 'demo', '--out', 'none/a.csv'],
    `${path.join(folder, 'none/a.csv')} cannot be written (ENOENT).`,
  ],
  [
    ['--task', 'demo', '--delimiter', 'pipe'],
    '--delimiter must be comma, semicolon, tab, got pipe.',
  ],
  [['--task', 'sales'], 'There is no task sales. There is demo.'],
  [['a.csv', '--task', 'demo'], "Unexpected argument 'a.csv'. See --help."],
])('%j is told in a sentence', async (words, sentence) => {
  const { url } = await open();
  expect(await run([...words, '--url', url])).toEqual({
    code: 2,
    stdout: '',
    stderr: `${sentence}\n`,
  });
});

test('--help tells how it is used', async () => {
  expect((await run(['-h'])).stdout).toContain('npm run export -- --task TASK');
});
