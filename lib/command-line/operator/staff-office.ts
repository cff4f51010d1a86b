import { tablePorts } from '../../../lambdas/composition/table-ports.ts';
import type { Operator } from '../../../lambdas/domain/task/task.ts';
import type { Directory } from '../../../lambdas/ports/people/directory.ts';
import { findSystem } from '../find-system.ts';
import { findTables, type Whereabouts } from '../find-tables.ts';
import { UserMistake } from '../user-mistake.ts';
import { UserPool } from './user-pool.ts';

/** Where people are registered. */
export interface StaffOffice {
  directory: Directory;
  /** Undefined on this machine, and where people sign in with an identity provider of their own. */
  pool: UserPool | undefined;
  /** Says how people sign in where there is no user pool. */
  signIn: string;
}

export async function findOffice(where: Whereabouts): Promise<StaffOffice> {
  const system = await findSystem(where);
  const { directory } = tablePorts(await findTables(where));
  const poolId = system.outputs.get('UserPoolId');
  const isLocal = system.aws.endpoint !== undefined;
  return {
    directory,
    pool: poolId === undefined ? undefined : new UserPool(poolId, system.aws),
    signIn: isLocal
      ? 'On this machine people sign in without a password, as a supervisor or as anybody in the directory.'
      : 'People sign in with your own identity provider: its user name must be the id, its groups operator, lead, viewer and supervisor.',
  };
}

export async function entryOf(directory: Directory, id: string): Promise<Operator | undefined> {
  return (await directory.operators()).find((it) => it.id === id);
}

/** @throws UserMistake, which names those who are there */
export function nobody(id: string, known: readonly string[]): UserMistake {
  const hint =
    known.length > 0 ? `There is ${known.toSorted().join(', ')}.` : 'There is nobody yet.';
  return new UserMistake(`There is nobody with the id ${id}. ${hint}`);
}
