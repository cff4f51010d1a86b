import { createHash, timingSafeEqual } from 'node:crypto';
import { Hono, type MiddlewareHandler } from 'hono';
import type { AccountResources } from '../account/account-resources.ts';
import { secretOfKey } from '../account/api-keys.ts';
import type { NetworkStore } from '../account/network-store.ts';
import type { NetworkParts } from '../twiml/scene.ts';
import { apiVersion } from '../webhooks/call-parameters.ts';
import { callsApi } from './calls-api.ts';
import { conferencesApi } from './conferences-api.ts';
import { messageResource } from './message-resource.ts';
import { recordingsApi } from './recordings-api.ts';
import { resourceApi } from './resource-api.ts';
import {
  callsMappingResource,
  credentialListResource,
  credentialResource,
  registrationsMappingResource,
  sipDomainResource,
} from './sip-resources.ts';
import { notFound, refusalResponse, refusals } from './twilio-refusal.ts';
import { applicationResource, keyResource, numberResource } from './voice-resources.ts';

export interface RestApiParts {
  network: NetworkParts;
  store: NetworkStore;
  resources: AccountResources;
  authToken: string;
}

const definitions = [
  numberResource,
  applicationResource,
  keyResource,
  sipDomainResource,
  credentialListResource,
  credentialResource,
  callsMappingResource,
  registrationsMappingResource,
  messageResource,
];

/** Twilio's REST API, as far as a call centre uses it. */
export function restApi({ network, store, resources, authToken }: RestApiParts): Hono {
  const { accountSid, settings, debugLog } = network;
  const api = new Hono();
  api.use(`/${apiVersion}/*`, requireCredentials({ accountSid, authToken, resources }));
  api.route('/', callsApi({ network, store }));
  api.route('/', recordingsApi(network));
  api.route('/', conferencesApi(network));
  for (const definition of definitions)
    api.route('/', resourceApi(definition, { accountSid, resources, settings, debugLog }));
  api.all(`/${apiVersion}/*`, (c) => refusalResponse(notFound(c.req.path)));
  return api;
}

interface Credentials {
  accountSid: string;
  authToken: string;
  resources: AccountResources;
}

/** The account with its auth token, or an API key with its secret, which may not see the keys. */
function requireCredentials({ accountSid, authToken, resources }: Credentials): MiddlewareHandler {
  return async (c, next) => {
    const [user, password] = readBasic(c.req.header('authorization') ?? '');
    const expected = user === accountSid ? authToken : secretOfKey(resources, user);
    const isKeyTooMany = user !== accountSid && /\/Keys\b/.test(c.req.path);
    const isGood = expected !== undefined && !isKeyTooMany && isSame(password, expected);
    return isGood ? next() : refusalResponse(refusals.authenticate);
  };
}

function readBasic(header: string): [user: string, password: string] {
  const encoded = /^Basic (.+)$/i.exec(header)?.[1] ?? '';
  const [user = '', ...password] = Buffer.from(encoded, 'base64').toString().split(':');
  return [user, password.join(':')];
}

function isSame(given: string, expected: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}
