import { isScope, resourceServer, type Scope } from '../../../contract/scopes.ts';
import type { Attempt } from '../../../domain/attempt/attempt.ts';
import type { Instant } from '../../../domain/basics/instant.ts';
import { type Role, roles, seesAll } from '../../../domain/task/role.ts';
import { isMightier, recentRole } from '../../../domain/task/role-change.ts';
import type { Operator, Task } from '../../../domain/task/task.ts';
import type { Directory } from '../../../ports/people/directory.ts';
import { type ClaimNames, type Claims, claimAt, cognitoNames, groupsAt } from './token-claims.ts';

/** Who asks, as the identity provider's token says. */
export type Caller =
  | {
      role: 'supervisor';
      operator: string;
      /** What software may do that signed in by itself: a supervisor, but for what is not in them. */
      scopes?: readonly Scope[];
    }
  | { role: Exclude<Role, 'supervisor'>; operator: string; scopes?: undefined };

/**
 * Who brings the token; undefined for one that lets nobody in. Names of groups are compared whole. Who is
 * in several is what may the most.
 */
export function callerOf(claims: Claims, names: ClaimNames = cognitoNames): Caller | undefined {
  const operator = userIn(claims, names);
  const isForAccess = claims.token_use === undefined || claims.token_use === 'access';
  if (!isForAccess) return undefined;
  if (operator === undefined) return softwareIn(claims);
  const groups = groupsAt(claims, names.groups);
  const role = roles.findLast((it) => groups.includes(names.roles[it]));
  return role && { role, operator };
}

/**
 * A client that signed in with its own credentials: its token is of nobody, and its subject is the client.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-define-resource-servers.html
 */
function softwareIn({ client_id, sub, scope }: Claims): Caller | undefined {
  if (typeof client_id !== 'string' || sub !== client_id || typeof scope !== 'string') return;
  const prefix = `${resourceServer}/`;
  const ours = scope.split(' ').filter((it) => it.startsWith(prefix));
  const scopes = ours.map((it) => it.slice(prefix.length)).filter(isScope);
  if (scopes.length === 0) return undefined;
  return { role: 'supervisor', operator: `client:${client_id}`, scopes };
}

function userIn(claims: Claims, { user, userSuffix }: ClaimNames): string | undefined {
  const name = claimAt(claims, user);
  if (typeof name !== 'string' || !name.endsWith(userSuffix)) return undefined;
  return name.slice(0, name.length - userSuffix.length) || undefined;
}

/** Who works for a task, and who leads it. */
export type Staffed = Pick<Task, 'operators' | 'leads'>;

/** Whether the task is theirs as a supervisor's is: leads have those that name them. */
export function supervises({ role, operator }: Caller, { leads = [] }: Staffed): boolean {
  return seesAll(role) || (role === 'lead' && leads.includes(operator));
}

/** Operators, and leads who help out elsewhere, see the tasks that list them. */
export function maySee(caller: Caller, task: Staffed): boolean {
  return supervises(caller, task) || task.operators.includes(caller.operator);
}

export function isOwn(caller: Caller, { operator }: Pick<Attempt, 'operator'>): boolean {
  return operator.id === caller.operator;
}

/** The caller's entry in the directory: whom calls are made for. A supervisor may have none. */
export async function operatorOf(
  directory: Pick<Directory, 'operator'>,
  caller: Caller,
): Promise<Operator | undefined> {
  const operator = await directory.operator(caller.operator);
  return operator?.gone === true ? undefined : operator;
}

/**
 * A token may be older than what happened since. Who left, whatever their role, is let in no more, and
 * whose role was taken has what is left to them.
 */
export async function asOfNow(
  directory: Pick<Directory, 'operator'>,
  caller: Caller,
  at: Instant,
): Promise<Caller | undefined> {
  const known = await directory.operator(caller.operator);
  if (known?.gone === true) return undefined;
  const role = known && recentRole(known, at);
  if (role === undefined || !isMightier(caller.role, role)) return caller;
  return { role, operator: caller.operator };
}
