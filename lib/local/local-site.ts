import { type Context, Hono } from 'hono';
import { apology } from '../../lambdas/composition/apology.ts';
import { languages } from '../../lambdas/domain/basics/language.ts';
import { apologyPath } from '../../lambdas/ports/calls/voice-paths.ts';
import type { LocalCloud } from '../aws-machine/src/local-cloud.ts';
import { clientWish, type LocalClients } from './clients.ts';
import { type LocalSignIn, personSchema } from './sign-in.ts';
import type { LocalTwilioAccount } from './twilio-account.ts';

/** The stack as commands find it. */
export interface LocalAws {
  /** Of all services that are played. */
  endpoint: string;
  region: string;
  outputs: Record<string, string>;
  /** URLs by logical id. */
  queues: Record<string, string>;
}

export interface LocalSiteParts {
  /** Where everything is, without a slash at the end. */
  address: string;
  dynamodb: { endpoint: string; region: string; tables: Record<string, string> };
  aws: LocalAws;
  twilio: LocalTwilioAccount;
  signIn: LocalSignIn;
  /** The pages where people are signed in. */
  signInPages: Hono;
  /** The console's pages. */
  pages: Hono;
  phones: Hono;
  /** The HTTP API of the stack. */
  gateway: LocalCloud['app'];
  lastEvents: LocalCloud['lastEvents'];
  clients: LocalClients;
}

/** Everything on one address: the pages, the phones, the stack's HTTP API, and what to know about them. */
export function localSite(parts: LocalSiteParts): LocalCloud['app'] {
  const { signIn, signInPages, pages, phones, gateway, lastEvents, clients } = parts;
  const site: LocalCloud['app'] = new Hono();
  site.get('/local', (c) => c.json(describe(parts)));
  site.get('/local/events', (c) => c.json({ events: lastEvents().map(({ event }) => event) }));
  site.route('/', clientSite(clients));
  site.post('/local/token', (c) => issueToken(c, signIn));
  for (const language of languages) {
    site.get(apologyPath(language), (c) =>
      c.body(apology(language), 200, { 'Content-Type': 'application/xml' }),
    );
  }
  site.route('/', signInPages);
  site.route('/', pages);
  site.route('/', phones);
  site.route('/', gateway);
  return site;
}

function describe({ address, dynamodb, aws, twilio }: LocalSiteParts): object {
  return {
    api: `${address}/api`,
    webhooks: address,
    dynamodb,
    aws,
    twilio: { baseUrl: address, ...twilio },
  };
}

/** What the command `client` asks for on this machine. */
export function clientSite(clients: LocalClients): Hono {
  const site = new Hono();
  site.get('/local/clients', (c) => c.json({ clients: clients.list() }));
  site.post('/local/clients', async (c) => {
    const wish = clientWish.safeParse(await c.req.json().catch(() => undefined));
    if (wish.success) return c.json(clients.add(wish.data), 201);
    return c.json({ error: 'expected {"name": "crm", "scopes": ["rows:read"]}' }, 400);
  });
  site.delete('/local/clients/:name', (c) =>
    clients.remove(c.req.param('name'))
      ? c.body(null, 204)
      : c.json({ error: 'no such client' }, 404),
  );
  return site;
}

async function issueToken(c: Context, signIn: LocalSignIn): Promise<Response> {
  const person = personSchema.safeParse(await c.req.json().catch(() => undefined));
  if (person.success) return c.json({ token: await signIn.issue(person.data) });
  return c.json({ error: expected }, 400);
}

const expected =
  'expected {"role": "operator", "operator": "anna"} or {"role": "supervisor"}, with or without an operator';
