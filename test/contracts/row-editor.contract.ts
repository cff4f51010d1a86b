import { key, rowOf } from './samples.ts';
import type { OpenStore } from './store.ts';

/** What people do with rows. */
export function rowEditorContract(open: OpenStore): void {
  test('a new row gets the Id above the highest, also where others took Ids without asking', async () => {
    const store = await open();
    expect(await store.rowEditor.insert('demo', { tel: '020 7946 0001' })).toEqual({
      task: 'demo',
      Id: 1,
    });
    await store.outside.put({ task: 'demo', Id: 2 });
    await store.outside.put({ task: 'other', Id: 90 });
    const key = await store.rowEditor.insert('demo', { tel: '020 7946 0003', имя: 'Мария' });
    expect(key).toEqual({ task: 'demo', Id: 3 });
    const { columns } = await rowOf(store, key);
    expect(columns).toEqual({ task: 'demo', Id: 3, tel: '020 7946 0003', имя: 'Мария' });
  });

  test('rows that are inserted at once get Ids of their own', async () => {
    const { rowEditor } = await open();
    const keys = await Promise.all(Array.from({ length: 10 }, () => rowEditor.insert('demo', {})));
    expect(new Set(keys.map(({ Id }) => Id)).size).toBe(10);
  });

  test('a row is created once, and one that is there stays as it is', async () => {
    const store = await open();
    expect(await store.rowEditor.create(key, { tel: '020 7946 0017' })).toBe(true);
    expect(await store.rowEditor.create(key, { tel: '020 7946 0018' })).toBe(false);
    expect((await rowOf(store)).columns.tel).toBe('020 7946 0017');
  });

  test('an edit sets and removes columns and leaves the others alone', async () => {
    const store = await open();
    await store.outside.put({ ...key, tel: '020 7946 0017', callaftermin: 5, note: 'x' });
    const row = await rowOf(store);
    const edit = { set: { status: 10, имя: 'Мария' }, remove: ['callaftermin'] };
    expect(await store.rowEditor.edit(row, edit)).toBe(true);
    expect((await rowOf(store)).columns).toEqual({
      ...key,
      tel: '020 7946 0017',
      note: 'x',
      status: 10,
      имя: 'Мария',
    });
  });

  test('a row that somebody wrote since it was seen, or that is gone, is not edited', async () => {
    const store = await open();
    await store.outside.put({ ...key, tel: '020 7946 0017' });
    const row = await rowOf(store);
    await store.outside.update(key, { set: { status: 10 } });
    expect(await store.rowEditor.edit(row, { set: { status: 12 }, remove: [] })).toBe(false);
    expect((await rowOf(store)).columns.status).toBe(10);
    await store.outside.delete(key);
    expect(await store.rowEditor.edit(row, { set: { status: 12 }, remove: [] })).toBe(false);
    expect(await store.rows.get(key)).toBeUndefined();
  });

  test('a row is deleted once', async () => {
    const store = await open();
    await store.outside.put({ ...key });
    expect(await store.rowEditor.delete(key)).toBe(true);
    expect(await store.rowEditor.delete(key)).toBe(false);
    expect(await store.rows.get(key)).toBeUndefined();
  });
}
