import { encode } from 'iconv-lite';
import { isRefusal } from '../../lambdas/domain/import/import-line.ts';
import { type Delimiter, delimiters } from '../../lambdas/table-files/delimiter.ts';
import { encodingNamed } from '../../lambdas/table-files/encoding.ts';
import { readTable } from '../../lambdas/table-files/read-table.ts';
import { gather } from '../support/gather.ts';
import { inWords } from '../support/refusal-in-words.ts';
import { inChunks, linesOf, tableOf } from './table-of.ts';

const wide = { addBOM: true };
const files = {
  'UTF-8': (text: string) => encode(text, 'utf8'),
  'UTF-8 with a mark': (text: string) => encode(text, 'utf8', wide),
  'UTF-16 LE': (text: string) => encode(text, 'utf16le'),
  'UTF-16 LE with a mark': (text: string) => encode(text, 'utf16le', wide),
  'UTF-16 BE': (text: string) => encode(text, 'utf16be'),
  'UTF-16 BE with a mark': (text: string) => encode(text, 'utf16be', wide),
  'Windows-1251': (text: string) => encode(text, 'win1251'),
};

const records = [
  ['Id', 'tel', 'имя', 'комментарии'],
  ['1', '020 7946 0017', 'Ёлкина', 'просил, «перезвонить»; № 5\tпосле\r\nобеда'],
  ['2', '+44 7700 900154', 'Щукин', '"срочно"'],
];

function written(delimiter: Delimiter): string {
  const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
  return records.map((cells) => `${cells.map(quoted).join(delimiters[delimiter])}\r\n`).join('');
}

const [header = [], ...rows] = records;
const expected = rows.map((cells, n) => ({
  line: [2, 4][n],
  cells: Object.fromEntries(header.map((name, at) => [name, cells[at]])),
}));

const cases = Object.keys(files).flatMap((encoding) =>
  Object.keys(delimiters).map((delimiter) => [encoding, delimiter] as [string, string]),
);

describe.each(cases)('%s with %ss', (encoding, delimiter) => {
  const bytes = files[encoding as keyof typeof files](written(delimiter as Delimiter));

  test.each([1, 7, 64 * 1024])('is read, %p bytes at a time', async (size) => {
    const table = await readTable(inChunks(bytes, size));
    expect(await gather(table.lines)).toEqual(expected);
    expect(table.delimiter).toBe(delimiter);
  });
});

/** Longer than the sample by which an encoding is judged. */
const latinLines = 'Smith;020 7946 0017\r\n'.repeat(5_000);

describe.each([
  ['utf8', 'utf-8'],
  ['win1251', 'windows-1251'],
] as const)('a file that is ASCII for long and %s only then', (encoding, name) => {
  const bytes = Buffer.concat([
    Buffer.from(`имя;tel\r\n`.replace('имя', 'name') + latinLines),
    encode('Щукин;020 7946 0018\r\n'.repeat(5_000), encoding),
  ]);

  test.each([64 * 1024, 4_099, 65_537])('is read as such, %p bytes at a time', async (size) => {
    const table = await readTable(inChunks(bytes, size));
    const lines = await gather(table.lines);
    expect(lines).toHaveLength(10_000);
    expect(lines.at(-1)).toEqual({
      line: 10_001,
      cells: { name: 'Щукин', tel: '020 7946 0018' },
    });
    expect(table.encoding()).toBe(name);
  });
});

test('a lone Windows-1251 letter at the very end is not lost', async () => {
  const lines = await linesOf(encode('tel;имя\r\n020 7946 0017;Яр Р', 'win1251').subarray(0));
  expect(lines).toEqual([{ line: 2, cells: { tel: '020 7946 0017', имя: 'Яр Р' } }]);
  const bytes = encode('tel;name\r\n020 7946 0017;Р', 'win1251');
  const last = await readTable(inChunks(bytes, 1), { encoding: 'windows-1251' });
  expect(await gather(last.lines)).toEqual([
    { line: 2, cells: { tel: '020 7946 0017', name: 'Р' } },
  ]);
});

