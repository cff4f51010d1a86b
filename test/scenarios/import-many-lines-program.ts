import { sha256 } from '../../lambdas/composition/table-ports.ts';
import { taskSchema } from '../../lambdas/domain/task/task.ts';
import { readTable } from '../../lambdas/table-files/read-table.ts';
import { importRows } from '../../lambdas/use-cases/table-files/import-rows.ts';
import { MemoryWorld } from '../support/memory/memory-world.ts';

/**
 * A program: imports a generated file of 100,000 lines and tells as JSON how many bytes were in use
 * after every tenth of it. To be run with --expose-gc, in a process of its own.
 */
const lineCount = 100_000;
const linesPerChunk = 1_000;
const linesPerLook = lineCount / 10;

const task = taskSchema.parse({
  id: 'demo',
  title: 'Demo',
  timeZone: 'Europe/London',
  country: 'GB',
  callerId: '+442079460000',
  operators: ['anna'],
  allowedCountries: ['FR'],
});

async function* file(): AsyncGenerator<Uint8Array> {
  yield Buffer.from('Id;tel;имя\r\n');
  for (let first = 1; first <= lineCount; first += linesPerChunk) {
    const lines = Array.from({ length: linesPerChunk }, (_, n) => lineOf(first + n));
    yield Buffer.from(lines.join(''));
  }
}

/** Every other line has no Id. */
function lineOf(n: number): string {
  return `${n % 2 ? n : ''};+33 1 99 00 10 ${(n % 90) + 10};Мария Щукина ${n}\r\n`;
}

function bytesInUse(): number {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

const used: number[] = [];
const rowImport = {
  write: async () => 'imported' as const,
  rehearse: async () => 'imported' as const,
  raiseIds: async () => {},
};
const watch = {
  moved: ({ imported }: { imported: number }) => {
    if (imported >= (used.length + 1) * linesPerLook) used.push(bytesInUse());
  },
  refused: () => {},
};
const { imported } = await importRows(
  { ...new MemoryWorld(0), rowImport, clock: { now: Date.now }, digest: sha256 },
  {
    task,
    watch,
    mode: 'write',
    signal: new AbortController().signal,
    read: async function* () {
      yield* (await readTable(file())).lines;
    },
  },
);
console.log(JSON.stringify({ imported, used }));
