import type { Role } from '../../../domain/task/role.ts';

/** What a token says of who brings it. API Gateway has verified its signature, issuer and audience. */
export type Claims = Readonly<Record<string, unknown>>;

/** Where the identity provider writes what; every one has names of its own. */
export interface ClaimNames {
  /** Whose value is the id of their entry in the directory. */
  user: string;
  /** What is taken off its end, as `@example.com`. */
  userSuffix: string;
  groups: string;
  /** The group of each role. */
  roles: Readonly<Record<Role, string>>;
}

/** https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-access-token.html */
export const cognitoNames: ClaimNames = {
  user: 'username',
  userSuffix: '',
  groups: 'cognito:groups',
  roles: { operator: 'operator', lead: 'lead', viewer: 'viewer', supervisor: 'supervisor' },
};

/**
 * Reads them from the token itself: API Gateway hands lists over as one text, in which a group with a
 * blank in its name looks like two.
 */
export function claimsIn(authorization: string | undefined): Claims {
  const [, payload] = /^Bearer [\w-]+\.([\w-]+)\.[\w-]*$/i.exec(authorization ?? '') ?? [];
  if (payload === undefined) return {};
  try {
    const claims: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
    return typeof claims === 'object' && claims !== null ? (claims as Claims) : {};
  } catch {
    return {};
  }
}

/** A name may hold full stops itself (`https://example.com/roles`), or lead inwards (`realm_access.roles`). */
export function claimAt(claims: Claims, name: string): unknown {
  if (Object.hasOwn(claims, name)) return claims[name];
  const [first = '', ...rest] = name.split('.');
  const inner = Object.hasOwn(claims, first) ? claims[first] : undefined;
  if (rest.length === 0 || typeof inner !== 'object' || inner === null) return undefined;
  return claimAt(inner as Claims, rest.join('.'));
}

/** A list of names, or a single one. */
export function groupsAt(claims: Claims, name: string): string[] {
  const found = claimAt(claims, name);
  return [found].flat().filter((it) => typeof it === 'string');
}
