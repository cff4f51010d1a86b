import type { RowKey } from '../../../domain/row/row.ts';
import { type AuditEntry, mostRowsKept } from '../../../domain/views/audit-entry.ts';
import type { Clock } from '../../../ports/clock.ts';
import type { AuditLog } from '../../../ports/records/audit-log.ts';
import { isReading, tasksNamedIn } from './may-ask.ts';
import type { Declaration, Request } from './route.ts';

export interface AuditPorts {
  auditLog: Pick<AuditLog, 'note'>;
  clock: Pick<Clock, 'now'>;
}

/** Whether the audit list tells of what was asked, where it was done. */
export function isAudited(declaration: Declaration, body: unknown): boolean {
  const { audited = !isReading(declaration) } = declaration;
  return typeof audited === 'function' ? audited(body) : audited;
}

/** Ids alone: numbers, names and what was written are nobody's to read here. */
export function auditEntryOf(
  { method, path }: Pick<Declaration, 'method' | 'path'>,
  { caller, param, body }: Pick<Request, 'caller' | 'param' | 'body'>,
  at: number,
): AuditEntry {
  const names = [...path.matchAll(/\{(\w+)\}/g)].flatMap(([, name]) => name ?? []);
  const on = Object.fromEntries(names.map((name) => [name, param(name)]));
  const tasks = [...new Set([...(on.task === undefined ? [] : [on.task]), ...tasksNamedIn(body)])];
  return {
    at,
    by: caller.operator,
    role: caller.role,
    act: `${method} ${path}`,
    on,
    tasks,
    ...rowsIn(body),
  };
}

interface NamingMany {
  row?: RowKey;
  rows?: readonly RowKey[];
  lines?: readonly unknown[];
  numbers?: readonly unknown[];
}

function rowsIn(body: unknown): Pick<AuditEntry, 'rows' | 'count'> {
  if (typeof body !== 'object' || body === null) return {};
  const { row, rows = row && [row], lines, numbers } = body as NamingMany;
  if (Array.isArray(rows)) {
    const keys = rows.slice(0, mostRowsKept).map(({ task, Id }) => ({ task, Id }));
    return { rows: keys, count: rows.length };
  }
  const many = lines ?? numbers;
  return Array.isArray(many) ? { count: many.length } : {};
}
