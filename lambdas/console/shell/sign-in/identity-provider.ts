import * as oauth from 'oauth4webapi';
import { pageSettings } from '../page-settings.ts';
import type { Session } from './session.ts';

/** The identity provider, as this page talks with it. Every function throws what it refuses. */

export function authorizeAddress(state: string, challenge: string): URL {
  const { signIn } = pageSettings();
  const address = new URL(signIn.authorize, location.origin);
  const query = {
    response_type: 'code',
    client_id: signIn.clientId,
    redirect_uri: ownAddress(),
    scope: signIn.scope,
    state,
    code_challenge: challenge,
    code_challenge_method: 'S256',
  };
  for (const [name, value] of Object.entries(query)) address.searchParams.set(name, value);
  return address;
}

export async function exchangeCode(
  returned: URL,
  { state, verifier }: { state: string; verifier: string },
): Promise<Session> {
  const [server, client] = parties();
  const parameters = oauth.validateAuthResponse(server, client, returned, state);
  const answer = await oauth.authorizationCodeGrantRequest(
    server,
    client,
    oauth.None(),
    parameters,
    ownAddress(),
    verifier,
    requestOptions,
  );
  return sessionOf(await oauth.processAuthorizationCodeResponse(server, client, answer));
}

export async function renewSession(refreshToken: string): Promise<Session> {
  const [server, client] = parties();
  const answer = await oauth.refreshTokenGrantRequest(
    server,
    client,
    oauth.None(),
    refreshToken,
    requestOptions,
  );
  const tokens = await oauth.processRefreshTokenResponse(server, client, answer);
  return { refreshToken, ...sessionOf(tokens) };
}

/** Undefined where the provider has no sign-out of its own. */
export function logoutAddress(): URL | undefined {
  const { signIn } = pageSettings();
  if (signIn.logout === undefined) return undefined;
  const address = new URL(signIn.logout, location.origin);
  address.searchParams.set('client_id', signIn.clientId);
  address.searchParams.set('logout_uri', ownAddress());
  return address;
}

function sessionOf(tokens: oauth.TokenEndpointResponse): Session {
  const { access_token, refresh_token, expires_in } = tokens;
  return {
    accessToken: access_token,
    ...(refresh_token && { refreshToken: refresh_token }),
    expiresAt: Date.now() + (expires_in ?? 3600) * 1000,
  };
}

function parties(): [oauth.AuthorizationServer, oauth.Client] {
  const { signIn } = pageSettings();
  const full = (address: string) => new URL(address, location.origin).href;
  const server = {
    // As it stands in tokens, with a slash at its end or without; one on this machine is a path.
    issuer: signIn.issuer.startsWith('/') ? full(signIn.issuer) : signIn.issuer,
    authorization_endpoint: full(signIn.authorize),
    token_endpoint: full(signIn.token),
  };
  return [server, { client_id: signIn.clientId }];
}

/** Plain HTTP is for this machine alone. */
const requestOptions = {
  [oauth.allowInsecureRequests]: ['localhost', '127.0.0.1'].includes(location.hostname),
};

/** The page without what follows `?` and `#`, as it is registered with the identity provider. */
function ownAddress(): string {
  return location.origin + location.pathname;
}
