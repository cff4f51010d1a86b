import type { Operator } from '../../../lambdas/domain/task/task.ts';
import { UserMistake } from '../user-mistake.ts';
import { entryOf, nobody, type StaffOffice } from './staff-office.ts';
import type { User, UserPool } from './user-pool.ts';

/** The person gets no calls any more and cannot sign in; what was said and done stays. */
export async function removePerson(
  { directory, pool }: StaffOffice,
  id: string,
  tell: (line: string) => void,
): Promise<void> {
  const entry = await entryOf(directory, id);
  const user = await pool?.find(id);
  if (entry === undefined && user === undefined) {
    throw nobody(
      id,
      (await directory.operators()).map((it) => it.id),
    );
  }
  if (pool !== undefined && user?.roles.includes('supervisor'))
    await refuseLastSupervisor(pool, id);
  if (entry?.gone === true) tell(`${entry.name} was gone from the directory already.`);
  else if (entry !== undefined) {
    await directory.changeOperator(id, { gone: true });
    tell(
      `${entry.name} gets no calls any more. What was promised for ${entry.name} alone is listed on the supervisor’s page as orphaned.`,
    );
  } else if (user !== undefined) await directory.putOperator(removed(user));
  if (pool === undefined) return;
  if (user === undefined) return tell(`${id} could not sign in.`);
  await pool.remove(id);
  tell(`${id} cannot sign in any more, and pages that are open are let in no more.`);
}

/** Supervisors who take no calls are in no directory: this entry ends what their token still opens. */
function removed({ id }: User): Operator {
  return { id, name: id, addresses: [`client:${id}`], away: true, gone: true };
}

/** Without one nobody could let anybody in but by this command. */
export async function refuseLastSupervisor(pool: UserPool, id: string): Promise<void> {
  const supervisors = await pool.idsOf('supervisor');
  if (supervisors.some((it) => it !== id)) return;
  throw new UserMistake(`${id} is the only supervisor: add another one first.`);
}
