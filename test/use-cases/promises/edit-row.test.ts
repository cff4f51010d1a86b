import type { Columns } from '../../../lambdas/domain/row/row.ts';
import { taskSchema } from '../../../lambdas/domain/task/task.ts';
import type { StoredRow } from '../../../lambdas/ports/rows/rows.ts';
import {
  type EditPorts,
  editRow,
  replaceRow,
} from '../../../lambdas/use-cases/promises/edit-row.ts';

const task = taskSchema.parse({
  id: 'demo',
  title: 'Demo',
  timeZone: 'Europe/London',
  country: 'GB',
  callerId: '+442079460000',
  operators: [],
});
const key = { task: 'demo', Id: 7 };
const tel = '020 7946 0590';

/** Nobody works here, and the account limits nothing. */
const gatelessDirectory = {
  account: async () => ({ callsPerSecond: 1 }),
  operators: async () => [],
  tasks: async () => [],
};

/** A table that others write to between each of our reads and the write that follows it. */
function contested(...versions: Columns[]) {
  const written: Columns[] = [];
  let reads = 0;
  const version = (n: number) => versions[Math.min(n, versions.length - 1)] as Columns;
  const ports = {
    clock: { now: () => Date.parse('2027-03-01T12:00:00Z'), sleepUntil: async () => undefined },
    rows: {
      get: async () => {
        const columns = version(reads++);
        return { key, columns, own: {}, seen: columns } as unknown as StoredRow;
      },
    },
    directory: gatelessDirectory,
    doNotCall: { find: async () => undefined },
    views: { byNumber: async () => [] },
    rowEditor: {
      edit: async (row: StoredRow, { set }: { set: Columns }) => {
        if (row.columns !== version(reads)) return false;
        written.push(set);
        return true;
      },
      create: async () => false,
    },
  } as unknown as EditPorts;
  return { ports, written };
}

test('an edit that another write overtook is judged by the row as it then is', async () => {
  const { ports, written } = contested({ tel }, { tel, комментарии: 'сам перезвонит' });
  const given = { status: 10, callaftermin: 5 };
  const result = await editRow(ports, { task, Id: 7, given });
  expect(result).toEqual({
    kind: 'changed',
    columns: { tel, комментарии: 'сам перезвонит', ...given },
  });
  expect(written).toEqual([given]);
});

test('an edit that has become nonsense meanwhile is refused', async () => {
  const { ports, written } = contested({ tel }, { комментарии: 'номер удалён' });
  const given = { status: 10, callaftermin: 5 };
  const result = await editRow(ports, { task, Id: 7, given });
  expect(result).toEqual({
    kind: 'refused',
    problem: { code: 'no-tel' },
  });
  expect(written).toEqual([]);
});

test.each([
  ['+49 30 1234567', { code: 'never-callable', reason: 'country-not-allowed' }],
  ['+44 909 879 0000', { code: 'never-callable', reason: 'kind-not-allowed' }],
  ['call me', { code: 'not-a-phone', country: 'GB', got: 'call me' }],
])('a number that nobody may ever call is refused at once: %s', async (given, problem) => {
  const { ports, written } = contested({ tel });
  const result = await editRow(ports, { task, Id: 7, given: { tel: given } });
  expect(result).toEqual({ kind: 'refused', problem });
  expect(written).toEqual([]);
});

test('a row at 14 may hold any number', async () => {
  const { ports, written } = contested({ tel });
  const given = { tel: '+49 30 1234567', status: 14 };
  expect(await editRow(ports, { task, Id: 7, given })).toMatchObject({ kind: 'changed' });
  expect(written).toEqual([given]);
});

test('a row that others write all the time is left to them', async () => {
  const versions = Array.from({ length: 20 }, (_, n) => ({ tel, n }));
  const { ports, written } = contested(...versions);
  expect(await editRow(ports, { task, Id: 7, given: { имя: 'Анна' } })).toEqual({ kind: 'busy' });
  expect(written).toEqual([]);
});

test('a row that appears while it is created is not written over', async () => {
  const { ports } = contested();
  ports.rows.get = async () => undefined;
  expect(await replaceRow(ports, { task, Id: 7, given: { tel } })).toEqual({ kind: 'busy' });
});
