import type { Attempt, AttemptId } from '../../../lambdas/domain/attempt/attempt.ts';
import { numberLock } from '../../../lambdas/domain/attempt/lock.ts';
import type { Link } from '../../../lambdas/domain/evidence/chain.ts';
import type { EvidenceEntry } from '../../../lambdas/domain/evidence/evidence.ts';
import type { RowKey } from '../../../lambdas/domain/row/row.ts';
import type { Traces } from '../../../lambdas/ports/records/traces.ts';
import type { MemoryForms } from './memory-forms.ts';
import type { MemoryTables } from './memory-tables.ts';
import type { MemoryViews } from './memory-views.ts';

interface Stores {
  tables: MemoryTables;
  forms: MemoryForms;
  views: MemoryViews;
}

export class MemoryTraces implements Traces {
  readonly #stores: Stores;
  readonly #chains = new Map<string, { link: Link; facts?: unknown }[]>();

  constructor(stores: Stores) {
    this.#stores = stores;
  }

  async attempts(cursor: string | undefined): Promise<{ attempts: Attempt[]; next?: string }> {
    const all = [...this.#stores.tables.attempts.values()];
    const from = Number(cursor ?? 0);
    const attempts = all.slice(from, from + 2);
    return from + 2 < all.length ? { attempts, next: String(from + 2) } : { attempts };
  }

  async chain(number: string): Promise<{ links: Link[]; kept: EvidenceEntry[] }> {
    const stored = this.#chains.get(number) ?? [];
    const kept = stored.flatMap(({ link: { at, kind, ref }, facts }) =>
      facts === undefined ? [] : [{ at, kind, ref, facts }],
    );
    return { links: stored.map(({ link }) => link), kept };
  }

  async lastLink(number: string): Promise<Link | undefined> {
    return this.#chains.get(number)?.at(-1)?.link;
  }

  async addLink(number: string, link: Link, facts?: unknown): Promise<boolean> {
    const stored = this.#chains.get(number) ?? [];
    if (stored.length >= link.place) return false;
    this.#chains.set(number, [...stored, { link, facts }]);
    return true;
  }

  async eraseAttempts(attempts: readonly AttemptId[]): Promise<void> {
    const { tables, forms } = this.#stores;
    for (const id of attempts) {
      forms.erase(id);
      tables.attempts.delete(id);
      for (const [row, ids] of tables.attemptsOf)
        tables.attemptsOf.set(
          row,
          ids.filter((it) => it !== id),
        );
    }
  }

  async eraseRowTraces(row: RowKey): Promise<{ receipts: number }> {
    this.#stores.views.eraseEvents(row);
    return { receipts: 0 };
  }

  async eraseLock(number: string): Promise<boolean> {
    return this.#stores.tables.locks.delete(numberLock(number));
  }
}
