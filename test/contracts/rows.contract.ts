import { type OrderProblem, orderProblemText } from '../../lambdas/domain/order/order-problem.ts';
import type { Columns, RowKey } from '../../lambdas/domain/row/row.ts';
import { key, noon, orderFor, putDueRow, rowOf, second } from './samples.ts';
import type { OpenStore } from './store.ts';

const problem: OrderProblem = { code: 'no-tel' };

export function rowsContract(open: OpenStore): void {
  test('a row that is not there reads as undefined', async () => {
    const { rows } = await open();
    expect(await rows.get(key)).toBeUndefined();
  });

  test('a row reads as it was written, with foreign columns and the system’s own', async () => {
    const store = await open();
    const row = await putDueRow(store);
    expect(row.key).toEqual(key);
    expect(row.columns).toMatchObject({ task: 'demo', Id: 17, status: 10, имя: 'Мария' });
    expect(row.own).toMatchObject({ dueAt: noon, promisedAt: noon - 10_800 * second });
  });

  test('many rows are read in the order asked for, each once, and those that are not there left out', async () => {
    const store = await open();
    for (const Id of [1, 2, 3]) await putDueRow(store, { Id, имя: `row ${Id}` });
    const keys = [3, 99, 1, 3].map((Id) => ({ task: 'demo', Id }));
    const found = await store.rows.getMany([...keys, { task: 'other', Id: 2 }]);
    expect(found.map(({ columns }) => columns.имя)).toEqual(['row 3', 'row 1']);
    expect(found[1]).toEqual(await rowOf(store, { task: 'demo', Id: 1 }));
    expect(await store.rows.getMany([])).toEqual([]);
  });

  test('more rows are read than one request takes', async () => {
    const store = await open();
    const ids = Array.from({ length: 120 }, (_, n) => n + 1);
    for (const Id of ids) await store.outside.put({ task: 'demo', Id });
    const found = await store.rows.getMany(ids.map((Id) => ({ task: 'demo', Id })));
    expect(found.map(({ key: { Id } }) => Id)).toEqual(ids);
  });

  test('a change sets and removes its columns and leaves foreign ones alone', async () => {
    const store = await open();
    const row = await putDueRow(store, { callaftermin: '5', 'id заказа': 'A-1' });
    expect(await store.rows.change(row, orderFor(noon + 60 * second))).toBe(true);
    const { columns } = await rowOf(store);
    expect(columns).toMatchObject({ 'id заказа': 'A-1', _due_at: '2026-11-23T12:01:00.000Z' });
    expect(columns).not.toHaveProperty('callaftermin');
  });

  test('a change made twice is made once', async () => {
    const store = await open();
    const row = await putDueRow(store);
    const change = orderFor(noon + 60 * second);
    expect(await store.rows.change(row, change)).toBe(true);
    expect(await store.rows.change(row, change)).toBe(false);
  });

  test('of racing changes to one row, one is made', async () => {
    const store = await open();
    const row = await putDueRow(store);
    const racing = Array.from({ length: 10 }, (_, n) =>
      store.rows.change(row, orderFor(noon + (n + 1) * second)),
    );
    const made = (await Promise.all(racing)).filter(Boolean);
    expect(made).toHaveLength(1);
  });

  test('a change never creates a row', async () => {
    const store = await open();
    const row = await putDueRow(store);
    await store.outside.delete(key);
    expect(await store.rows.change(row, { kind: 'clear' })).toBe(false);
    expect(await store.rows.get(key)).toBeUndefined();
  });

  test('a row without any deciding column is not created either', async () => {
    const store = await open();
    await store.outside.put({ ...key, имя: 'Мария' });
    const row = await rowOf(store);
    await store.outside.delete(key);
    expect(await store.rows.change(row, { kind: 'refuse', problem, mark: 'm' })).toBe(false);
    expect(await store.rows.get(key)).toBeUndefined();
  });

  test('foreign columns may change without standing in the way', async () => {
    const store = await open();
    const row = await putDueRow(store);
    await store.outside.update(key, { set: { имя: 'Анна' } });
    expect(await store.rows.change(row, orderFor(noon + second))).toBe(true);
    expect((await rowOf(store)).columns.имя).toBe('Анна');
  });

  test.each<[string, Columns, { set?: Columns; remove?: string[] }]>([
    ['10 became “10”', { status: 10 }, { set: { status: '10' } }],
    ['“10” became 10', { status: '10' }, { set: { status: 10 } }],
    ['a column became NULL', { operator_number: 'anna' }, { set: { operator_number: null } }],
    ['NULL became absent', { operator_number: null }, { remove: ['operator_number'] }],
    ['absent became NULL', {}, { set: { operator_number: null } }],
    ['empty became absent', { operator_number: '' }, { remove: ['operator_number'] }],
    ['absent became empty', {}, { set: { operator_number: '' } }],
    ['NULL became empty', { operator_number: null }, { set: { operator_number: '' } }],
    ['minutes were added', {}, { set: { callaftermin: 5 } }],
    ['the number was changed', {}, { set: { tel: '+442079460018' } }],
    ['the zone was changed', {}, { set: { time_zone: 'Europe/Paris' } }],
    ['the system’s instant was dropped', {}, { remove: ['_due_at'] }],
    ['a list became another', { callaftermin: [1] }, { set: { callaftermin: [2] } }],
  ])('refuses a change after %s', async (_, before, change) => {
    const store = await open();
    const row = await putDueRow(store, before);
    await store.outside.update(key, change);
    expect(await store.rows.change(row, { kind: 'clear' })).toBe(false);
  });

  test.each<[string, Columns]>([
    ['texts for numbers', { status: '10', callaftermin: '5' }],
    ['NULL', { operator_number: null, time_zone: null }],
    ['empty texts', { operator_number: '', time_zone: '' }],
    ['lists and maps', { callaftermin: [5, { a: 'b' }], time_callback: { a: null } }],
    ['our columns with other types', { _order: 'x', _promised_at: 5, _problem: [], _attempt: 7 }],
  ])('changes a row that was seen with %s', async (_, columns) => {
    const store = await open();
    const row = await putDueRow(store, columns);
    expect(await store.rows.change(row, { kind: 'clear' })).toBe(true);
  });

  test('a refusal keeps what the writer wrote', async () => {
    const store = await open();
    const row = await putDueRow(store, { tel: '' });
    await store.rows.change(row, { kind: 'refuse', problem, mark: 'm' });
    const { columns, own } = await rowOf(store);
    expect(columns).toMatchObject({ status: 10, tel: '', date_callback: '2026-11-23' });
    expect(own).toEqual({
      problem: orderProblemText(problem, 'en'),
      problemCode: JSON.stringify(problem),
      refused: 'm',
    });
  });

  test('the next good order takes the problem away, sentence and code', async () => {
    const store = await open();
    await store.rows.change(await putDueRow(store), { kind: 'refuse', problem, mark: 'm' });
    await store.rows.change(await rowOf(store), orderFor(noon + second));
    const { columns } = await rowOf(store);
    expect(Object.keys(columns).filter((name) => name.startsWith('_problem'))).toEqual([]);
  });

  hintsContract(open);
}

