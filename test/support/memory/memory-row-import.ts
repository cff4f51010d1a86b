import { isInService } from '../../../lambdas/domain/row/row.ts';
import type {
  IncomingLine,
  LineResult,
  RowImport,
} from '../../../lambdas/ports/rows/row-import.ts';
import type { MemoryTables } from './memory-tables.ts';

export class MemoryRowImport implements RowImport {
  readonly #tables: MemoryTables;
  readonly #taken = new Set<string>();
  readonly #highest = new Map<string, number>();

  constructor(tables: MemoryTables) {
    this.#tables = tables;
  }

  async write(line: IncomingLine): Promise<LineResult> {
    const reception = this.#foresee(line);
    if (reception !== 'imported') return reception;
    if (JSON.stringify(line.columns).length > mostLetters) {
      return { unstorable: 'Item size has exceeded the maximum allowed size' };
    }
    const { task, Id = this.#nextId(task), columns, emptied, hash } = line;
    this.#tables.updateRow({ task, Id }, { set: { ...columns, _imported: hash }, remove: emptied });
    if (line.Id === undefined) this.#taken.add(lineName(line));
    return 'imported';
  }

  async rehearse(line: IncomingLine): Promise<LineResult> {
    return this.#foresee(line);
  }

  #foresee(line: IncomingLine): LineResult {
    const { task, Id, hash } = line;
    if (Id === undefined) return this.#taken.has(lineName(line)) ? 'unchanged' : 'imported';
    const columns = this.#tables.row({ task, Id })?.columns;
    if (columns?._imported === hash) return 'unchanged';
    return isInService(columns && { columns }) ? 'in-service' : 'imported';
  }

  async raiseIds(task: string, highest: number): Promise<void> {
    this.#highest.set(task, Math.max(highest, this.#highest.get(task) ?? 0));
  }

  #nextId(task: string): number {
    const Ids = [...this.#tables.rows.values()]
      .filter(({ key }) => key.task === task)
      .map(({ key }) => key.Id);
    const Id = Math.max(this.#highest.get(task) ?? 0, ...Ids) + 1;
    this.#highest.set(task, Id);
    return Id;
  }
}

/** As DynamoDB's 400 KB, near enough. */
const mostLetters = 400 * 1024;

function lineName({ task, hash, occurrence }: IncomingLine): string {
  return `${task} ${hash}#${occurrence}`;
}
