import { dueColumns, key, noon, orderFor, second } from '../../contracts/samples.ts';
import { MemoryWorld } from '../../support/memory/memory-world.ts';

test('every write that changes a row makes a record, in order, with the instant of the write', async () => {
  const { tables, rows, clock } = new MemoryWorld(noon);
  tables.putRow(dueColumns);
  await clock.advanceTo(noon + second);
  const row = await rows.get(key);
  if (row === undefined) throw new Error('the row is not there');
  await rows.change(row, orderFor(noon + 60 * second));
  tables.deleteRow(key);
  const records = tables.takeRecords();
  expect(
    records.map(({ before, after, writtenAt }) => [before?.own.dueAt, after?.own.dueAt, writtenAt]),
  ).toEqual([
    [undefined, noon, noon],
    [noon, noon + 60 * second, noon + second],
    [noon + 60 * second, undefined, noon + second],
  ]);
  expect(tables.takeRecords()).toEqual([]);
});

test('writes that change nothing, or were refused, make no record', async () => {
  const { tables, rows } = new MemoryWorld(noon);
  tables.putRow(dueColumns);
  const row = await rows.get(key);
  if (row === undefined) throw new Error('the row is not there');
  tables.putRow({ ...dueColumns, status: '10' });
  tables.takeRecords();
  tables.putRow({ ...dueColumns, status: '10', _order: { ...(dueColumns._order as object) } });
  await rows.change(row, { kind: 'clear' });
  tables.deleteRow({ task: 'demo', Id: 99 });
  expect(tables.takeRecords()).toEqual([]);
});

test('an outside update creates the row that it does not find', () => {
  const { tables } = new MemoryWorld(noon);
  tables.updateRow(key, { set: { tel: '+442079460017' } });
  expect(tables.row(key)?.columns).toEqual({ ...key, tel: '+442079460017' });
});
