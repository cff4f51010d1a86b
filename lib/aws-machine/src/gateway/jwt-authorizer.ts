import type { JSONWebKeySet, JWTPayload } from 'jose';
import type { HttpRoute, JwtSettings } from './http-api.ts';
import type { HttpCall } from './http-call.ts';

interface JwtIdentity {
  claims: Record<string, string>;
  scopes: string[] | null;
}

export type JwtVerdict =
  | { kind: 'accepted'; identity: JwtIdentity }
  | { kind: 'unauthorized' }
  | { kind: 'forbidden' };

type Verify = (token: string, settings: JwtSettings) => Promise<JWTPayload | undefined>;

/** By their keys, which are prepared for checking once. */
const verifiers = new WeakMap<JSONWebKeySet, Promise<Verify>>();

/**
 * An HTTP API's JWT authorizer: RS256 signature, issuer, audience or `client_id`, times, and the
 * route's scopes. It does not look at groups.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-jwt-authorizer.html
 */
export async function authorize(
  call: HttpCall,
  route: HttpRoute,
  keys: JSONWebKeySet,
): Promise<JwtVerdict> {
  const { authorizer, scopes } = route;
  const token = authorizer && readToken(call, authorizer);
  if (!token) return { kind: 'unauthorized' };
  const verify = await verifierFor(keys);
  const claims = await verify(token, authorizer);
  if (!claims) return { kind: 'unauthorized' };
  const granted = grantedScopes(claims);
  const isCovered = scopes.length === 0 || scopes.some((scope) => granted.includes(scope));
  if (!isCovered) return { kind: 'forbidden' };
  const identity = { claims: claimTexts(claims), scopes: scopes.length === 0 ? null : granted };
  return { kind: 'accepted', identity };
}

function readToken(call: HttpCall, { identitySource }: JwtSettings): string | undefined {
  const [, place, name = ''] = /^\$request\.(header|querystring)\.(.+)$/.exec(identitySource) ?? [];
  const value =
    place === 'header'
      ? call.headers[name.toLowerCase()]
      : new URLSearchParams(call.rawQueryString).get(name);
  return value?.replace(/^Bearer\s+/i, '');
}

function verifierFor(keys: JSONWebKeySet): Promise<Verify> {
  const verify = verifiers.get(keys) ?? verifier(keys);
  verifiers.set(keys, verify);
  return verify;
}

/** Loads the library with the first token: a start without one need not wait for it. */
async function verifier(keys: JSONWebKeySet): Promise<Verify> {
  const { createLocalJWKSet, jwtVerify } = await import('jose');
  const keySet = createLocalJWKSet(keys);
  return async (token, { issuer, audience }) => {
    const rules = { issuer, algorithms: ['RS256'], requiredClaims: ['exp'] };
    const verified = await jwtVerify(token, keySet, rules).catch(() => undefined);
    if (!verified) return undefined;
    const { payload } = verified;
    const addressed = [payload.aud ?? payload.client_id ?? []].flat();
    return addressed.some((each) => audience.includes(String(each))) ? payload : undefined;
  };
}

function grantedScopes(claims: JWTPayload): string[] {
  const given = claims.scope ?? claims.scp ?? '';
  return Array.isArray(given) ? given.map(String) : String(given).split(' ').filter(Boolean);
}

/** API Gateway hands all claims over as text; lists become `[a b]`. */
function claimTexts(claims: JWTPayload): Record<string, string> {
  const entries = Object.entries(claims).map(([name, value]) => [name, claimText(value)]);
  return Object.fromEntries(entries);
}

function claimText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.join(' ')}]`;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
