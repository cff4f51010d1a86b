import type { Attempt } from '../../../domain/attempt/attempt.ts';
import type { Operator } from '../../../domain/task/task.ts';
import type { Directory } from '../../../ports/directory.ts';

/** Who asks, as the identity provider's token says. */
export type Caller =
  | { role: 'supervisor'; operator: string }
  | { role: 'operator'; operator: string };

export type Claims = Readonly<Record<string, unknown>>;

/**
 * Reads an access token's claims, which API Gateway has verified. It hands lists over as texts
 * like `[supervisor operator]`. Undefined for a token that lets nobody in.
 */
export function callerOf(claims: Claims): Caller | undefined {
  const { username, token_use } = claims;
  if (token_use !== 'access' || typeof username !== 'string' || username === '') return undefined;
  const groups = String(claims['cognito:groups'] ?? '').split(/[[\]\s,]+/);
  if (groups.includes('supervisor')) return { role: 'supervisor', operator: username };
  return groups.includes('operator') ? { role: 'operator', operator: username } : undefined;
}

/** Supervisors everything; operators the tasks that list them. */
export function maySee(caller: Caller, task: { operators: readonly string[] }): boolean {
  return caller.role === 'supervisor' || task.operators.includes(caller.operator);
}

/** Supervisors everything; operators their own calls. */
export function mayHandle(caller: Caller, { operator }: Pick<Attempt, 'operator'>): boolean {
  return caller.role === 'supervisor' || operator.id === caller.operator;
}

/** The caller's entry in the directory: whom calls are made for. A supervisor may have none. */
export async function operatorOf(
  directory: Pick<Directory, 'operator'>,
  caller: Caller,
): Promise<Operator | undefined> {
  const operator = await directory.operator(caller.operator);
  return operator?.gone === true ? undefined : operator;
}

/** One who left, whatever their role, may still have a token, or an account. */
export async function hasLeft(
  directory: Pick<Directory, 'operator'>,
  { operator }: Caller,
): Promise<boolean> {
  return (await directory.operator(operator))?.gone === true;
}
