import { readFile } from 'node:fs/promises';
import { type Context, Hono } from 'hono';
import { resourceServer } from '../../lambdas/contract/scopes.ts';
import { wantedLanguage } from '../../lambdas/handlers/boundary/wanted-language.ts';
import { localSignIn } from '../cloud/base/sign-in.ts';
import type { LocalClients } from './clients.ts';
import { type LocalSignIn, personSchema, tokenSeconds } from './sign-in.ts';
import { SignInCodes } from './sign-in-codes.ts';
import { type Acquaintance, type SignInQuestion, signInPage } from './sign-in-page.ts';

export interface SignInSiteParts {
  signIn: LocalSignIn;
  /** Who works here. */
  operators: () => Promise<Acquaintance[]>;
  clients: LocalClients;
  /** Milliseconds since 1970. */
  now?: () => number;
}

const stylesheet = new URL('./sign-in.css', import.meta.url);

/** Its one stylesheet and nothing else; the form may lead back to the pages. */
const contentSecurityPolicy =
  "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'self'; " +
  "frame-ancestors 'none'";

/**
 * Plays the identity provider's pages: authorization code with PKCE, as Cognito's managed login has
 * it. Instead of asking for a password it asks who one would like to be.
 */
export function signInSite({ signIn, operators, clients, now = Date.now }: SignInSiteParts): Hono {
  const codes = new SignInCodes(now);
  const site = new Hono();
  site.get('/sign-in/authorize', async (c) => {
    const question = questionOf(c.req.query());
    if (typeof question === 'string') return c.text(question, 400);
    c.header('Content-Security-Policy', contentSecurityPolicy);
    c.header('Cache-Control', 'no-store');
    return c.html(signInPage(question, await operators(), wantedLanguage(c)));
  });
  site.post('/sign-in/authorize', async (c) => {
    const form = await formOf(c);
    const question = questionOf(form);
    const [role, operator] = (form.person ?? '').split(':');
    const person = personSchema.safeParse({ role, operator });
    if (typeof question === 'string' || !person.success) return c.text('Choose who you are', 400);
    return c.redirect(answerTo(question, codes.give(question, person.data)), 303);
  });
  site.post('/sign-in/token', async (c) => {
    const form = await formOf(c);
    c.header('Cache-Control', 'no-store');
    return form.grant_type === 'client_credentials'
      ? admitClient(c, form, { signIn, clients })
      : exchange(c, form, { signIn, codes });
  });
  site.get('/sign-in/sign-in.css', async (c) =>
    c.body(await readFile(stylesheet, 'utf8'), 200, { 'Content-Type': 'text/css; charset=utf-8' }),
  );
  return site;
}

/** A sentence for a question that is not one. */
function questionOf(given: Record<string, string | undefined>): SignInQuestion | string {
  const { client_id, redirect_uri, state, code_challenge, code_challenge_method } = given;
  if (given.response_type !== 'code') return 'response_type must be code';
  if (client_id !== localSignIn.audience) return `client_id must be ${localSignIn.audience}`;
  if (!redirect_uri || !isOwnPage(redirect_uri))
    return 'redirect_uri must be a page of the console';
  if (!state) return 'state is missing';
  if (!code_challenge || code_challenge_method !== 'S256')
    return 'a code_challenge of S256 is missing';
  return { client_id, redirect_uri, state, code_challenge };
}

/** The console's pages on this machine, whatever the machine is called. */
function isOwnPage(uri: string): boolean {
  const address = URL.canParse(uri) ? new URL(uri) : undefined;
  const host = address?.hostname ?? '';
  const path = address?.pathname ?? '';
  return ['localhost', '127.0.0.1'].includes(host) && ['/', '/supervisor'].includes(path);
}

function answerTo({ redirect_uri, state }: SignInQuestion, code: string): string {
  const address = new URL(redirect_uri);
  address.searchParams.set('code', code);
  address.searchParams.set('state', state);
  return address.href;
}

type Form = Record<string, string | undefined>;

/** https://docs.aws.amazon.com/cognito/latest/developerguide/token-endpoint.html */
async function admitClient(
  c: Context,
  form: Form,
  { signIn, clients }: Pick<SignInSiteParts, 'signIn' | 'clients'>,
) {
  const { id, secret } = credentialsOf(c.req.header('authorization'), form);
  const asked = (form.scope ?? '').split(/[ +]/).filter(Boolean);
  const bare = asked.map((it) => it.replace(`${resourceServer}/`, ''));
  if (clients.scopesFor(id, secret, []) === undefined)
    return c.json({ error: 'invalid_client' }, 400);
  const scopes = clients.scopesFor(id, secret, bare);
  if (scopes === undefined) return c.json({ error: 'invalid_scope' }, 400);
  const token = await signIn.issueForClient(id, scopes);
  return c.json({ access_token: token, token_type: 'Bearer', expires_in: tokenSeconds });
}

/** In the header, or in the form. */
function credentialsOf(header: string | undefined, form: Form): { id: string; secret: string } {
  const [, encoded] = /^Basic ([\w+/=]+)$/i.exec(header ?? '') ?? [];
  if (encoded === undefined) return { id: form.client_id ?? '', secret: form.client_secret ?? '' };
  const [id = '', secret = ''] = Buffer.from(encoded, 'base64').toString('utf8').split(':');
  return { id, secret };
}

async function exchange(
  c: Context,
  { grant_type, code, redirect_uri, code_verifier }: Form,
  { signIn, codes }: { signIn: LocalSignIn; codes: SignInCodes },
) {
  if (grant_type !== 'authorization_code') return c.json({ error: 'unsupported_grant_type' }, 400);
  const person = codes.take({
    code: code ?? '',
    redirectUri: redirect_uri ?? '',
    verifier: code_verifier ?? '',
  });
  if (person === undefined) return c.json({ error: 'invalid_grant' }, 400);
  const token = await signIn.issue(person);
  return c.json({ access_token: token, token_type: 'Bearer', expires_in: tokenSeconds });
}

async function formOf(c: Context): Promise<Record<string, string | undefined>> {
  return (await c.req.parseBody()) as Record<string, string>;
}
