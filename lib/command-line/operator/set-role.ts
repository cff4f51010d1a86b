import { isRole, type Role, roles } from '../../../lambdas/domain/task/role.ts';
import type { Operator } from '../../../lambdas/domain/task/task.ts';
import { UserMistake } from '../user-mistake.ts';
import { refuseLastSupervisor } from './remove-person.ts';
import { entryOf, nobody, type StaffOffice } from './staff-office.ts';
import type { User } from './user-pool.ts';

/**
 * Gives the person this role in the place of those that they had. The directory is told, too: tokens say the
 * former one as long as they live.
 */
export async function setRole(
  { directory, pool, signIn }: StaffOffice,
  { id, role }: { id: string; role: Role },
  tell: (line: string) => void,
): Promise<void> {
  if (pool === undefined) throw new UserMistake(`There is no role to change. ${signIn}`);
  const user = await pool.find(id);
  if (user === undefined)
    throw nobody(
      id,
      (await pool.all()).map((it) => it.id),
    );
  const taken = user.roles.filter((it) => it !== role);
  if (taken.includes('supervisor')) await refuseLastSupervisor(pool, id);
  if (!user.roles.includes(role)) await pool.allow(id, role);
  for (const it of taken) await pool.disallow(id, it);
  const change = { role, roleChangedAt: Date.now() };
  if (await entryOf(directory, id)) await directory.changeOperator(id, change);
  else await directory.putOperator({ ...entryFor(user), ...change });
  tell(`${id} signs in as ${role} from now on; pages that are open follow within a minute.`);
}

/** Supervisors who take no calls are in no directory; operators are, and nobody is rung unasked. */
function entryFor({ id, name }: User): Operator {
  return { id, name, addresses: [`client:${id}`], away: true, gone: false };
}

/** @throws UserMistake, which names the roles there are */
export function readRole(given: string | undefined): Role {
  if (isRole(given)) return given;
  throw new UserMistake(`--role must be ${roles.join(' or ')}, got ${given ?? 'none'}.`);
}
