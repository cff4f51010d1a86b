import type { Instant } from '../../../lambdas/domain/basics/instant.ts';
import { type RowKey, rowId } from '../../../lambdas/domain/row/row.ts';

/** A promise as its writer knows it, whatever the system makes of it. */
export interface Promised {
  madeAt: Instant;
  /** Not before. */
  dueAt: Instant;
  by: 'writer' | 'form' | 'caller';
  dialledAt?: Instant;
  /** What kept it from being called on time, other than faults. */
  reasons: Set<Reason>;
}

/** The operators', the rules', the customer's, ours. */
export type Reason = 'operators' | 'rules' | 'call limit' | 'busy number' | 'faults';

/** How promises ended. */
export type Account =
  | 'on time'
  | `late: ${Reason}`
  | `problem: ${string}`
  | 'attempts used up'
  | 'moved'
  | 'withdrawn by its writer'
  | 'kept by another call'
  | 'waits for an operator';

/** What was promised to whom, and what came of it. */
export class Ledger {
  readonly accounts = new Map<Account, number>();
  readonly #standing = new Map<string, Promised>();

  /** Somebody writes the row's order; `promise` is absent where what it orders is not certain. */
  wrote(row: RowKey, promise?: Omit<Promised, 'reasons'>): void {
    const name = rowId(row);
    const was = this.#standing.get(name);
    if (was !== undefined && was.dialledAt === undefined) {
      this.close(name, promise === undefined ? 'withdrawn by its writer' : 'moved');
    }
    if (promise === undefined) this.#standing.delete(name);
    else this.#standing.set(name, { ...promise, reasons: new Set() });
  }

  standing(row: RowKey): Promised | undefined {
    return this.#standing.get(rowId(row));
  }

  all(): [string, Promised][] {
    return [...this.#standing];
  }

  hinder(row: RowKey, reason: Reason): void {
    this.#standing.get(rowId(row))?.reasons.add(reason);
  }

  close(name: string, account: Account): void {
    this.#standing.delete(name);
    this.count(account);
  }

  count(account: Account): void {
    this.accounts.set(account, (this.accounts.get(account) ?? 0) + 1);
  }
}
