import { createReadStream } from 'node:fs';
import path from 'node:path';
import { sha256 } from '../../../lambdas/composition/table-ports.ts';
import type { Refusal } from '../../../lambdas/domain/import/import-line.ts';
import { taskSchema } from '../../../lambdas/domain/task/task.ts';
import { readTable } from '../../../lambdas/table-files/read-table.ts';
import {
  type ImportRequest,
  type ImportTally,
  importRows,
} from '../../../lambdas/use-cases/table-files/import-rows.ts';
import { MemoryRowImport } from '../../support/memory/memory-row-import.ts';
import { MemoryWorld } from '../../support/memory/memory-world.ts';
import { inWords } from '../../support/refusal-in-words.ts';

const noon = Date.parse('2026-11-23T12:00:00.000Z');
const tel = '020 7946 0017';

const task = taskSchema.parse({
  id: 'demo',
  title: 'Demo',
  timeZone: 'Europe/London',
  country: 'GB',
  callerId: '+442079460000',
  operators: ['anna'],
  allowedCountries: ['GB', 'US', 'FR'],
});

function world() {
  const memory = new MemoryWorld(noon);
  const ports = {
    ...memory,
    rowImport: new MemoryRowImport(memory.tables),
    digest: sha256,
  };
  const refusals: Refusal[] = [];
  const watch = { moved: () => {}, refused: (refusal: Refusal) => refusals.push(refusal) };
  const run = (read: ImportRequest['read'], given: Partial<ImportRequest> = {}) => {
    const signal = new AbortController().signal;
    return importRows(ports, { task, mode: 'write', signal, watch, read, ...given });
  };
  const rows = () => [...memory.tables.rows.values()].map((it) => it.columns);
  return { tables: memory.tables, ports, refusals, run, rows };
}

function file(content: string | Uint8Array): ImportRequest['read'] {
  return async function* () {
    async function* bytes() {
      yield Buffer.from(content);
    }
    yield* (await readTable(bytes())).lines;
  };
}

function fixture(name: string): ImportRequest['read'] {
  return async function* () {
    const bytes = createReadStream(path.join(__dirname, '../../fixtures', name));
    yield* (await readTable(bytes)).lines;
  };
}

describe('the samples', () => {
  test('an Oktell table in UTF-8 with commas is imported whole', async () => {
    const { run, rows, refusals } = world();
    expect(await run(fixture('table_out_call.utf8.csv'))).toMatchObject({
      total: 120,
      read: 120,
      imported: 120,
      refused: 0,
    });
    expect(refusals.map(inWords)).toEqual([]);
    expect(rows()).toHaveLength(120);
    expect(rows()[0]).toEqual({
      task: 'demo',
      Id: 1,
      tel: '07700 900154',
      имя: 'Елена',
      фамилия: 'O’Neil',
      'id заказа': '10007',
      'id владельца': '1',
      комментарии: 'просил перезвонить после обеда',
      operator_number: 'sip:102@office.sip.twilio.com',
      status: 12,
      date_call: '2026-11-20 15:05:00.000',
      _imported: expect.any(String),
    });
  });

  test('a Russian spreadsheet in Windows-1251 has five bad rows, the other 35 are imported', async () => {
    const { run, rows, refusals } = world();
    expect(await run(fixture('excel-ru.cp1251.csv'))).toMatchObject({ imported: 35, refused: 5 });
    expect(rows()).toHaveLength(35);
    expect(refusals.map(inWords)).toEqual([
      {
        line: 5,
        column: 'tel',
        value: 'телефон неизвестен',
        reason: expect.stringContaining('must be a phone number'),
      },
      {
        line: 11,
        column: 'callaftermin',
        value: 'завтра',
        reason: expect.stringContaining('must be a whole number of minutes'),
      },
      {
        line: 19,
        column: 'date_callback',
        value: '2027-02-29 00:00:00.000',
        reason: expect.stringContaining('a day that the calendar does not have'),
      },
      {
        line: 23,
        column: 'status',
        value: '99',
        reason: expect.stringContaining('status must be 10'),
      },
      {
        line: 32,
        column: 'Id',
        value: '30',
        reason: expect.stringContaining('an earlier line of the file has this Id'),
      },
    ]);
    expect(rows().find((row) => row.Id === 30)).toMatchObject({ tel: '+1 (202) 555-0197' });
  });

  test.each(['table_out_call.utf8.csv', 'excel-ru.cp1251.csv'])(
    '%s changes nothing the second time',
    async (name) => {
      const { run, tables } = world();
      const first = await run(fixture(name));
      tables.takeRecords();
      expect(await run(fixture(name))).toMatchObject({
        imported: 0,
        unchanged: first.imported,
        refused: first.refused,
      });
      expect(tables.takeRecords()).toEqual([]);
    },
  );
});

