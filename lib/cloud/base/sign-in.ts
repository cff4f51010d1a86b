/** Whose tokens the console API accepts. */
export interface SignIn {
  /** The identity provider's URL, as it stands in a token's `iss`. */
  issuer: string;
  /** As it stands in a token's `aud` or `client_id`. */
  audience: string;
  /** Where tokens say who brings them; Cognito's names where they are left out. */
  userClaim?: string | undefined;
  userSuffix?: string | undefined;
  groupsClaim?: string | undefined;
  operatorGroup?: string | undefined;
  leadGroup?: string | undefined;
  viewerGroup?: string | undefined;
  supervisorGroup?: string | undefined;
}

/** Where the console's pages go to sign people in. */
export interface IdentityProvider extends SignIn {
  /** Of the pages; the audience unless it is another. */
  clientId?: string | undefined;
  scope?: string | undefined;
  authorize: string;
  token: string;
  /** Undefined where it has no sign-out of its own. */
  logout?: string | undefined;
}

/** What signs in the people who open the pages. */
export interface PageSignIn {
  tokenUrl: string;
  /** Lets pages at these addresses sign people in. */
  allowPages(pages: string[]): IdentityProvider;
}

/** The identity provider that `npm start` plays. */
export const localSignIn: SignIn = {
  issuer: 'https://sign-in.callback-center.localhost',
  audience: 'console',
};
