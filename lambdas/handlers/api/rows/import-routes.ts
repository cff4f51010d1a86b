import type * as z from 'zod';
import {
  type ImportReceptions,
  importBatchWish,
  importReceptions,
} from '../../../contract/imports.ts';
import type { Language } from '../../../domain/basics/language.ts';
import type { NumberedLine } from '../../../domain/import/import-file.ts';
import { idOf } from '../../../domain/import/import-line.ts';
import { lineProblemText } from '../../../domain/import/import-problem.ts';
import { effectOf } from '../../../domain/import/line-effect.ts';
import { numberOfLine } from '../../../domain/import/same-numbers.ts';
import type { Task } from '../../../domain/task/task.ts';
import type { Directory } from '../../../ports/people/directory.ts';
import type { Journal } from '../../../ports/records/journal.ts';
import { type NumberPorts, rowsOfNumber } from '../../../use-cases/numbers/rows-of-number.ts';
import { importBatch } from '../../../use-cases/table-files/import-batch.ts';
import type { ImportPorts, LineOutcome } from '../../../use-cases/table-files/receive-line.ts';
import { enterTask } from '../http/access.ts';
import { ok } from '../http/replies.ts';
import { type Route, routeWithin } from '../http/route.ts';

/** A hundred lines; Lambda itself takes 6 MB. */
const mostCharacters = 5_000_000;

/** Files of rows, some lines at a time. */
export function importRoutes(
  ports: ImportPorts & NumberPorts & { directory: Directory; journal: Pick<Journal, 'count'> },
): Route[] {
  const importLines = routeWithin(
    enterTask(ports.directory),
    {
      method: 'POST',
      path: '/api/tasks/{task}/import',
      summary:
        'Takes some lines of a file in as rows; batches may come in any order and again, and a line that was imported before changes nothing',
      who: 'leads',
      audited: isWriting,
      body: importBatchWish,
      mostCharacters,
      answer: importReceptions,
    },
    async ({ body, language }, task) => {
      const outcomes = await importBatch(ports, { task, ...body });
      const written = body.mode === 'write' ? outcomes.filter((it) => it === 'imported') : [];
      ports.journal.count('LineImported', written.length);
      const receptions = body.lines.map((line, at) => reception(line, outcomes[at], language));
      if (body.mode === 'write') return ok({ receptions });
      const lines = body.lines.filter((_, at) => outcomes[at] === 'imported');
      const numbers = await numbersOf(ports, task, lines);
      const effects = await effectsOf(ports, task, lines);
      return ok({ receptions, effects, numbers: numbers.flat() });
    },
  );
  return [importLines];
}

function isWriting(body: unknown): boolean {
  return (body as z.output<typeof importBatchWish>).mode === 'write';
}

/** A line without an Id makes a row; one with an Id may change the one that has it. */
async function effectsOf(ports: NumberPorts, task: Task, lines: readonly NumberedLine[]) {
  const Ids = lines.flatMap(({ cells }) => idOf(cells) ?? []);
  const rows = await ports.rows.getMany(Ids.map((Id) => ({ task: task.id, Id })));
  return lines.map(({ line, cells }) => {
    const Id = idOf(cells);
    const row = Id === undefined ? undefined : rows.find(({ key }) => key.Id === Id);
    return { line, effect: effectOf(cells, row, task.country) };
  });
}

type Reception = ImportReceptions['receptions'][number];

/** Which rows have the lines' numbers already; which lines have them can only the file's reader tell. */
async function numbersOf(ports: NumberPorts, task: Task, lines: readonly NumberedLine[]) {
  const Ids = new Map<string, Promise<number[]>>();
  const IdsOf = (number: string) => {
    const found = Ids.get(number) ?? IdsOfNumber(ports, task, number);
    Ids.set(number, found);
    return found;
  };
  const numbers = lines.map(async ({ line, cells }) => {
    const number = numberOfLine(cells, task.country);
    if (number === undefined) return [];
    const rows = (await IdsOf(number)).filter((Id) => Id !== idOf(cells));
    return [{ line, number, rows }];
  });
  return (await Promise.all(numbers)).flat();
}

async function IdsOfNumber(ports: NumberPorts, task: Task, number: string): Promise<number[]> {
  const found = await rowsOfNumber(ports, [task], number);
  return found.map(({ row }) => row.key.Id);
}

function reception(
  { line }: NumberedLine,
  outcome: LineOutcome | undefined,
  language: Language,
): Reception {
  if (outcome === undefined) throw new Error(`line ${line} has no outcome`);
  if (typeof outcome === 'string') return { line, outcome };
  return { ...outcome, outcome: 'refused', reason: lineProblemText(outcome.problem, language) };
}
