import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { sha256 } from '../../../lambdas/composition/table-ports.ts';
import {
  FileSurvey,
  LineNumbering,
  type NumberedLine,
} from '../../../lambdas/domain/import/import-file.ts';
import { isRefusal, type TableLine } from '../../../lambdas/domain/import/import-line.ts';
import { textOf } from '../../../lambdas/domain/row/row.ts';
import { taskSchema } from '../../../lambdas/domain/task/task.ts';
import { importBatch } from '../../../lambdas/use-cases/table-files/import-batch.ts';
import { importRows } from '../../../lambdas/use-cases/table-files/import-rows.ts';
import type { LineOutcome } from '../../../lambdas/use-cases/table-files/receive-line.ts';
import { MemoryRowImport } from '../../support/memory/memory-row-import.ts';
import { MemoryWorld } from '../../support/memory/memory-world.ts';
import { inWords } from '../../support/refusal-in-words.ts';
import { linesOf } from '../../table-files/table-of.ts';

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
  return { tables: memory.tables, ports };
}

type World = ReturnType<typeof world>;

/** As the command line imports a file. */
async function byCommand({ ports }: World, lines: readonly TableLine[]) {
  const refused: number[] = [];
  const tally = await importRows(ports, {
    task,
    mode: 'write',
    signal: new AbortController().signal,
    watch: { moved: () => {}, refused: ({ line }) => refused.push(line) },
    read: async function* () {
      yield* lines;
    },
  });
  return { tally, refused: refused.sort((a, b) => a - b) };
}

/** As a page reads a file before it sends any of it. */
function numbered(lines: readonly TableLine[]) {
  const survey = new FileSurvey();
  const numbering = new LineNumbering();
  for (const line of lines) survey.add(line);
  const wellFormed = lines.flatMap((line) => (isRefusal(line) ? [] : [numbering.number(line)]));
  return { highestId: survey.highestId, lines: wellFormed };
}

interface Sending {
  lines: NumberedLine[];
  highestId: number;
  mode?: 'write' | 'rehearse';
}

function send({ ports }: World, { mode = 'write', ...rest }: Sending): Promise<LineOutcome[]> {
  return importBatch(ports, { task, mode, ...rest });
}

function inBatches<Item>(items: readonly Item[], size: number): Item[][] {
  const count = Math.ceil(items.length / size);
  return Array.from({ length: count }, (_, n) => items.slice(n * size, (n + 1) * size));
}

/** The rows without the Ids that were given out, in an order of their own, and all Ids. */
function holdings({ tables }: World, lines: readonly TableLine[]) {
  const named = new Set(lines.map((line) => ('cells' in line ? Number(line.cells.Id) : 0)));
  const rows = [...tables.rows.values()].map(({ columns }) => columns);
  const contents = rows.map(({ Id, ...rest }) =>
    JSON.stringify(named.has(Number(Id)) ? { Id, ...rest } : rest),
  );
  return { contents: contents.sort(), Ids: rows.map(({ Id }) => Number(Id)).sort((a, b) => a - b) };
}

const fixtures = ['table_out_call.utf8.csv', 'excel-ru.cp1251.csv'];

test.each(fixtures)('%s by batches is what it is by the command line', async (name) => {
  const lines = await linesOf(readFileSync(path.join(__dirname, '../../fixtures', name)));
  const [command, page] = [world(), world()];
  const { tally, refused } = await byCommand(command, lines);
  const { highestId, lines: all } = numbered(lines);
  const outcomes: LineOutcome[] = [];
  for (const batch of inBatches(all, 7).reverse()) {
    outcomes.push(...(await send(page, { lines: batch, highestId })));
  }
  const refusals = outcomes.flatMap((it) => (typeof it === 'string' ? [] : [it.line]));
  expect(refusals.sort((a, b) => a - b)).toEqual(refused);
  expect(outcomes.filter((it) => it === 'imported')).toHaveLength(tally.imported);
  expect(holdings(page, lines)).toEqual(holdings(command, lines));
});

