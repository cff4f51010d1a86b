import twilio, { type Twilio } from 'twilio';
import { apiEdges, type VoiceRegion } from '../../../lambdas/ports/calls/voice-regions.ts';
import { type FoundSystem, outputOf } from '../find-system.ts';
import { ParameterStore } from '../parameter-store.ts';
import { UserMistake } from '../user-mistake.ts';
import type { Change } from './change.ts';
import { MovedRequests } from './moved-requests.ts';
import { isUnauthorized, orMistake } from './twilio-mistakes.ts';

const parameterNames = [
  'account-sid',
  'auth-token',
  'auth-token-next',
  'api-key-sid',
  'api-key-secret',
  'twiml-app-sid',
] as const;
export type StoredParameters = Partial<Record<(typeof parameterNames)[number], string>>;

/** One of the account's own numbers. */
export type OwnNumber = Awaited<ReturnType<Twilio['incomingPhoneNumbers']['list']>>[number];

/** A Twilio account that lets us in. */
export interface OpenAccount {
  client: Twilio;
  sid: string;
  /** Where its credentials stand. */
  store: ParameterStore;
  stored: StoredParameters;
  region: VoiceRegion;
  numbers: OwnNumber[];
}

/** The credentials are those that the functions use; until there are any, those of the environment. */
export async function openAccount(system: FoundSystem): Promise<OpenAccount> {
  const store = new ParameterStore(outputOf(system, 'TwilioParameters'), system.aws);
  const region = outputOf(system, 'TwilioRegion') as VoiceRegion;
  const stored = await store.read(parameterNames);
  const { sid, tokens } = credentialsOf(stored, store.path);
  const { twilioUrl } = system;
  const clients = tokens.map((token) => twilioClient({ sid, token, region, twilioUrl }));
  return { sid, store, stored, region, ...(await orMistake(firstLetIn(clients))) };
}

export interface ClientWish {
  sid: string;
  token: string;
  region: VoiceRegion;
  /** What plays Twilio. */
  twilioUrl?: string | undefined;
}

/** Whatever region the environment names for other programs, which the SDK would take. */
export function twilioClient({ sid, token, region, twilioUrl }: ClientWish): Twilio {
  const options = twilioUrl === undefined ? {} : { httpClient: new MovedRequests(twilioUrl) };
  const client = new twilio.Twilio(sid, token, options);
  const place = region === 'us1' ? { region: undefined } : { region, edge: apiEdges[region] };
  return Object.assign(client, { edge: undefined, ...place });
}

function credentialsOf(
  stored: StoredParameters,
  path: string,
): { sid: string; tokens: [string, ...string[]] } {
  const sid = stored['account-sid'] ?? process.env.TWILIO_ACCOUNT_SID;
  const token = stored['auth-token'] ?? process.env.TWILIO_AUTH_TOKEN;
  if (!sid || !token) {
    throw new UserMistake(
      `Which Twilio account? Put its SID and auth token into Parameter Store as ${path}/account-sid and ${path}/auth-token, or give them as TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN in the environment: they are then stored.`,
    );
  }
  const next = stored['auth-token-next'];
  return { sid, tokens: next ? [token, next] : [token] };
}

/** During a rotation the token in force may already be the next one. */
async function firstLetIn(
  clients: readonly Twilio[],
): Promise<Pick<OpenAccount, 'client' | 'numbers'>> {
  const [client, ...others] = clients as [Twilio, ...Twilio[]];
  try {
    return { client, numbers: await client.incomingPhoneNumbers.list({ pageSize: 1000 }) };
  } catch (error) {
    if (others.length === 0 || !isUnauthorized(error)) throw error;
    return firstLetIn(others);
  }
}

/** The functions need what only the environment knew. */
export function credentialChanges({ client, sid, stored, store }: OpenAccount): Change[] {
  const wanted = { 'account-sid': sid, 'auth-token': client.password as string };
  const missing = Object.entries(wanted).filter(
    ([name]) => stored[name as keyof typeof wanted] === undefined,
  );
  if (missing.length === 0) return [];
  return [
    {
      title: 'Credentials of the account',
      fields: missing.map(([name]) => ({
        label: `Parameter ${store.path}/${name}`,
        from: '',
        to: 'as in the environment',
      })),
      async apply() {
        for (const [name, value] of missing) await store.write(name, value);
        return undefined;
      },
    },
  ];
}
