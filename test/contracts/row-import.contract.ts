import type { Columns, RowKey } from '../../lambdas/domain/row/row.ts';
import type { RowExport } from '../../lambdas/ports/rows/row-export.ts';
import type { IncomingLine, RowImport } from '../../lambdas/ports/rows/row-import.ts';
import { gather } from '../support/gather.ts';
import type { OutsideWriter } from './store.ts';

/** What imports and exports need, over one set of empty tables. */
export interface IntakeStore {
  rowImport: RowImport;
  rowExport: RowExport;
  outside: OutsideWriter;
}

const key: RowKey = { task: 'demo', Id: 17 };

function lineFor(given: Partial<IncomingLine> = {}): IncomingLine {
  return {
    task: 'demo',
    Id: 17,
    columns: { tel: '020 7946 0017', имя: 'Мария' },
    emptied: [],
    hash: 'maria-1',
    occurrence: 1,
    ...given,
  };
}

async function rowsOf({ rowExport }: IntakeStore, task = 'demo'): Promise<Columns[]> {
  return gather(rowExport.rowsOf(task));
}

async function idsOf(store: IntakeStore): Promise<unknown[]> {
  return (await rowsOf(store)).map((row) => row.Id);
}

export function rowImportContract(open: () => Promise<IntakeStore>): void {
  describe.each([17, undefined])('a line (Id %s)', (Id) => {
    test('may have columns that are called as objects’ own are', async () => {
      const store = await open();
      const columns = { tel: '020 7946 0017', constructor: 'Wimpey', toString: 'x', length: '3' };
      expect(await store.rowImport.write(lineFor({ Id, columns }))).toBe('imported');
      expect(await rowsOf(store)).toMatchObject([columns]);
    });

    test('that the table will never hold is no outage', async () => {
      const store = await open();
      const columns = { tel: '020 7946 0017', letter: 'x'.repeat(420_000) };
      expect(await store.rowImport.write(lineFor({ Id, columns }))).toEqual({
        unstorable: expect.stringMatching(/size/i),
      });
      expect(await rowsOf(store)).toEqual([]);
    });
  });

  describe('a line with an Id', () => {
    test('creates the row', async () => {
      const store = await open();
      expect(await store.rowImport.write(lineFor())).toBe('imported');
      expect(await rowsOf(store)).toEqual([
        { ...key, tel: '020 7946 0017', имя: 'Мария', _imported: 'maria-1' },
      ]);
    });

    test('changes nothing the second time, whatever became of the row', async () => {
      const store = await open();
      await store.rowImport.write(lineFor());
      await store.outside.update(key, { set: { имя: 'Анна', status: 11 } });
      const before = await rowsOf(store);
      expect(await store.rowImport.write(lineFor())).toBe('unchanged');
      expect(await rowsOf(store)).toEqual(before);
    });

    test('with other content sets its columns and removes the emptied ones, no others', async () => {
      const store = await open();
      await store.outside.put({ ...key, status: 10, callaftermin: 5, адрес: 'Лондон', _order: {} });
      const columns = { имя: 'Анна', 'id заказа': '10007' };
      const line = lineFor({ columns, emptied: ['status', 'callaftermin'], hash: 'anna-1' });
      expect(await store.rowImport.write(line)).toBe('imported');
      expect(await rowsOf(store)).toEqual([
        { ...key, ...columns, адрес: 'Лондон', _order: {}, _imported: 'anna-1' },
      ]);
    });

    test.each([11, '11'])('leaves a row that is in service alone (status %p)', async (status) => {
      const store = await open();
      await store.outside.put({ ...key, status });
      expect(await store.rowImport.write(lineFor())).toBe('in-service');
      expect(await rowsOf(store)).toEqual([{ ...key, status }]);
    });
  });

  describe('a line without an Id', () => {
    const fresh = (given: Partial<IncomingLine> = {}) => lineFor({ Id: undefined, ...given });

    test('gets the Ids from 1 on', async () => {
      const store = await open();
      await store.rowImport.write(fresh());
      await store.rowImport.write(fresh({ hash: 'anna-1' }));
      expect(await idsOf(store)).toEqual([1, 2]);
    });

    test('gets an Id above those that were raised', async () => {
      const store = await open();
      await store.rowImport.raiseIds('demo', 40);
      await store.rowImport.raiseIds('demo', 30);
      await store.rowImport.raiseIds('other', 90);
      await store.rowImport.write(fresh());
      expect(await idsOf(store)).toEqual([41]);
    });

    test('never takes the Id of a row that an outside writer made', async () => {
      const store = await open();
      const theirs = [1, 2, 500].map((Id) => ({ task: 'demo', Id, имя: 'Чужая' }));
      for (const row of theirs) await store.outside.put(row);
      await store.rowImport.write(fresh());
      expect(await rowsOf(store)).toEqual([
        ...theirs,
        { task: 'demo', Id: 501, ...fresh().columns, _imported: 'maria-1' },
      ]);
    });

    test('changes nothing the second time, even when its row is gone', async () => {
      const store = await open();
      await store.rowImport.write(fresh());
      expect(await store.rowImport.write(fresh())).toBe('unchanged');
      await store.outside.delete({ task: 'demo', Id: 1 });
      expect(await store.rowImport.write(fresh())).toBe('unchanged');
      expect(await idsOf(store)).toEqual([]);
    });

    test('that stands in the file twice is two rows', async () => {
      const store = await open();
      expect(await store.rowImport.write(fresh())).toBe('imported');
      expect(await store.rowImport.write(fresh({ occurrence: 2 }))).toBe('imported');
      expect(await idsOf(store)).toEqual([1, 2]);
    });

    test('is one row, however many imports of the file run at once', async () => {
      const store = await open();
      const racing = Array.from({ length: 10 }, () => store.rowImport.write(fresh()));
      expect((await Promise.all(racing)).filter((it) => it === 'imported')).toHaveLength(1);
      expect(await idsOf(store)).toHaveLength(1);
    });

    test('gets an Id of its own while others get theirs', async () => {
      const store = await open();
      await store.outside.put({ task: 'demo', Id: 5 });
      const lines = Array.from({ length: 20 }, (_, n) => fresh({ hash: `line-${n}` }));
      await Promise.all(lines.map((line) => store.rowImport.write(line)));
      expect(new Set(await idsOf(store)).size).toBe(21);
    });
  });

  describe('a rehearsal', () => {
    test('foresees what would happen, and writes nothing', async () => {
      const store = await open();
      await store.rowImport.write(lineFor());
      await store.outside.put({ task: 'demo', Id: 18, status: 11 });
      const before = await rowsOf(store);
      expect(await store.rowImport.rehearse(lineFor())).toBe('unchanged');
      expect(await store.rowImport.rehearse(lineFor({ hash: 'anna-1' }))).toBe('imported');
      expect(await store.rowImport.rehearse(lineFor({ Id: 18 }))).toBe('in-service');
      expect(await store.rowImport.rehearse(lineFor({ Id: 19 }))).toBe('imported');
      expect(await store.rowImport.rehearse(lineFor({ Id: undefined }))).toBe('imported');
      expect(await rowsOf(store)).toEqual(before);
    });
  });

  describe('the rowExport', () => {
    test('names the rows of the task alone, by ascending Id', async () => {
      const store = await open();
      for (const Id of [100, 9, 20]) await store.outside.put({ task: 'demo', Id });
      await store.outside.put({ task: 'other', Id: 1 });
      expect(await idsOf(store)).toEqual([9, 20, 100]);
    });

    test('has them all, however many pages they fill', async () => {
      const store = await open();
      const комментарии = 'х'.repeat(50_000);
      for (let Id = 1; Id <= 25; Id++) await store.outside.put({ task: 'demo', Id, комментарии });
      expect(await idsOf(store)).toHaveLength(25);
    });
  });
}