test('a line means the same in other columns’ order, delimiter and encoding', async () => {
  const { run } = world();
  await run(file(`Id;tel;имя\r\n1;${tel};Мария\r\n`));
  expect(await run(file(`\uFEFFимя,ID,tel,адрес\nМария,1,${tel},\n`))).toMatchObject({
    unchanged: 1,
  });
});

test('a row that changed since is left as it is, until the line changes too', async () => {
  const { run, rows, tables } = world();
  await run(file(`Id;tel;status;callaftermin\n17;${tel};10;5\n`));
  tables.updateRow({ task: 'demo', Id: 17 }, { set: { status: 12 }, remove: ['callaftermin'] });
  expect(await run(file(`Id;tel;status;callaftermin\n17;${tel};10;5\n`))).toMatchObject({
    unchanged: 1,
  });
  expect(rows()).toMatchObject([{ status: 12 }]);
  await run(file(`Id;tel;status;callaftermin\n17;${tel};10;9\n`));
  expect(rows()).toMatchObject([{ status: 10, callaftermin: 9 }]);
});

test('a row that is in service is refused, and imported when the call is over', async () => {
  const { run, refusals, tables } = world();
  tables.putRow({ task: 'demo', Id: 17, tel, status: 11 });
  const lines = file(`Id;tel;имя\n17;${tel};Мария\n`);
  expect(await run(lines)).toMatchObject({ imported: 0, refused: 1 });
  expect(refusals.map(inWords)).toEqual([
    {
      line: 2,
      column: 'Id',
      value: '17',
      reason: expect.stringContaining('a call to this row is on'),
    },
  ]);
  tables.updateRow({ task: 'demo', Id: 17 }, { set: { status: 12 } });
  expect(await run(lines)).toMatchObject({ imported: 1, refused: 0 });
});

describe('lines without an Id', () => {
  test('get Ids that no other line of the file names, even a later one', async () => {
    const { run, rows } = world();
    await run(file(`Id;tel;имя\n;${tel};Мария\n1;${tel};Анна\n2;${tel};Пётр\n;${tel};Ольга\n`));
    const named = Object.fromEntries(rows().map((row) => [row.имя, row.Id]));
    expect(named).toMatchObject({ Анна: 1, Пётр: 2 });
    expect([named.Мария, named.Ольга].sort()).toEqual([3, 4]);
  });

  test('are each a row, alike or not, and none the second time', async () => {
    const { run, rows } = world();
    const lines = file(`tel;имя\n${tel};Мария\n${tel};Анна\n${tel};Мария\n`);
    expect(await run(lines)).toMatchObject({ imported: 3 });
    expect(await run(lines)).toMatchObject({ imported: 0, unchanged: 3 });
    expect(
      rows()
        .map((row) => row.имя)
        .sort(),
    ).toEqual(['Анна', 'Мария', 'Мария']);
  });

  test('that were added to the file are imported alone', async () => {
    const { run } = world();
    await run(file(`tel;имя\n${tel};Мария\n${tel};Мария\n`));
    const longer = file(`tel;имя\n${tel};Анна\n${tel};Мария\n${tel};Мария\n${tel};Мария\n`);
    expect(await run(longer)).toMatchObject({ imported: 2, unchanged: 2 });
  });
});

describe('a rehearsal', () => {
  test('foresees what the import does, and writes nothing', async () => {
    const { run, rows, refusals } = world();
    await run(file(`Id;tel\n1;${tel}\n`));
    const lines = file(`Id;tel\n1;${tel}\n2;${tel}\n3;кто?\n;${tel}\n`);
    const foreseen = await run(lines, { mode: 'rehearse' });
    expect(foreseen).toMatchObject({ imported: 2, unchanged: 1, refused: 1 });
    expect(refusals).toHaveLength(1);
    expect(rows()).toHaveLength(1);
    expect(await run(lines)).toEqual(foreseen);
    expect(rows().map((row) => row.Id)).toEqual([1, 2, 4]);
  });
});

