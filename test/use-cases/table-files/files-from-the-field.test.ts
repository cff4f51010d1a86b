import { createReadStream } from 'node:fs';
import path from 'node:path';
import { sha256 } from '../../../lambdas/composition/table-ports.ts';
import type { Refusal } from '../../../lambdas/domain/import/import-line.ts';
import type { SameNumber } from '../../../lambdas/domain/import/same-numbers.ts';
import { taskSchema } from '../../../lambdas/domain/task/task.ts';
import { readTable } from '../../../lambdas/table-files/read-table.ts';
import { numberOf } from '../../../lambdas/use-cases/numbers/rows-of-number.ts';
import { importRows } from '../../../lambdas/use-cases/table-files/import-rows.ts';
import { MemoryRowImport } from '../../support/memory/memory-row-import.ts';
import { MemoryWorld } from '../../support/memory/memory-world.ts';
import { inWords } from '../../support/refusal-in-words.ts';

/** Files as people really had them, kept in test/fixtures/cases, and others of their kinds. */

const zones: Record<string, string> = {
  GB: 'Europe/London',
  US: 'America/New_York',
  DE: 'Europe/Berlin',
  MX: 'America/Mexico_City',
  RU: 'Europe/Moscow',
};

async function imported(
  file: string | { text: string },
  country = 'GB',
  mode: 'write' | 'rehearse' = 'write',
) {
  const task = taskSchema.parse({
    id: 'demo',
    title: 'Demo',
    timeZone: zones[country],
    country,
    callerId: '+442079460000',
    operators: ['anna'],
  });
  const memory = new MemoryWorld(Date.parse('2026-11-23T12:00:00.000Z'));
  const refusals: Refusal[] = [];
  const same: SameNumber[] = [];
  async function* read() {
    const bytes =
      typeof file === 'string'
        ? createReadStream(path.join(__dirname, '../../fixtures/cases', file))
        : [Buffer.from(file.text)];
    yield* (await readTable(bytes as AsyncIterable<Uint8Array>)).lines;
  }
  const stored = (): Record<string, unknown>[] =>
    [...memory.tables.rows.values()].map(({ key, columns }) => {
      const { _imported, task: _, Id, ...rest } = columns;
      const dialled = numberOf({ columns } as Parameters<typeof numberOf>[0], task);
      return { ...rest, Id: key.Id, dialled };
    });
  const tally = await importRows(
    {
      ...memory,
      rowImport: new MemoryRowImport(memory.tables),
      digest: sha256,
      rowsOfNumber: async (_, e164) => (e164 === '+442079460136' ? [7] : []),
    },
    {
      task,
      mode,
      signal: new AbortController().signal,
      read,
      watch: {
        moved: () => {},
        refused: (it) => refusals.push(it),
        sameNumber: (it) => same.push(it),
      },
    },
  );
  return { tally, rows: stored(), refusals: refusals.map(inWords), same };
}

test('01: a zone that is none refuses its line, and the others go on', async () => {
  const { rows, refusals } = await imported('01-tz-abbreviation.csv', 'US');
  expect(rows).toMatchObject([{ Id: 101, time_zone: 'America/Los_Angeles' }]);
  expect(refusals).toMatchObject([
    { line: 3, column: 'time_zone', value: 'PST', reason: expect.stringContaining('America/') },
    { line: 4, column: 'time_zone', value: 'EST', reason: expect.stringContaining('America/') },
  ]);
});

test('05: a number with a fraction of noughts is that number', async () => {
  const { rows } = await imported('05-float-number-us.csv', 'US');
  expect(rows).toMatchObject([{ dialled: '+12025550164', status: 10, callaftermin: 0 }]);
});

test('05d: so are an Id, a status and minutes', async () => {
  const { rows } = await imported('05d-float-id.csv');
  expect(rows).toMatchObject([
    { Id: 501, dialled: '+442079460136', status: 10, callaftermin: 5 },
    { Id: 502, dialled: '+442079460137' },
  ]);
});

