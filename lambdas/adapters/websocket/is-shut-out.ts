import { isMightier } from '../../domain/task/role-change.ts';
import type { DeskUser, ShutOut } from '../../ports/people/desks.ts';

export function isShutOut({ operator, role }: DeskUser, out: readonly ShutOut[]): boolean {
  return out.some(
    (it) => it.operator === operator && (it.role === undefined || isMightier(role, it.role)),
  );
}
