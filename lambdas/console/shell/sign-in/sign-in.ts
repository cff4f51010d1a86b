import {
  calculatePKCECodeChallenge,
  generateRandomCodeVerifier,
  generateRandomState,
} from 'oauth4webapi';
import { draftKeys, forgetKept } from '../../browser/remembered.ts';
import {
  authorizeAddress,
  exchangeCode,
  logoutAddress,
  renewSession,
} from './identity-provider.ts';
import { session, setSession } from './session.ts';

/**
 * Signing in: authorization code with PKCE. The page leaves for the identity provider and comes
 * back with a code, which is exchanged for tokens here.
 */

const key = 'callback-center:signing-in';

/** What is remembered while the page is away. */
interface Departure {
  verifier: string;
  state: string;
  /** Where the reader was: what follows `#`. */
  place: string;
}

/** Leaves for the identity provider; never comes back to the caller. */
export async function departToSignIn(): Promise<never> {
  const departure: Departure = {
    verifier: generateRandomCodeVerifier(),
    state: generateRandomState(),
    place: location.hash,
  };
  sessionStorage.setItem(key, JSON.stringify(departure));
  const challenge = await calculatePKCECodeChallenge(departure.verifier);
  location.assign(authorizeAddress(departure.state, challenge));
  return new Promise(() => {});
}

/** Whether this load of the page is the way back from the identity provider. */
export function isReturning(): boolean {
  const query = new URLSearchParams(location.search);
  return query.has('state') && (query.has('code') || query.has('error'));
}

/**
 * Takes the tokens, and puts readers where they were.
 *
 * @throws when the identity provider refuses, or the answer is to another question
 */
export async function returnFromSignIn(): Promise<void> {
  const departure = JSON.parse(sessionStorage.getItem(key) ?? 'null') as Departure | null;
  const returned = new URL(location.href);
  sessionStorage.removeItem(key);
  history.replaceState(null, '', location.pathname + (departure?.place ?? ''));
  if (departure === null) throw new Error('This sign-in was begun in another tab');
  setSession(await exchangeCode(returned, departure));
}

/** The access token; a new one when it is about to end and the session may be renewed. */
export async function accessToken(): Promise<string | undefined> {
  const held = session.value;
  if (held === undefined) return undefined;
  const restMilliseconds = held.expiresAt - Date.now();
  if (restMilliseconds > renewalMilliseconds) return held.accessToken;
  if (held.refreshToken) return renew(held.refreshToken);
  if (restMilliseconds <= 0) setSession(undefined);
  return session.value?.accessToken;
}

const renewalMilliseconds = 60_000;
let renewal: Promise<string | undefined> | undefined;

/** Several requests at once share one renewal. */
function renew(refreshToken: string): Promise<string | undefined> {
  renewal ??= renewOnce(refreshToken).finally(() => {
    renewal = undefined;
  });
  return renewal;
}

async function renewOnce(refreshToken: string): Promise<string | undefined> {
  try {
    setSession(await renewSession(refreshToken));
  } catch (error) {
    // Without a network (a TypeError of fetch) the old token stands; a refusal ends the session.
    if (!(error instanceof TypeError)) setSession(undefined);
  }
  return session.value?.accessToken;
}

/** Forgets the tokens and what customers said, and leaves: for the provider's own sign-out, where there is one. */
export async function signOut(): Promise<void> {
  setSession(undefined);
  forgetKept(draftKeys);
  const address = logoutAddress();
  if (address) location.assign(address);
  else await departToSignIn();
}
