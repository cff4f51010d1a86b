import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { dynoxideBinary, startDynoxide } from '../../src/dynamodb/dynoxide.ts';
import { assertNumbersByHighest } from '../../src/dynamodb/dynoxide-file.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'dynoxide-'));

afterAll(() => rmSync(folder, { recursive: true }));

test('knows how the pinned dynoxide numbers its records', () => {
  const binary = dynoxideBinary(`${process.platform}-${process.arch}`);
  expect(() => assertNumbersByHighest(binary)).not.toThrow();
});

test('refuses a dynoxide that numbers its records otherwise', () => {
  const program = path.join(folder, 'dynoxide');
  writeFileSync(program, 'SELECT next_number FROM _stream_counters');
  expect(() => assertNumbersByHighest(program)).toThrow(
    `dynoxide cannot be mended as 1.2.1 can: ${program} keeps stream records otherwise. Install @dynoxide/linux-x64 1.2.1 (npm ci)`,
  );
});

test.each([
  ['without the column that is indexed', 'id INTEGER PRIMARY KEY, table_name TEXT, number INTEGER'],
  ['without the column that is trimmed by', 'table_name TEXT, sequence_number TEXT'],
])('refuses to start on records %s', async (_, columns) => {
  const file = path.join(folder, `${columns.length}.sqlite`);
  const database = new DatabaseSync(file);
  database.exec(`CREATE TABLE _stream_records (${columns})`);
  database.close();
  await expect(startDynoxide(file)).rejects.toThrow(
    `dynoxide cannot be mended as 1.2.1 can: ${file} keeps stream records otherwise.`,
  );
});
