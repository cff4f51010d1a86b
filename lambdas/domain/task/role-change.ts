import { hour, type Instant } from '../basics/instant.ts';
import { type Role, roles } from './role.ts';

/** To which role somebody's was changed here, and when. */
export interface RoleChange {
  role?: Role | undefined;
  roleChangedAt?: Instant | undefined;
}

/** The user pool gives them half an hour, and clocks differ. */
const longestTokenLife = hour;

/** The role that somebody was given of late; undefined when all tokens know it themselves. */
export function recentRole({ role, roleChangedAt }: RoleChange, at: Instant): Role | undefined {
  if (roleChangedAt === undefined || at >= roleChangedAt + longestTokenLife) return undefined;
  return role;
}

/** Whether somebody may anything in the one role that they may not in the other: a lead changes what a viewer only sees. */
export function isMightier(one: Role, other: Role): boolean {
  if (one === 'lead' && other === 'viewer') return true;
  return roles.indexOf(one) > roles.indexOf(other);
}
