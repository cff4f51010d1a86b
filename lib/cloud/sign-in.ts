/** Whose tokens the console API accepts. */
export interface SignIn {
  /** The identity provider's URL, as it stands in a token's `iss`. */
  issuer: string;
  /** The console's client id, as it stands in a token's `aud` or `client_id`. */
  audience: string;
}

/** The identity provider that `npm start` plays. */
export const localSignIn: SignIn = {
  issuer: 'https://sign-in.callback-center.localhost',
  audience: 'console',
};
