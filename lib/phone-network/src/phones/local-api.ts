import { Hono } from 'hono';
import { z } from 'zod';
import type { AccountResource } from '../account/account-resource.ts';
import type { AccountResources } from '../account/account-resources.ts';
import type { NetworkStore } from '../account/network-store.ts';
import { addressKind } from '../base/address.ts';
import type { LegRecord } from '../legs/leg-record.ts';
import type { VirtualPhones } from '../lines/virtual-phones.ts';

const everything = { limit: -1, offset: 0 };

export interface LocalApiParts {
  phones: VirtualPhones;
  store: NetworkStore;
  resources: AccountResources;
}

/** `/local/phones`, `/local/calls` and `/local/texts`: how the phones behave, and what happened on them. */
export function localApi({ phones, store, resources }: LocalApiParts): Hono {
  const api = new Hono();

  api.put('/local/phones/:number', async (c) => {
    const number = c.req.param('number');
    if (!addressKind(number)) return c.json({ error: addressHelp(number) }, 400);
    const behaviour = phones.setBehaviour(number, await c.req.json());
    return c.json({ number, ...behaviour });
  });

  api.get('/local/phones', (c) =>
    c.json(phones.known().map(([number, behaviour]) => ({ number, ...behaviour }))),
  );

  api.get('/local/calls', (c) => c.json(store.legs({}, everything).reverse().map(legJson)));

  api.get('/local/texts', (c) => c.json(resources.all('message').map(textJson)));

  api.onError(explain);
  return api;
}

/** Turns what a schema or JSON.parse refused into a 400 with a sentence. */
export function explain(error: Error): Response {
  if (error instanceof z.ZodError)
    return Response.json({ error: sentence(error) }, { status: 400 });
  if (error instanceof SyntaxError)
    return Response.json({ error: 'The body must be JSON.' }, { status: 400 });
  throw error;
}

export function addressHelp(given: string): string {
  return `A phone is a number like +442079460001, client:name or sip:user@domain; got ${given}.`;
}

function sentence({ issues }: z.ZodError): string {
  return issues
    .map(({ path, message }) => (path.length > 0 ? `${path.join('.')}: ${message}` : message))
    .join('; ');
}

function legJson(leg: LegRecord): Record<string, unknown> {
  return {
    sid: leg.sid,
    parent: leg.parentSid,
    to: leg.to,
    from: leg.from,
    status: leg.status,
    created: iso(leg.createdAt),
    rang: iso(leg.rangAt),
    answered: iso(leg.answeredAt),
    ended: iso(leg.endedAt),
    said: leg.transcript.filter(({ kind }) => kind === 'said').map(({ text }) => text),
  };
}

function textJson({ sid, createdAt, fields }: AccountResource): Record<string, unknown> {
  const { to, from, body } = fields;
  return { sid, to, from, sent: iso(createdAt), body };
}

function iso(instant: number | null): string | null {
  return instant === null ? null : new Date(instant).toISOString();
}
