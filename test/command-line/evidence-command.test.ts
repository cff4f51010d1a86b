import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DynamoViews } from '../../lambdas/adapters/dynamodb/views/dynamo-views.ts';
import { eraseCommand } from '../../lib/command-line/evidence/erase-command.ts';
import { evidenceCommand } from '../../lib/command-line/evidence/evidence-command.ts';
import { runHere } from './run-here.ts';
import { systemsForTests } from './systems.ts';

const { openWhole, client } = systemsForTests();
const folder = mkdtempSync(path.join(tmpdir(), 'evidence-'));
afterAll(() => rmSync(folder, { recursive: true }));

const tel = '020 7946 0017';
const evidence = (...words: string[]) => runHere(evidenceCommand, words, { folder });
const erase = (...words: string[]) => runHere(eraseCommand, words, { folder });

async function openWithRow() {
  const system = await openWhole();
  await system.outside.put({ task: 'demo', Id: 17, tel, имя: 'Мария' });
  const views = new DynamoViews(client(), system.tables);
  for (const at of ['2026-11-23T12:00:00.000Z', '2026-11-23T12:00:01.000Z']) {
    const events = [{ sequence: '1', place: 0, event: { at, kind: 'created' as const } }];
    const row = { task: 'demo', Id: 17 };
    await views.follow({ row, put: [], remove: [], events, unkept: [] });
  }
  return system;
}

test('writes a JSON and a page, and verifies them', async () => {
  const { url } = await openWithRow();
  expect(await evidence('--tel', tel, '--url', url, '--out', 'a')).toEqual({
    code: 0,
    stdout: '',
    stderr: '2 entries: a.json and a.html\n',
  });
  expect(JSON.parse(readFileSync(path.join(folder, 'a.json'), 'utf8'))).toMatchObject({
    number: '+442079460017',
    entries: [{ place: 1, kind: 'event', state: 'kept' }, { place: 2 }],
  });
  expect(readFileSync(path.join(folder, 'a.html'), 'utf8')).toContain('What was done to +44');
  expect(await evidence('--verify', 'a.json', '--url', url)).toMatchObject({
    code: 0,
    stdout: 'Nothing was removed or changed: 2 entries.\n',
  });
});

test('says which entry was removed from a file', async () => {
  const { url } = await openWithRow();
  await evidence('--tel', tel, '--url', url, '--out', 'b');
  const file = path.join(folder, 'b.json');
  const report = JSON.parse(readFileSync(file, 'utf8'));
  report.entries.splice(0, 1);
  writeFileSync(file, JSON.stringify(report));
  expect(await evidence('--verify', 'b.json', '--offline')).toMatchObject({
    code: 1,
    stdout: 'Entry 1 was removed.\n',
  });
});

test('erases when it is told to, says what it did, and the chain stays', async () => {
  const { url, rows } = await openWithRow();
  await evidence('--tel', tel, '--url', url, '--out', 'c');
  expect(await erase('--tel', tel, '--url', url)).toMatchObject({ code: 1 });
  expect(await rows()).toHaveLength(1);
  expect(await erase('--tel', tel, '--url', url, '--yes', '--by', 'eva')).toMatchObject({
    code: 0,
    stdout: 'Erased: rows 1, attempts 0, forms 0, receipts 0, locks 0. The chain stays.\n',
  });
  expect(await rows()).toEqual([]);
  expect(await evidence('--verify', 'c.json', '--url', url)).toMatchObject({ code: 0 });
});

test.each([
  [['--offline'], 'Say whose number with --tel NUMBER. See --help.\n'],
  [['--tel', '12'], /must be a phone number with its country code.*got 12/],
])('%j is a mistake, and it says what to do', async (words, sentence) => {
  const { url } = await openWhole();
  const ran = await evidence(...words, '--url', url);
  expect(ran.code).toBe(2);
  expect(ran.stderr).toMatch(sentence);
});

test('a file that is none of its own is a mistake', async () => {
  writeFileSync(path.join(folder, 'd.json'), '{}');
  expect(await evidence('--verify', 'd.json')).toMatchObject({
    code: 2,
    stderr: 'd.json is no JSON that npm run evidence has written.\n',
  });
});

test.each([evidenceCommand, eraseCommand])('says what it takes', async (command) => {
  expect(await runHere(command, ['--help'])).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('--tel NUMBER'),
  });
});
