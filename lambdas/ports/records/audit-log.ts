import type { Instant } from '../../domain/basics/instant.ts';
import type { AuditEntry } from '../../domain/views/audit-entry.ts';

export interface AuditPage {
  /** The newest first. */
  entries: AuditEntry[];
  /** For what is older; undefined where nothing is. */
  cursor?: string;
}

/** Who changed what through the API: kept as long as the stories of rows. */
export interface AuditLog {
  /** Each call adds an entry, also of what happened at the same instant. */
  note(entry: AuditEntry): Promise<void>;

  /** Entries of the span, or those of it that are older than the cursor; a page may be empty and not the last. */
  page(
    span: { from: Instant; until: Instant },
    paging: { limit: number; cursor?: string | undefined },
  ): Promise<AuditPage>;
}
