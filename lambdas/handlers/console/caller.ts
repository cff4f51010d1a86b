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
  if (token_use !== 'access' || typeof username !== 'string') return undefined;
  const groups = String(claims['cognito:groups'] ?? '').split(/[[\]\s,]+/);
  if (groups.includes('supervisor')) return { role: 'supervisor', operator: username };
  return groups.includes('operator') ? { role: 'operator', operator: username } : undefined;
}

/** Supervisors everything; operators the tasks that list them. */
export function maySee(caller: Caller, task: { operators: readonly string[] }): boolean {
  return caller.role === 'supervisor' || task.operators.includes(caller.operator);
}