describe('a number that the gate lets nobody call', () => {
  const barred = '020 7946 0018';
  const lines = file(
    `Id;tel\n1;+49 30 1234567\n2;+44 909 879 0000\n3;${tel}\n4;020 7946 0000\n5;${barred}\n`,
  );

  const barring = async () => {
    const it = world();
    const said = { kind: 'added', door: 'desk', at: noon } as const;
    await it.ports.doNotCall.put({ number: '+442079460018', entries: [said] }, undefined);
    await it.ports.directory.putTask(task);
    return it;
  };

  test.each(['rehearse', 'write'] as const)(
    'is a refused line, and whose customer said no is counted apart: %s',
    async (mode) => {
      const { run, rows, refusals } = await barring();
      expect(await run(lines, { mode })).toMatchObject({ imported: 3, refused: 2, inDoNotCall: 1 });
      const reason = expect.stringContaining;
      expect(refusals.map(inWords).sort((a, b) => a.line - b.line)).toEqual([
        { line: 3, column: 'tel', value: '+44 909 879 0000', reason: reason('of this kind') },
        { line: 6, column: 'tel', value: barred, reason: reason('asked not to be called') },
      ]);
      expect(
        rows()
          .map(({ Id }) => Id)
          .sort(),
      ).toEqual(mode === 'write' ? [1, 3, 4] : []);
    },
  );

  test('may stand in a row that says itself that nobody may call', async () => {
    const { run, rows } = await barring();
    await run(file(`Id;tel;status\n5;${barred};14\n`));
    expect(rows()).toMatchObject([{ Id: 5, status: 14 }]);
  });

  test('changes nothing in a line that was imported before', async () => {
    const { run, ports } = await barring();
    await run(file(`Id;tel\n3;${tel}\n`));
    const said = { kind: 'added', door: 'desk', at: noon } as const;
    await ports.doNotCall.put({ number: '+442079460017', entries: [said] }, undefined);
    expect(await run(file(`Id;tel\n3;${tel}\n`))).toMatchObject({ unchanged: 1, refused: 0 });
  });
});

test('a file that breaks off changes nothing', async () => {
  const { run, rows } = world();
  const lines = file(`Id;tel\n1;${tel}\n2;"${tel}\n`);
  await expect(run(lines)).rejects.toThrow('A quotation mark opens in line 3');
  expect(rows()).toEqual([]);
});

test('an outage ends the import with its cause, and no line is begun after it', async () => {
  const { ports, run } = world();
  let begun = 0;
  ports.rowImport.write = async () => {
    begun += 1;
    throw new Error('the table is away');
  };
  const lines = file(`tel\n${`${tel}\n`.repeat(1_000)}`);
  await expect(run(lines)).rejects.toThrow('the table is away');
  expect(begun).toBeLessThan(100);
});

describe('an import that is stopped', () => {
  test('finishes the rows that it has begun, and goes on where it was the next time', async () => {
    const { run, rows } = world();
    const stop = new AbortController();
    const lines = file(
      `Id;tel\n${Array.from({ length: 500 }, (_, n) => `${n + 1};${tel}\n`).join('')}`,
    );
    const watch = {
      moved: ({ read, total }: ImportTally) => void (total && read === 100 && stop.abort()),
      refused: () => {},
    };
    const tally = await run(lines, { signal: stop.signal, watch });
    expect(tally).toMatchObject({ total: 500, read: 100, imported: 100 });
    expect(rows()).toHaveLength(100);
    expect(await run(lines)).toMatchObject({ imported: 400, unchanged: 100 });
  });

  test('before it began has written nothing', async () => {
    const { run, rows } = world();
    const tally = await run(file(`tel\n${tel}\n`), { signal: AbortSignal.abort() });
    expect(tally).toMatchObject({ total: undefined, imported: 0 });
    expect(rows()).toEqual([]);
  });
});

test('of one Id, the line that comes first is taken, however many are written at once', async () => {
  const { run, rows, refusals } = world();
  const lines = Array.from({ length: 200 }, (_, n) => `${(n % 50) + 1};${tel};${n}\n`).join('');
  expect(await run(file(`Id;tel;номер\n${lines}`))).toMatchObject({ imported: 50, refused: 150 });
  expect(rows().every((row) => Number(row.номер) < 50)).toBe(true);
  expect(refusals.map((it) => it.line)).toEqual(Array.from({ length: 150 }, (_, n) => n + 52));
});
