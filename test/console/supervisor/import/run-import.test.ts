import { readFileSync } from 'node:fs';
import path from 'node:path';
import writeXlsxFile from 'write-excel-file/node';
import { batchesOf } from '../../../../lambdas/console/supervisor/import/batches.ts';
import { lookThrough } from '../../../../lambdas/console/supervisor/import/look-through.ts';
import { refusalsCsv } from '../../../../lambdas/console/supervisor/import/refusals-csv.ts';
import {
  type ImportRun,
  type RefusedLine,
  runImport,
} from '../../../../lambdas/console/supervisor/import/run-import.ts';
import type { ImportBatchWish } from '../../../../lambdas/contract/imports.ts';
import { importBatchWish } from '../../../../lambdas/contract/imports.ts';
import type { TableLine } from '../../../../lambdas/domain/import/import-line.ts';
import { suggestColumns } from '../../../../lambdas/table-files/suggest-columns.ts';
import { gather } from '../../../support/gather.ts';

const never = new AbortController().signal;
const tel = '020 7946 0017';

const look = (file: Blob) =>
  lookThrough(file, { signal: never, moved: () => {}, chooseColumns: suggestColumns });

const day = (date: string) => new Date(`${date}T00:00:00Z`);

const problem = { code: 'not-a-number', country: 'GB' } as const;

/** Imports everything but lines that say that they are bad. */
async function answer({ lines }: ImportBatchWish) {
  return {
    receptions: lines.map(({ line, cells }) =>
      cells.имя === 'bad'
        ? { line, outcome: 'refused' as const, column: 'имя', value: 'bad', problem }
        : { line, outcome: 'imported' as const },
    ),
  };
}

async function run(file: Blob, given: Partial<ImportRun> = {}) {
  const sent: ImportBatchWish[] = [];
  const refusals: RefusedLine[] = [];
  const tally = await runImport({
    file,
    look: { highestId: 7, encoding: 'utf-8', mapping: new Map() },
    mode: 'write',
    signal: never,
    send: async (batch) => {
      sent.push(importBatchWish.parse(batch));
      return answer(batch);
    },
    moved: (_, added) => void refusals.push(...added),
    ...given,
  });
  return { tally, sent, refusals };
}

async function* each(lines: readonly TableLine[]) {
  yield* lines;
}

describe('a look through a file', () => {
  test('tells how it is understood', async () => {
    const name = path.join(__dirname, '../../../fixtures/excel-ru.cp1251.csv');
    expect(await look(new Blob([readFileSync(name)]))).toMatchObject({
      encoding: 'windows-1251',
      delimiter: 'semicolon',
      total: 40,
      highestId: 40,
      firstLines: [{ line: 2 }, {}, {}, {}, {}, {}, {}, {}],
    });
  });

  test('refuses one that breaks off', async () => {
    await expect(look(new Blob([`tel\n${tel}\n"${tel}\n`]))).rejects.toThrow('quotation mark');
  });

  test('ends when nobody waits for it any more', async () => {
    const looking = lookThrough(new Blob([`tel\n${tel}\n`]), {
      signal: AbortSignal.abort(new Error('another file')),
      moved: () => {},
    });
    await expect(looking).rejects.toThrow('another file');
  });
});

