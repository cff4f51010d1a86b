import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { CsvReader } from '../../lambdas/table-files/csv-reader.ts';
import { type Delimiter, delimiters } from '../../lambdas/table-files/delimiter.ts';

/** The records of a text that comes in pieces of so many letters, or `unclosed`. */
function read(text: string, delimiter: Delimiter, size = text.length || 1): string[][] | string {
  const reader = new CsvReader(delimiter);
  const records: string[][] = [];
  try {
    for (let at = 0; at < text.length; at += size) {
      records.push(...reader.read(text.slice(at, at + size), { isLast: false }));
    }
    records.push(...reader.read('', { isLast: true }));
  } catch {
    return 'unclosed';
  }
  return records;
}

test.each([
  [
    'a,b\r\nc,d\r\n',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  [
    'a,\n,b',
    [
      ['a', ''],
      ['', 'b'],
    ],
  ],
  ['"a,""b""\r\nc",d', [['a,"b"\r\nc', 'd']]],
  ['"Daisy" Ltd,1.5" pipe\n', [['"Daisy" Ltd', '1.5" pipe']]],
  [
    '"",""\r"",',
    [
      ['', ''],
      ['', ''],
    ],
  ],
  ['""x,"', 'unclosed'],
] as const)('%j is read by commas', (text, records) => {
  expect(read(text, 'comma')).toEqual(records);
});

test('a cell that is longer than a row can be has lost its closing quote', () => {
  expect(read(`a,"${'b'.repeat(2 ** 20 + 1)}"`, 'comma')).toBe('unclosed');
});

const hard = fc.string({ unit: fc.constantFrom('"', ',', ';', '\t', '\r', '\n', 'a', 'ё', ' ') });

function byCsvParse(text: string, delimiter: Delimiter): string[][] | string {
  try {
    return parse(text, {
      delimiter: delimiters[delimiter],
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_quotes: true,
      relax_column_count: true,
    });
  } catch {
    return 'unclosed';
  }
}

test('any text is read as csv-parse reads it, whatever the pieces in which it comes', () => {
  const delimiter = fc.constantFrom(...(Object.keys(delimiters) as Delimiter[]));
  fc.assert(
    fc.property(hard, delimiter, fc.integer({ min: 1, max: 5 }), (text, by, size) => {
      // An empty quoted cell at the very end is a record to csv-parse; here it is a blank line.
      fc.pre(!/(^|[\r\n])""$/.test(text));
      expect(read(text, by, size)).toEqual(byCsvParse(text, by));
    }),
    { numRuns: 5_000 },
  );
});