function hintsContract(open: OpenStore): void {
  test('dueBefore names the task’s due rows, earliest first, and no more than asked for', async () => {
    const store = await open();
    const dueAt = (seconds: number) => new Date(noon + seconds * second).toISOString();
    await putDueRow(store, { Id: 1, _due_at: dueAt(2) });
    await putDueRow(store, { Id: 2, _due_at: dueAt(1) });
    await putDueRow(store, { Id: 3, _due_at: dueAt(3) });
    await putDueRow(store, { Id: 4, task: 'other', _due_at: dueAt(0) });
    const before = (seconds: number, limit = 9) =>
      store.rows.dueBefore('demo', noon + seconds * second, limit);
    expect(await before(3)).toEqual([
      { task: 'demo', Id: 2 },
      { task: 'demo', Id: 1 },
    ]);
    expect(await before(4, 1)).toEqual([{ task: 'demo', Id: 2 }]);
    expect(await before(1)).toEqual([]);
    const all: RowKey[] = [];
    for await (const key of store.rows.allDueBefore('demo', noon + 3 * second)) all.push(key);
    expect(all).toEqual(await before(3));
    const later = [];
    const to = noon + 3 * second;
    for await (const key of store.rows.allDueBefore('demo', to, noon + 2 * second)) later.push(key);
    const earlier = await before(2);
    expect(later).toEqual(all.filter(({ Id }) => !earlier.some((key) => key.Id === Id)));
  });

  test('a row that was taken off the clock is not due any more', async () => {
    const store = await open();
    const row = await putDueRow(store);
    await store.rows.change(row, { kind: 'finish', status: 12 });
    expect(await store.rows.dueBefore('demo', noon + second, 9)).toEqual([]);
  });

  test('waitingFor names the rows that wait for somebody, longest waiting first', async () => {
    const store = await open();
    for (const [Id, since, who] of [
      [1, noon + second, 'operator:anna'],
      [2, noon, 'operator:anna'],
      [3, noon, 'task:demo'],
    ] as const) {
      const row = await putDueRow(store, { Id });
      const waiting = { since, for: who };
      await store.rows.change(row, { ...orderFor(noon + 300 * second), waiting });
    }
    expect(await store.rows.waitingFor('operator:anna', 9)).toEqual([
      { key: { task: 'demo', Id: 2 }, since: noon },
      { key: { task: 'demo', Id: 1 }, since: noon + second },
    ]);
    expect(await store.rows.waitingFor('operator:anna', 1)).toHaveLength(1);
    expect(await store.rows.waitingFor('operator:ivan', 9)).toEqual([]);
  });

  test('pages show every row once', async () => {
    const store = await open();
    for (const Id of [1, 2, 3, 4, 5]) await putDueRow(store, { Id });
    const seen: number[] = [];
    let cursor: string | undefined;
    do {
      const page = await store.rows.page(cursor, 2);
      expect(page.rows.length).toBeLessThanOrEqual(2);
      seen.push(...page.rows.map((row) => row.key.Id));
      cursor = page.next;
    } while (cursor !== undefined);
    expect(seen.toSorted()).toEqual([1, 2, 3, 4, 5]);
  });

  test('rows of a task are read by Id, upwards and downwards, page by page', async () => {
    const store = await open();
    for (const Id of [30, 4, 100, 5]) await putDueRow(store, { Id });
    await putDueRow(store, { Id: 6, task: 'other' });
    for (const [order, Ids] of [
      ['ascending', [4, 5, 30, 100]],
      ['descending', [100, 30, 5, 4]],
    ] as const) {
      const seen: number[] = [];
      let after: string | undefined;
      do {
        const page = await store.rows.ofTask('demo', { order, after, limit: 2 });
        seen.push(...page.rows.map(({ key }) => key.Id));
        after = page.next;
      } while (after !== undefined);
      expect(seen).toEqual(Ids);
    }
  });
}