describe('a run', () => {
  test('sends all lines once, a hundred at most at a time', async () => {
    const lines = Array.from({ length: 250 }, (_, n) => `${n + 1};${tel}\n`).join('');
    const { tally, sent } = await run(new Blob([`Id;tel\n${lines}`]));
    expect(tally).toMatchObject({ done: 250, imported: 250, unchanged: 0, refused: 0 });
    expect(sent.map((it) => it.lines.length).sort()).toEqual([100, 100, 50]);
    const numbers = sent.flatMap((it) => it.lines.map(({ line }) => line));
    expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: 250 }, (_, n) => n + 2));
    expect(sent.every(({ highestId }) => highestId === 7)).toBe(true);
  });

  test('names what the file’s form refuses beside what the server refuses', async () => {
    const { tally, refusals } = await run(
      new Blob([`tel;имя\n${tel};bad\n${tel};x;y\n${tel};x\n`]),
    );
    expect(tally).toMatchObject({ done: 3, imported: 1, refused: 2 });
    expect(refusals.map(({ line }) => line).sort()).toEqual([2, 3]);
  });

  test('that rehearses finds numbers that come twice, in the file or in the table', async () => {
    const found: unknown[] = [];
    const numbers = ['+442079460136', '+442079460137', '+442079460136', '+442079460138'];
    await run(new Blob([`tel\n${numbers.join('\n')}\n`]), {
      mode: 'rehearse',
      send: async ({ lines }) => ({
        receptions: lines.map(({ line }) => ({ line, outcome: 'imported' })),
        numbers: lines.map(({ line, cells: { tel: number = '' } }) => ({
          line,
          number,
          rows: number.endsWith('8') ? [7] : [],
        })),
      }),
      found: (it) => void found.push(...it),
    });
    expect(found).toEqual([
      { number: '+442079460136', lines: [2, 4], rows: [] },
      { number: '+442079460138', lines: [5], rows: [7] },
    ]);
  });

  test('that is stopped begins no more batches', async () => {
    const lines = Array.from({ length: 2000 }, () => `${tel}\n`).join('');
    const stop = new AbortController();
    const { tally } = await run(new Blob([`tel\n${lines}`]), {
      signal: stop.signal,
      moved: () => stop.abort(),
    });
    expect(tally.done).toBeLessThan(600);
  });

  test('that cannot be sent ends with the reason', async () => {
    const send = async () => {
      throw new Error('signed out');
    };
    await expect(run(new Blob([`tel\n${tel}\n`]), { send })).rejects.toThrow('signed out');
  });
});

test('a batch is no longer than a request may be', async () => {
  const cells = { tel, комментарии: 'х'.repeat(120_000) };
  const lines = Array.from({ length: 7 }, (_, at) => ({ line: at + 2, cells }));
  const batches = await gather(batchesOf(each(lines)));
  expect(batches.map((it) => it.lines.length)).toEqual([2, 2, 2, 1]);
  const longest = Math.max(...batches.map((it) => Buffer.byteLength(JSON.stringify(it))));
  expect(longest).toBeLessThan(1024 * 1024);
});

test('refused lines are their lines again, each with its reason, and can be imported as they are', async () => {
  const columns = ['Phone', 'имя'].map((source, at) => ({
    source,
    name: at === 0 ? 'tel' : source,
    keep: true,
  }));
  const refusals: RefusedLine[] = [
    { line: 9, column: 'tel', value: '=1+1', problem, cells: { tel: '=1+1', имя: 'Анна' } },
    {
      line: 3,
      problem: { code: 'too-many-cells', got: 3, columns: 2 },
      record: ['1', 'Боб', 'лишнее'],
    },
  ];
  const csv = await refusalsCsv(refusals, columns, 'ru');
  const text = Buffer.from(await csv.arrayBuffer()).toString();
  expect(text).toBe(
    '\uFEFF_line;_column;_reason;Phone;имя\r\n' +
      '3;;"ячеек в строке — 3, а столбцов в заголовке — 2: не забыты ли кавычки вокруг ячейки с разделителем?";1;Боб;лишнее\r\n' +
      '9;tel;"tel — это номер телефона, с кодом страны или как его набирают внутри страны (GB)";\'=1+1;Анна\r\n',
  );
  const corrected = text.replace("'=1+1", tel).replace(';лишнее', '');
  const again = await look(new Blob([corrected]));
  expect(again.firstLines).toMatchObject([
    { cells: { tel: '1', имя: 'Боб' } },
    { cells: { tel, имя: 'Анна' } },
  ]);
});

test('a workbook is read as its first sheet, and its columns as their names suggest', async () => {
  const workbook = await writeXlsxFile([
    ['Phone Number', 'Имя', 'date_callback', 'time_callback', 'Сумма'],
    [tel, 'Анна', { type: Date, value: day('2026-12-01'), format: 'yyyy-mm-dd' }, 0.40625, 12.5],
    [null, null, null, null, null],
    [447700900101, 'Боб', null, null, null],
  ]).toBuffer();
  expect(await look(new Blob([new Uint8Array(workbook)]))).toMatchObject({
    encoding: undefined,
    delimiter: undefined,
    mapping: new Map([['Phone Number', 'tel']]),
    total: 2,
    firstLines: [
      { line: 2, cells: { tel, Имя: 'Анна', date_callback: '2026-12-01', Сумма: '12.5' } },
      { line: 4, cells: { tel: '447700900101', Имя: 'Боб', date_callback: '' } },
    ],
  });
});

test('a workbook of the old kind is refused with what to do', async () => {
  const old = new Blob([new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1])]);
  await expect(look(old)).rejects.toThrow('save it as .xlsx or as CSV');
});