describe('a UTF-8 file with a damaged byte', () => {
  const damagedLine = [...Buffer.from('020 7946 0018;Щу'), 0xf8, ...Buffer.from('кин\r\n')];
  const good = Buffer.from('020 7946 0017;Мария\r\n');

  function fileOf(linesBefore: number): Buffer {
    const before = Array.from({ length: linesBefore }, () => good);
    return Buffer.concat([Buffer.from('tel;имя\r\n'), ...before, Buffer.from(damagedLine), good]);
  }

  test.each([3, 20_000])('has that line refused and all others read (%p before it)', async (n) => {
    const table = await tableOf(fileOf(n));
    const lines = await gather(table.lines);
    expect(table.encoding()).toBe('utf-8');
    const refused = lines.filter(isRefusal).map(inWords);
    expect(refused).toEqual([
      {
        line: n + 2,
        column: 'имя',
        value: 'Щу�кин',
        record: expect.arrayContaining(['Щу�кин']),
        reason: expect.stringContaining('UTF-8'),
      },
    ]);
    expect(lines).toHaveLength(n + 2);
  });

  test('may hold the replacement character in earnest when no byte is damaged', async () => {
    expect(await linesOf('tel;имя\r\n020 7946 0017;М�рия\r\n')).toEqual([
      { line: 2, cells: { tel: '020 7946 0017', имя: 'М�рия' } },
    ]);
  });
});

describe('a file that is neither UTF nor surely Windows-1251 is not guessed at', () => {
  const texts: [encoding: string, text: string][] = [
    ['windows-1252', 'José Müller;owes £20 – “soon”\r\nZoë;café'],
    ['windows-1252', 'à;É'],
    ['windows-1252', 'Jürgen Weiß;schläft'],
    ['koi8-r', 'Мария;Пермь'],
    ['koi8-r', 'анна;просила перезвонить после обеда'],
    ['koi8-r', 'ИВАНОВ;МОСКВА'],
    ['ibm866', 'Мария;Пермь'],
    ['ibm866', 'Щукин;просил не звонить'],
    ['x-mac-cyrillic', 'Мария Щукина;Пермь'],
    ['iso-8859-5', 'Мария;Пермь, улица Ленина'],
    ['windows-1250', 'Łukasz Żółty;Kraków'],
    ['windows-1253', 'Γιώργος;Αθήνα'],
  ];
  const iconv: Record<string, string> = { ibm866: 'cp866', 'x-mac-cyrillic': 'maccyrillic' };

  test.each(texts)('%s: %s', async (encoding, text) => {
    const bytes = encode(`tel;name;note\r\n020 7946 0017;${text}\r\n`, iconv[encoding] ?? encoding);
    const error = await linesOf(bytes).catch((it) => it);
    expect(error).toMatchObject({ problem: { code: 'unknown-encoding' } });
    const shown = `020 7946 0017;${text.split('\r')[0]}`;
    expect(error.problem.readings).toContainEqual({ encoding, text: shown });
    const table = await readTable(inChunks(bytes, 7), { encoding });
    expect(await gather(table.lines)).toContainEqual(
      expect.objectContaining({ cells: expect.objectContaining({ name: text.split(';')[0] }) }),
    );
  });

  test.each([
    'имя',
    'Мария;Пермь',
    'ИВАНОВ;МОСКВА',
    'Ёлкина;просила перезвонить',
    'Олександр;Київ',
    'Щукин;съел 5 «пирожков» № 3 – и SMS',
    'Хью;ул. Юбилейная',
  ])('but Windows-1251 is: %s', async (text) => {
    const table = await tableOf(encode(`tel;name;note\r\n020 7946 0017;${text}\r\n`, 'win1251'));
    await gather(table.lines);
    expect(table.encoding()).toBe('windows-1251');
  });
});

test.each([
  ['cp1251', 'windows-1251'],
  ['Windows-1252', 'windows-1252'],
  ['latin1', 'windows-1252'],
  ['KOI8-R', 'koi8-r'],
  ['cp866', 'ibm866'],
  ['CP-866', 'ibm866'],
  ['utf8', 'utf-8'],
  ['klingon', undefined],
])('an encoding may be named %s', (name, encoding) => {
  expect(encodingNamed(name)).toBe(encoding);
});

test('a stray zero byte does not make a file UTF-16', async () => {
  const lines = await linesOf(
    `tel;имя\r\n020 7946 0017;Мария\0\r\n${'020 7946 0018;Анна\r\n'.repeat(9)}`,
  );
  expect(lines[0]).toEqual({ line: 2, cells: { tel: '020 7946 0017', имя: 'Мария\0' } });
  expect(lines).toHaveLength(10);
});
