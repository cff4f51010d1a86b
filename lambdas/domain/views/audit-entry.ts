import type { Instant } from '../basics/instant.ts';
import type { RowKey } from '../row/row.ts';
import type { Role } from '../task/role.ts';

/** What somebody changed through the API: ids alone, no numbers and names. */
export interface AuditEntry {
  at: Instant;
  /** The id of a person, or `client:` and the id of software. */
  by: string;
  /** As what they came. */
  role: Role;
  /** The method and path of the route, as it is declared. */
  act: string;
  /** The parameters of its path. */
  on: Readonly<Record<string, string>>;
  /** The tasks that path and body name; none for what is about all. */
  tasks: readonly string[];
  /** The rows that the body names, as many as are kept; `count` says of how many. */
  rows?: readonly RowKey[];
  count?: number;
}

/** More rows than anybody looks at; an entry stays small. */
export const mostRowsKept = 100;
