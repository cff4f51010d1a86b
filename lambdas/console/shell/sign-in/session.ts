import { signal } from '@preact/signals';

/** Who is signed in, by the tokens that say so. */
export interface Session {
  accessToken: string;
  refreshToken?: string;
  /** Milliseconds since 1970. */
  expiresAt: number;
}

const key = 'callback-center:session';

/** Undefined when nobody is signed in, or no longer. */
export const session = signal<Session | undefined>(kept());

/** Tokens live as long as the tab. */
export function setSession(next: Session | undefined): void {
  session.value = next;
  if (next === undefined) sessionStorage.removeItem(key);
  else sessionStorage.setItem(key, JSON.stringify(next));
}

function kept(): Session | undefined {
  const text = sessionStorage.getItem(key);
  if (text === null) return undefined;
  const found = JSON.parse(text) as Session;
  return found.expiresAt > Date.now() || found.refreshToken ? found : undefined;
}
