import type { Instant } from '../../../lambdas/domain/basics/instant.ts';
import type { AuditEntry } from '../../../lambdas/domain/views/audit-entry.ts';
import type { AuditLog, AuditPage } from '../../../lambdas/ports/records/audit-log.ts';

export class MemoryAuditLog implements AuditLog {
  readonly #entries: AuditEntry[] = [];

  async note(entry: AuditEntry): Promise<void> {
    this.#entries.push(entry);
  }

  async page(
    { from, until }: { from: Instant; until: Instant },
    { limit, cursor = '0' }: { limit: number; cursor?: string | undefined },
  ): Promise<AuditPage> {
    const all = this.#entries
      .filter(({ at }) => at >= from && at < until)
      .toReversed()
      .toSorted((one, other) => other.at - one.at);
    const end = Number(cursor) + limit;
    const entries = all.slice(Number(cursor), end);
    return { entries, ...(end < all.length && { cursor: String(end) }) };
  }
}
