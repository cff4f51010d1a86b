import fc from 'fast-check';
import { sha256 } from '../../../lambdas/composition/table-ports.ts';
import type { Columns, RowKey } from '../../../lambdas/domain/row/row.ts';
import { taskSchema } from '../../../lambdas/domain/task/task.ts';
import { type Delimiter, delimiters } from '../../../lambdas/table-files/delimiter.ts';
import { readTable } from '../../../lambdas/table-files/read-table.ts';
import { writeTable } from '../../../lambdas/table-files/write-table.ts';
import { exportRows } from '../../../lambdas/use-cases/table-files/export-rows.ts';
import { importRows } from '../../../lambdas/use-cases/table-files/import-rows.ts';
import { gather } from '../../support/gather.ts';
import { MemoryRowExport } from '../../support/memory/memory-row-export.ts';
import { MemoryRowImport } from '../../support/memory/memory-row-import.ts';
import { MemoryWorld } from '../../support/memory/memory-world.ts';

const noon = Date.parse('2026-11-23T12:00:00.000Z');

const task = taskSchema.parse({
  id: 'demo',
  title: 'Demo',
  timeZone: 'Europe/London',
  country: 'GB',
  callerId: '+442079460000',
  operators: ['anna'],
  allowedCountries: ['GB', 'US'],
});

function world(...rows: (Columns & RowKey)[]) {
  const memory = new MemoryWorld(noon);
  const { tables } = memory;
  for (const row of rows) tables.putRow(row);
  tables.takeRecords();
  const ports = {
    ...memory,
    rowImport: new MemoryRowImport(tables),
    rowExport: new MemoryRowExport(tables),
    digest: sha256,
  };
  const stored = () => [...tables.rows.values()].map((it) => it.columns);
  return { ports, tables, stored };
}

async function fileOf(ports: ReturnType<typeof world>['ports'], delimiter: Delimiter = 'comma') {
  const text = (await gather(writeTable(exportRows(ports, 'demo'), delimiter))).join('');
  return Buffer.from(text);
}

function importFile(ports: ReturnType<typeof world>['ports'], file: Uint8Array) {
  async function* bytes() {
    yield file;
  }
  const read = async function* () {
    yield* (await readTable(bytes())).lines;
  };
  const watch = { moved: () => {}, refused: () => {} };
  const signal = new AbortController().signal;
  return importRows(ports, { task, mode: 'write', signal, watch, read });
}

const key = { task: 'demo', Id: 17 };

test('names Id and tel, the task’s own columns, then the rest of the contract’s', async () => {
  const { ports } = world(
    { ...key, tel: '020 7946 0017', фамилия: 'Щукина', _due_at: 'x' },
    { ...key, Id: 9, tel: '020 7946 0009', имя: 'Мария', status: 12 },
    { ...key, task: 'other', чужое: 'x' },
  );
  const contract = ['callaftermin', 'date_callback', 'time_callback', 'operator_number'];
  expect(await gather(exportRows(ports, 'demo'))).toEqual([
    ['Id', 'tel', 'имя', 'фамилия', ...contract, 'status', 'date_call', 'time_zone'],
    ['9', '020 7946 0009', 'Мария', '', '', '', '', '', '12', '', ''],
    ['17', '020 7946 0017', '', 'Щукина', '', '', '', '', '', '', ''],
  ]);
});

test('writes what outside software stored in other types as text', async () => {
  const { ports } = world({ ...key, a: 1.5, b: true, c: null, d: ['x'], e: { f: 1 } });
  const [, cells = []] = await gather(exportRows(ports, 'demo'));
  expect(cells.slice(2, 7)).toEqual(['1.5', 'true', '', '["x"]', '{"f":1}']);
});

test('a column that is called as what every object has is empty where a row has none', async () => {
  const { ports } = world({ ...key, valueOf: 'x' }, { ...key, Id: 18 });
  const [names = [], ...rows] = await gather(exportRows(ports, 'demo'));
  expect(rows.map((cells) => cells[names.indexOf('valueOf')])).toEqual(['x', '']);
});

test('a task without rows is a header', async () => {
  expect(await gather(exportRows(world().ports, 'demo'))).toHaveLength(1);
});

test('imported again, a call that is on is refused and nothing else changes but the mark', async () => {
  const order = { status: 10, date_callback: '2027-02-28', time_callback: '10:00:00' };
  const { ports, stored } = world(
    { ...key, tel: '+442079460017', ...order, _due_at: '2027-02-28T10:00:00.000Z' },
    { ...key, Id: 18, tel: '+442079460018', status: 11, _attempt: 'demo.18.a1' },
    { ...key, Id: 19, tel: '+442079460019', status: 12, date_call: '2026-11-20T10:00:00.000Z' },
  );
  const before = stored();
  const file = await fileOf(ports);
  expect(await importFile(ports, file)).toMatchObject({ imported: 2, unchanged: 0, refused: 1 });
  expect(stored().map(({ _imported, ...row }) => row)).toEqual(before);
  expect(await importFile(ports, file)).toMatchObject({ imported: 0, unchanged: 2, refused: 1 });
});

/** Texts as they come, those that are hard for CSV and for spreadsheets more often. */
const hard = fc.constantFrom(...`'=+-@\t\r\n",; ё№�`, '＝', 'NULL', '0', '1E5');
const text = fc.oneof(fc.string({ unit: hard }), fc.string({ unit: 'grapheme' }));
const columnName = text
  .map((it) => it.trim())
  .filter((it) => it !== '' && !/^_|^(id|tel|status|task)$/i.test(it));
const ownColumns = fc.dictionary(
  columnName,
  text.filter((it) => it !== ''),
  { maxKeys: 4 },
);
const tel = fc.constantFrom(
  '+44 20 7946 0017',
  '07700 900154',
  '+1 (202) 555-0164',
  '1-202-555-0170',
);
const order = fc.constantFrom(
  {},
  { status: 12, date_call: '2026-11-20 15:05:00.000' },
  { status: 10, callaftermin: 5, operator_number: '+44 20 7946 0999' },
  { status: 10, date_callback: '2027-02-28', time_callback: '10:00:00', time_zone: 'Asia/Omsk' },
);
const row = fc
  .record({ tel, order, own: ownColumns })
  .map((it) => ({ tel: it.tel, ...it.order, ...it.own }));

test('any table of texts survives export and import, by any delimiter', async () => {
  const delimiter = fc.constantFrom(...(Object.keys(delimiters) as Delimiter[]));
  await fc.assert(
    fc.asyncProperty(fc.array(row, { maxLength: 8 }), delimiter, async (rows, by) => {
      const given = rows.map((columns, n) => ({ ...columns, task: 'demo', Id: n * 7 + 1 }));
      const file = await fileOf(world(...given).ports, by);
      const { ports, tables, stored } = world();
      expect(await importFile(ports, file)).toMatchObject({ imported: rows.length, refused: 0 });
      expect(stored().map(({ _imported, ...columns }) => columns)).toEqual(given);
      tables.takeRecords();
      expect(await importFile(ports, file)).toMatchObject({ unchanged: rows.length });
      expect(tables.takeRecords()).toEqual([]);
    }),
    { numRuns: 200 },
  );
});
