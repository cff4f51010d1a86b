import fc from 'fast-check';
import { type Delimiter, delimiters } from '../../lambdas/table-files/delimiter.ts';
import { writeTable } from '../../lambdas/table-files/write-table.ts';
import { gather } from '../support/gather.ts';
import { linesOf } from './table-of.ts';

async function* each<Item>(items: readonly Item[]): AsyncGenerator<Item> {
  yield* items;
}

async function fileOf(records: string[][], delimiter: Delimiter = 'comma'): Promise<string> {
  return (await gather(writeTable(each(records), delimiter))).join('');
}

test('writes UTF-8 with a mark, commas and CRLF, quoting what needs it', async () => {
  const records = [
    ['Id', 'tel', 'имя'],
    ['1', '020 7946 0017', 'Мария "Маша", дочь'],
  ];
  expect(await fileOf(records)).toBe(
    '\uFEFFId,tel,имя\r\n1,020 7946 0017,"Мария ""Маша"", дочь"\r\n',
  );
});

test.each([
  ['=1+1', "'=1+1"],
  ['+44 20 7946 0017', "'+44 20 7946 0017"],
  ['-5', "'-5"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', '"\'\t=1"'],
  ['\r=1', '"\'\r=1"'],
  ['\n=1', '"\'\n=1"'],
  ['＝1+1', "'＝1+1"],
  ["'=1", "''=1"],
])('%j runs no formula in a spreadsheet', async (value, cell) => {
  expect(await fileOf([[value]])).toBe(`\uFEFF${cell}\r\n`);
});

test.each(["'tis", 'a=b', '1-2', "'", ''])('%j needs no guard', async (value) => {
  expect(await fileOf([[value]])).toBe(`\uFEFF${value}\r\n`);
});

/** Any text at all, those that are hard for CSV and for spreadsheets more often. */
const hard = fc.constantFrom(
  "'",
  '=',
  '+',
  '-',
  '@',
  '\t',
  '\r',
  '\n',
  '"',
  ',',
  ';',
  'ё',
  '�',
  ' ',
);
const anyText = fc.oneof(fc.string({ unit: hard }), fc.string({ unit: 'grapheme' }));
const names = fc.uniqueArray(
  anyText.map((text) => text.trim()).filter((name) => /^[^_]/s.test(name) && !isKnown(name)),
  { minLength: 1, maxLength: 5 },
);

function isKnown(name: string): boolean {
  return ['id', 'tel', 'status', 'task'].includes(name.toLowerCase());
}

const table = names.chain((columns) =>
  fc.record({
    columns: fc.constant<string[]>(['Id', 'tel', ...columns]),
    rows: fc.array(fc.array(anyText, { minLength: columns.length, maxLength: columns.length })),
    delimiter: fc.constantFrom(...(Object.keys(delimiters) as Delimiter[])),
  }),
);

test('any table is read back as it was, by whatever delimiter it was written', async () => {
  await fc.assert(
    fc.asyncProperty(table, async ({ columns, rows, delimiter }) => {
      const records = rows.map((cells, n) => [String(n + 1), '+44 20 7946 0017', ...cells]);
      const lines = await linesOf(await fileOf([columns, ...records], delimiter));
      expect(lines).toEqual(
        records.map((cells) => ({
          line: expect.any(Number),
          cells: Object.fromEntries(columns.map((name, at) => [name, cells[at]])),
        })),
      );
    }),
    { numRuns: 300 },
  );
});
