import { createHash } from 'node:crypto';
import {
  exportJWK,
  generateKeyPair,
  importJWK,
  type JSONWebKeySet,
  type JWK,
  type JWTPayload,
  SignJWT,
} from 'jose';
import { z } from 'zod';
import { resourceServer, type Scope } from '../../lambdas/contract/scopes.ts';
import { localSignIn } from '../cloud/base/sign-in.ts';
import { keptJson } from './kept-json.ts';

/** Supervisors may talk with customers, too: then they are an operator as well. */
export const personSchema = z.discriminatedUnion('role', [
  z.object({ role: z.literal('operator'), operator: z.string().min(1).max(64) }),
  z.object({ role: z.literal('lead'), operator: z.string().min(1).max(64) }),
  z.object({ role: z.literal('viewer'), operator: z.string().min(1).max(64).optional() }),
  z.object({ role: z.literal('supervisor'), operator: z.string().min(1).max(64).optional() }),
]);
export type Person = z.infer<typeof personSchema>;

/** API Gateway's JWT authorizers take RSA signatures only. */
const algorithm = 'RS256';

/** A working day. */
export const tokenSeconds = 12 * 3600;

/** Plays the identity provider: who asks for a token gets it, shaped like Cognito's access tokens. */
export class LocalSignIn {
  readonly #privateKey: JWK;

  private constructor(privateKey: JWK) {
    this.#privateKey = privateKey;
  }

  /** The key is kept in the file, so that tokens survive a restart. */
  static async open(file: string): Promise<LocalSignIn> {
    return new LocalSignIn(await keptJson(file, newKey));
  }

  /** What tokens are checked against. */
  get keys(): JSONWebKeySet {
    const { kty, n, e, kid, alg } = this.#privateKey;
    return { keys: [{ kty, n, e, kid, alg, use: 'sig' } as JWK & { kty: string }] };
  }

  /** https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-access-token.html */
  async issue(person: Person): Promise<string> {
    const username = person.operator ?? person.role;
    return this.#sign(username, {
      'cognito:groups': [person.role],
      client_id: localSignIn.audience,
      token_use: 'access',
      scope: 'openid',
      username,
    });
  }

  /**
   * Of software, which has no user name. Cognito leaves out `aud`, and the gateway compares the client's own id,
   * which the stack is told of; here all clients are the console's.
   */
  issueForClient(client: string, scopes: readonly Scope[]): Promise<string> {
    return this.#sign(undefined, {
      sub: client,
      client_id: client,
      aud: localSignIn.audience,
      token_use: 'access',
      scope: scopes.map((it) => `${resourceServer}/${it}`).join(' '),
    });
  }

  async #sign(username: string | undefined, claims: JWTPayload): Promise<string> {
    return new SignJWT({ ...claims, ...(username !== undefined && { sub: subjectOf(username) }) })
      .setProtectedHeader({ alg: algorithm, kid: this.#privateKey.kid as string })
      .setIssuer(localSignIn.issuer)
      .setIssuedAt()
      .setExpirationTime(`${tokenSeconds}s`)
      .sign(await importJWK(this.#privateKey, algorithm));
  }
}

async function newKey(): Promise<JWK> {
  const { privateKey } = await generateKeyPair(algorithm, { extractable: true });
  const jwk = await exportJWK(privateKey);
  return {
    ...jwk,
    alg: algorithm,
    kid: createHash('sha256').update(String(jwk.n)).digest('hex').slice(0, 16),
  };
}

/** The same person is the same subject in every token: a UUID, as Cognito's are. */
function subjectOf(username: string): string {
  const digest = createHash('sha256').update(username).digest('hex');
  return digest.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5');
}
