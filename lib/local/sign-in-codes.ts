import { createHash, randomBytes } from 'node:crypto';
import type { Person } from './sign-in.ts';
import type { SignInQuestion } from './sign-in-page.ts';

const codeMilliseconds = 60_000;

interface Grant {
  person: Person;
  redirectUri: string;
  challenge: string;
  expiresAt: number;
}

/** What the token request says. */
export interface CodeClaim {
  code: string;
  redirectUri: string;
  verifier: string;
}

/**
 * The authorization codes that were given and not yet exchanged: each is good for one minute and
 * for one try, for whoever knows the verifier.
 * https://www.rfc-editor.org/rfc/rfc6749#section-4.1.3, https://www.rfc-editor.org/rfc/rfc7636#section-4.6
 */
export class SignInCodes {
  readonly #grants = new Map<string, Grant>();
  readonly #now: () => number;

  /** `now` in milliseconds since 1970. */
  constructor(now: () => number) {
    this.#now = now;
  }

  give(question: SignInQuestion, person: Person): string {
    const code = randomBytes(24).toString('base64url');
    this.#grants.set(code, {
      person,
      redirectUri: question.redirect_uri,
      challenge: question.code_challenge,
      expiresAt: this.#now() + codeMilliseconds,
    });
    return code;
  }

  /** Who signed in; undefined for a claim that does not fit. */
  take({ code, redirectUri, verifier }: CodeClaim): Person | undefined {
    const grant = this.#grants.get(code);
    this.#grants.delete(code);
    const challenge = createHash('sha256').update(verifier).digest('base64url');
    const isGood =
      grant !== undefined &&
      grant.expiresAt > this.#now() &&
      grant.redirectUri === redirectUri &&
      grant.challenge === challenge;
    return isGood ? grant.person : undefined;
  }
}
