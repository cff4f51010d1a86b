import { setTimeout as pause, setInterval as ticks } from 'node:timers/promises';
import type { Upstream } from '../proxy/upstream.ts';
import { recordsPerTrim, type StreamTrimmer } from './dynoxide-file.ts';
import type { TableDefinition } from './tables.ts';
import { deleteExpired } from './time-to-live.ts';

export interface HousekeepingOptions {
  tables: TableDefinition[];
  dynamodb: Upstream;
  trimmer: StreamTrimmer;
  /** The stream record of a table up to which all functions have seen everything. */
  settledUntil(table: string): string | undefined;
  onWrite(tables: string[]): void;
}

const trimMilliseconds = 30_000;
const betweenTrimsMilliseconds = 10;
/** AWS takes days; a table that is read more often would be felt. */
const expireMilliseconds = 10 * 60_000;

/** What DynamoDB does by itself and dynoxide does not: old stream records and expired items go. */
export class Housekeeping {
  readonly #options: HousekeepingOptions;
  readonly #stopping = new AbortController();
  #work: Promise<unknown> = Promise.resolve();

  constructor(options: HousekeepingOptions) {
    this.#options = options;
  }

  start(): void {
    this.#work = Promise.all([
      this.#repeat(trimMilliseconds, () => this.trim()),
      this.#repeat(expireMilliseconds, () => this.expire()),
    ]);
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#work;
    this.#options.trimmer.close();
  }

  /** Goes on as long as there is more than one portion: portions keep the file's locks short. */
  async trim(): Promise<void> {
    const { tables, trimmer, settledUntil } = this.#options;
    for (const { name } of tables) {
      const settled = settledUntil(name);
      if (settled === undefined) continue;
      while (trimmer.trim(name, settled) === recordsPerTrim) await pause(betweenTrimsMilliseconds);
    }
  }

  async expire(): Promise<void> {
    const { tables, dynamodb, onWrite } = this.#options;
    for (const table of tables) {
      if ((await deleteExpired(table, dynamodb)) > 0) onWrite([table.name]);
    }
  }

  async #repeat(milliseconds: number, task: () => Promise<void>): Promise<void> {
    const { signal } = this.#stopping;
    try {
      for await (const _ of ticks(milliseconds, undefined, { signal })) await task();
    } catch (error) {
      if (!signal.aborted) throw error;
    }
  }
}
