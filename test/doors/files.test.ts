import { sha256 } from '../../lambdas/composition/table-ports.ts';
import { taskSchema } from '../../lambdas/domain/task/task.ts';
import { readTable } from '../../lambdas/table-files/read-table.ts';
import { UnreadableTable } from '../../lambdas/table-files/unreadable-table.ts';
import { importRows } from '../../lambdas/use-cases/table-files/import-rows.ts';
import { MemoryRowImport } from '../support/memory/memory-row-import.ts';
import { MemoryWorld } from '../support/memory/memory-world.ts';
import { inChunks } from '../table-files/table-of.ts';
import { OddValues, usualSeed } from './odd-values.ts';
import { strict } from './strict-store.ts';

/** Whatever a file holds: each line is taken or refused, or the file is, with a sentence, before any line is. */
const files = 200;
const mostLines = 20;

const header = ['Id', 'tel', 'status', 'callaftermin', 'date_callback', 'time_callback', 'имя'];

const task = taskSchema.parse({
  id: 'demo',
  title: 'Demo',
  timeZone: 'Europe/London',
  country: 'GB',
  callerId: '+442079460000',
  operators: [],
});

test(`of ${files} odd files none breaks off half way`, async () => {
  const odd = new OddValues(usualSeed);
  let lines = 0;
  let unreadable = 0;
  for (let n = 0; n < files; n++) {
    const world = new MemoryWorld(Date.parse('2026-11-23T12:00:00Z'));
    const rowImport = strict(new MemoryRowImport(world.tables));
    const bytes = oddFile(odd);
    let refused = 0;
    try {
      const tally = await importRows(
        { ...world, rowImport, digest: sha256 },
        {
          task,
          read: () => linesOf(bytes),
          mode: 'write',
          signal: new AbortController().signal,
          watch: { moved: () => undefined, refused: () => void refused++ },
        },
      );
      expect(tally.imported + tally.unchanged + tally.refused).toBe(tally.total);
      expect(tally.refused).toBe(refused);
      lines += tally.total ?? 0;
    } catch (error) {
      expect(error).toBeInstanceOf(UnreadableTable);
      expect(world.tables.written).toBe(0);
      unreadable += 1;
    }
  }
  expect(lines).toBeGreaterThan(1_000);
  expect(unreadable).toBeGreaterThan(5);
});

async function* linesOf(bytes: Uint8Array) {
  yield* (await readTable(inChunks(bytes, 1_000))).lines;
}

function oddFile(odd: OddValues): Uint8Array {
  const names = header.map((name) => (odd.isOneIn(20) ? odd.name() : name));
  const lines = Array.from({ length: odd.below(mostLines) }, () => names.map(() => cell(odd)));
  const mark = odd.pick([',', ';', '\t']);
  const text = [names, ...lines]
    .map((cells) => cells.map(quoted(odd)).join(mark))
    .join(odd.pick(['\n', '\r\n', '\r']));
  const bytes = Buffer.from(text.toWellFormed(), odd.isOneIn(10) ? 'utf16le' : 'utf8');
  if (odd.isOneIn(12)) bytes[odd.below(bytes.length)] = 0xff;
  return odd.isOneIn(12) ? bytes.subarray(0, odd.below(bytes.length)) : bytes;
}

function cell(odd: OddValues): string {
  const usual = ['17', '+442079460017', '10', '5', '2026-11-24', '10:30', 'Zoë', ''];
  return odd.isOneIn(4) ? odd.text() : odd.pick(usual);
}

const quoted = (odd: OddValues) => (text: string) =>
  odd.isOneIn(40) || !/["\n\r,;\t]/.test(text) ? text : `"${text.replaceAll('"', '""')}"`;
