import type { Attempt, AttemptId } from '../../../lambdas/domain/attempt/attempt.ts';
import type { Instant } from '../../../lambdas/domain/basics/instant.ts';
import type { Task } from '../../../lambdas/domain/task/task.ts';
import type { MemoryTables } from '../../support/memory/memory-tables.ts';
import type { Faults } from './faults.ts';
import type { Ledger } from './ledger.ts';
import type { SimulatedNetwork } from './simulated-network.ts';
import type { Trace } from './trace.ts';

/** What the promises are checked on: the world as it is, not as the engine believes. */
export interface Watched {
  now(): Instant;
  tables: MemoryTables;
  network: SimulatedNetwork;
  ledger: Ledger;
  trace: Trace;
  readonly tasks: readonly Task[];
  readonly faults: Faults;
}

/** The product's promises, watched from outside the engine while it runs; lambdas/README.md#promises. */
export class Promises {
  readonly violations: string[] = [];
  readonly #now: () => Instant;
  readonly #trace: Trace;

  constructor(now: () => Instant, trace: Trace) {
    this.#now = now;
    this.#trace = trace;
  }

  /** @param sentence begins with the number of the promise */
  violate(sentence: string): void {
    this.violations.push(`${new Date(this.#now()).toISOString()} ${sentence}`);
    this.#trace.note(this.#now(), () => `BROKEN ${sentence}`);
  }

  broken(error: unknown, where: string): void {
    const text = error instanceof Error ? error.stack : String(error);
    this.violate(`a use case failed (${where}): ${text}`);
  }
}

export function attemptIn(tables: MemoryTables, id: AttemptId | undefined): Attempt | undefined {
  return id && tables.attempts.get(id);
}