const cells = fc.record({
  Id: fc.constantFrom('', '', '', '1', '2', '3', '007', 'нет'),
  tel: fc.constantFrom(tel, tel, '07700 900154', 'кто?'),
  имя: fc.constantFrom('', 'Мария', 'Анна'),
  status: fc.constantFrom('', '10', '99'),
  callaftermin: fc.constantFrom('', '5'),
});

const file = fc.array(cells, { maxLength: 25 });

test('any file gives the same rows, however its batches are cut, shuffled and repeated', async () => {
  const courses = fc.record({ file, size: fc.integer({ min: 1, max: 6 }), seed: fc.integer() });
  await fc.assert(
    fc.asyncProperty(courses, async (course) => {
      const lines = course.file.map((it, at) => ({ line: at + 2, cells: it }));
      const [command, page] = [world(), world()];
      await byCommand(command, lines);
      const { highestId, lines: all } = numbered(lines);
      const batches = inBatches(all, course.size);
      const shuffled = [...batches, ...batches].sort((a, b) => order(a, course) - order(b, course));
      for (const batch of shuffled) await send(page, { lines: batch, highestId });
      expect(holdings(page, lines)).toEqual(holdings(command, lines));
    }),
    { numRuns: 200 },
  );
});

function order([first]: NumberedLine[], { seed }: { seed: number }): number {
  return ((first?.line ?? 0) * 7919 + seed) % 31;
}

test('a file whose import was broken off goes on by the command line, and the other way round', async () => {
  const lines = Array.from({ length: 40 }, (_, n) => ({
    line: n + 2,
    cells: { tel, имя: n % 3 ? 'Мария' : 'Анна' },
  }));
  const both = world();
  const { highestId, lines: all } = numbered(lines);
  await send(both, { lines: all.slice(10, 30), highestId });
  expect((await byCommand(both, lines)).tally).toMatchObject({ imported: 20, unchanged: 20 });
  const again = await send(both, { lines: all, highestId });
  expect(again).toEqual(all.map(() => 'unchanged'));
});

test('a line without an Id takes none that a later batch names', async () => {
  const page = world();
  const lines = [
    { line: 2, cells: { Id: '', tel } },
    { line: 3, cells: { Id: '1', tel } },
  ];
  const { highestId, lines: all } = numbered(lines);
  for (const line of all) await send(page, { lines: [line], highestId });
  const Ids = [...page.tables.rows.values()].map(({ columns }) => textOf(columns.Id));
  expect(Ids.sort()).toEqual(['1', '2']);
});

test('a rehearsal answers what would become of each line, and writes nothing', async () => {
  const page = world();
  const { highestId, lines } = numbered([
    { line: 2, cells: { Id: '1', tel } },
    { line: 3, cells: { Id: '2', tel: 'кто?' } },
    { line: 4, cells: { Id: '1', tel } },
  ]);
  const outcomes = await send(page, { lines, highestId, mode: 'rehearse' });
  expect(outcomes.map(inWords)).toEqual([
    'imported',
    { line: 3, column: 'tel', value: 'кто?', reason: expect.stringContaining('phone number') },
    { line: 4, column: 'Id', value: '1', reason: expect.stringContaining('an earlier line') },
  ]);
  expect(page.tables.rows.size).toBe(0);
});

test('however many lines have one number, the do-not-call list is asked for it once', async () => {
  const it = world();
  const asked = jest.spyOn(it.ports.doNotCall, 'find');
  const rows = jest.spyOn(it.ports.views, 'byNumber');
  const lines = Array.from({ length: 50 }, (_, at) => ({ line: at + 2, cells: { tel } }));
  await send(it, { ...numbered(lines), mode: 'write' });
  expect(it.tables.rows.size).toBe(50);
  expect(asked).toHaveBeenCalledTimes(1);
  expect(rows).not.toHaveBeenCalled();
});