test.each([
  ['06-note-in-number-us.csv', 'US', '202-555-0165 (2)'],
  [{ text: 'tel\n202-555-0165 home\n' }, 'US', '202-555-0165 home'],
  [{ text: 'tel;x\n020 7946 0136, 020 7946 0137;\n' }, 'GB', '020 7946 0136, 020 7946 0137'],
  [{ text: 'tel\n4.42079E+11\n' }, 'GB', '4.42079E+11'],
])('06: what is no number as a whole is refused and shown: %j', async (file, country, value) => {
  const { rows, refusals } = await imported(file, country);
  expect(rows).toEqual([]);
  expect(refusals).toMatchObject([{ line: 2, column: 'tel', value }]);
});

test('06c: a letter among digits is none', async () => {
  const { rows, refusals } = await imported('06c-letter-o-gb.csv');
  expect(refusals).toMatchObject([{ line: 2, value: '+44 2O 7946 0136' }]);
  expect(rows).toMatchObject([{ name: 'B' }]);
});

test('07: the country’s own code needs no plus', async () => {
  const { rows } = await imported('07-digits-only-de.csv', 'DE');
  expect(rows).toMatchObject([{ dialled: '+4915123456789' }]);
});

test('09: Mexico’s old prefixes are one phone', async () => {
  const { rows } = await imported('09-mexico-521.csv', 'MX');
  expect(rows.map(({ dialled }) => dialled)).toEqual(Array(3).fill('+525512345678'));
});

test.each(['10-excel-cp1252.csv', '10d-koi8r.csv', '10e-cp866.csv'])(
  '%s is not guessed at',
  async (name) => {
    await expect(imported(name)).rejects.toMatchObject({ problem: { code: 'unknown-encoding' } });
  },
);

test.each(['14-double-bom.csv', { text: '\uFEFF\uFEFF\uFEFFId;tel;name\n931;020 7946 0136;Ada' }])(
  '14: two marks are none: %j',
  async (file) => {
    const { rows } = await imported(file);
    expect(rows).toMatchObject([{ Id: 931, dialled: '+442079460136', name: 'Ada' }]);
  },
);

test('15: cells that a line does not reach are empty', async () => {
  const { rows, refusals } = await imported('15-short-lines.csv');
  expect(refusals).toEqual([]);
  expect(rows.map(({ Id, name }) => [Id, name])).toEqual([
    [601, 'Ada'],
    [602, 'Bob'],
    [603, 'Cy'],
    [604, undefined],
  ]);
});

test('16: MySQL’s NULL is nothing, and its quotes are quotes', async () => {
  const { rows, refusals } = await imported('16-mysql-null.csv');
  expect(refusals).toEqual([]);
  expect(rows).toMatchObject([
    { Id: 701, name: 'Ada' },
    { Id: 702, status: 10, callaftermin: 5, name: 'O"Brien' },
  ]);
  expect(rows[0]).not.toHaveProperty('status');
});

test('16b: what tools write for nothing is nothing', async () => {
  const { rows, refusals } = await imported('16b-null-words.csv');
  expect(refusals).toEqual([]);
  expect(rows).toHaveLength(6);
  for (const row of rows) expect(row).not.toHaveProperty('status');
});

test('17: ="…" is the text in it', async () => {
  const { rows, refusals } = await imported('17-equals-quote.csv');
  expect(refusals).toEqual([]);
  expect(rows).toMatchObject([
    { Id: 801, tel: '02079460136', status: 10, date_callback: '2027-02-28', order: '00042' },
    { Id: 802, tel: '02079460137', order: '00043' },
  ]);
});

test('19: a rehearsal says which numbers come again, and which stand in the table', async () => {
  const { rows, same, tally } = await imported('19-one-customer-twice.csv', 'GB', 'rehearse');
  expect(rows).toEqual([]);
  expect(tally).toMatchObject({ imported: 2, refused: 0 });
  expect(same).toEqual([
    { line: 2, number: '+442079460136', rows: [7] },
    { line: 3, number: '+442079460136', rows: [7], earlierLine: 2 },
  ]);
});

test('19: a line is not its own double', async () => {
  const text = 'Id;tel\n7;020 7946 0136\n8;020 7946 0137\n';
  expect((await imported({ text }, 'GB', 'rehearse')).same).toEqual([]);
});

test('20: Russia’s 8 is no Vietnam', async () => {
  const { rows, refusals } = await imported('20-russian-8.csv', 'RU');
  expect(rows.map(({ dialled }) => dialled)).toEqual(Array(3).fill('+74951234567'));
  expect(refusals).toMatchObject([{ line: 3, value: '8 495 1234567/8' }]);
});
