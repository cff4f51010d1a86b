import { DynamoRowEditor } from '../../../lambdas/adapters/dynamodb/rows/dynamo-row-editor.ts';
import { DynamoRowExport } from '../../../lambdas/adapters/dynamodb/rows/dynamo-row-export.ts';
import { DynamoRowImport } from '../../../lambdas/adapters/dynamodb/rows/dynamo-row-import.ts';
import { DynamoRows } from '../../../lambdas/adapters/dynamodb/rows/dynamo-rows.ts';
import { customerName } from '../../../lambdas/domain/row/customer-name.ts';
import { exportRows } from '../../../lambdas/use-cases/table-files/export-rows.ts';
import { dynoxideForTests } from '../../support/dynoxide.ts';
import { createTables } from '../../support/tables.ts';

const client = dynoxideForTests();

/** Names that every JavaScript object has a meaning for. */
const names = ['constructor', 'hasOwnProperty', 'toString', 'valueOf'];
const odd: Record<string, unknown> = Object.fromEntries(names.map((name) => [name, `my ${name}`]));
const nested = Object.fromEntries([['m', odd]]);
const key = { task: 'demo', Id: 17 };

let opened = 0;
async function open() {
  const tables = await createTables(client(), `names-${++opened}`);
  return {
    rows: new DynamoRows(client(), tables),
    rowEditor: new DynamoRowEditor(client(), tables),
    rowImport: new DynamoRowImport(client(), tables),
    rowExport: new DynamoRowExport(client(), tables),
  };
}

const entries = (columns: object | undefined) => Object.entries(columns ?? {}).sort();
const stored = entries(Object.fromEntries([...entries(key), ...entries(odd)]));

test('a row is created with such columns, read, edited and read again', async () => {
  const { rows, rowEditor } = await open();
  expect(await rowEditor.create(key, odd)).toBe(true);
  const row = await rows.get(key);
  expect(entries(row?.columns)).toEqual(stored);
  if (row === undefined) return;
  const set = Object.fromEntries(names.map((name) => [name, `new ${name}`]));
  expect(await rowEditor.edit(row, { set, remove: [] })).toBe(true);
  expect(entries((await rows.get(key))?.columns)).toContainEqual([
    'constructor',
    'new constructor',
  ]);
  const changed = await rows.get(key);
  if (changed) await rowEditor.edit(changed, { set: {}, remove: names });
  expect(entries((await rows.get(key))?.columns)).toEqual(entries(key));
});

test('so are columns within columns', async () => {
  const { rows, rowEditor } = await open();
  await rowEditor.create(key, nested);
  expect(entries((await rows.get(key))?.columns.m as object)).toEqual(entries(odd));
});

test.each([17, undefined])('a line is imported with them (Id %p), and exported', async (Id) => {
  const { rowImport, rowExport } = await open();
  const line = { task: 'demo', Id, columns: odd, emptied: [], hash: 'h', occurrence: 1 };
  expect(await rowImport.write(line)).toBe('imported');
  const records: (readonly string[])[] = [];
  for await (const record of exportRows({ rowExport }, 'demo')) records.push(record);
  const [header = [], row = []] = records;
  const cells = Object.fromEntries(header.map((name, at) => [name, row[at]]));
  for (const name of names) expect(Object.entries(cells)).toContainEqual([name, `my ${name}`]);
});

test('a column that is not there is nobody’s name', async () => {
  const { rows, rowEditor } = await open();
  await rowEditor.create(key, { имя: 'Мария' });
  const { columns } = (await rows.get(key)) ?? { columns: {} };
  expect(customerName({ whisper: '{constructor} {__proto__} {имя}' }, columns)).toBe('Мария');
});

/** It begins with an underscore, so it is the system's own, which outsiders may write all the same. */
test('a column called __proto__ stands in nobody’s way', async () => {
  const { rows, rowEditor } = await open();
  const proto = Object.fromEntries([['__proto__', { constructor: 'x' }]]);
  await rowEditor.create(key, { ...odd, ...proto, status: 10 });
  const row = await rows.get(key);
  expect(entries(row?.columns)).toEqual(expect.arrayContaining(entries(odd)));
  expect((await rows.page(undefined, 9)).rows).toHaveLength(1);
  if (row === undefined) return;
  const change = { kind: 'refuse', problem: { code: 'no-tel' }, mark: 'm' } as const;
  expect(await rows.change(row, change)).toBe(true);
});
