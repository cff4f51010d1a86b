import type { Stack } from '../template/stack.ts';
import { type Caller, Permissions } from './permissions.ts';
import { RightsLog } from './rights-log.ts';
import { readRoles } from './roles.ts';

export interface StackPermissionsParts {
  stack: Stack;
  callers: ReadonlyMap<string, Caller>;
  accountId: string;
  /** The file that tells what is granted and what is used. */
  rightsFile: string;
}

/** The permissions of a stack's functions; what they use is written to a file. */
export function stackPermissions(parts: StackPermissionsParts): Permissions {
  const permissions: Permissions = new Permissions({
    roles: readRoles(parts.stack),
    callers: [...parts.callers.values()],
    accountId: parts.accountId,
    onUse: (right) => log.used(right),
  });
  const log = new RightsLog(parts.rightsFile, permissions.granted());
  return permissions;
}
