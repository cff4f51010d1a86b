import type { Twilio } from 'twilio';
import { type Change, differences } from './change.ts';
import type { CredentialListPlan } from './desk-phone-changes.ts';
import { orMistake } from './twilio-mistakes.ts';
import type { VoiceWebhooks } from './webhooks.ts';

const labels = {
  voiceUrl: 'Call control: request URL',
  voiceMethod: 'Request URL’s method',
  voiceFallbackUrl: 'Fallback URL',
  voiceFallbackMethod: 'Fallback URL’s method',
  voiceStatusCallbackUrl: 'Status callback URL',
  voiceStatusCallbackMethod: 'Status callback URL’s method',
  sipRegistration: 'SIP registration',
};

export type SipDomain = Awaited<ReturnType<Twilio['sip']['domains']['list']>>[number];

export interface DomainWish {
  domainName: string;
  /** As it is; undefined where there is none. */
  domain: SipDomain | undefined;
  webhooks: VoiceWebhooks;
  /** Whose phones may call and register. */
  list: CredentialListPlan;
}

/** The SIP domain where desk phones register, and from which they call. */
export async function sipDomainChanges(client: Twilio, wish: DomainWish): Promise<Change[]> {
  const { domainName, domain, webhooks, list } = wish;
  const wanted = {
    voiceUrl: webhooks.voiceUrl,
    voiceMethod: 'POST',
    voiceFallbackUrl: webhooks.fallbackUrl,
    voiceFallbackMethod: 'GET',
    voiceStatusCallbackUrl: webhooks.statusUrl,
    voiceStatusCallbackMethod: 'POST',
    sipRegistration: true,
  };
  const { fields, values } = differences({ ...domain }, wanted, labels);
  const mappings = await missingMappings(client, domain, list);
  const mapped = mappings.map(({ label }) => ({ label, from: '', to: `“${list.friendlyName}”` }));
  if (fields.length === 0 && mapped.length === 0) return [];
  const save = async () => {
    if (domain === undefined) return client.sip.domains.create({ domainName, ...wanted });
    if (fields.length > 0) await client.sip.domains(domain.sid).update(values);
    return domain;
  };
  const apply = async () => {
    const { sid } = await orMistake(save());
    const credentialListSid = list.sid();
    const { auth } = client.sip.domains(sid);
    for (const { map } of mappings) await orMistake(map(auth, credentialListSid));
    return undefined;
  };
  const title = `SIP domain ${domainName}${domain ? '' : ' (new)'}`;
  return [{ title, fields: [...fields, ...mapped], apply }];
}

type Auth = ReturnType<Twilio['sip']['domains']>['auth'];

interface MappingKind {
  label: string;
  mapped(auth: Auth): Promise<{ sid: string }[]>;
  map(auth: Auth, credentialListSid: string): Promise<unknown>;
}

/** Without the one no phone may call, without the other none can be called. */
const mappingKinds: MappingKind[] = [
  {
    label: 'Voice authentication: credential list',
    mapped: ({ calls }) => calls.credentialListMappings.list(),
    map: ({ calls }, credentialListSid) =>
      calls.credentialListMappings.create({ credentialListSid }),
  },
  {
    label: 'SIP registration: credential list',
    mapped: ({ registrations }) => registrations.credentialListMappings.list(),
    map: ({ registrations }, credentialListSid) =>
      registrations.credentialListMappings.create({ credentialListSid }),
  },
];

async function missingMappings(
  client: Twilio,
  domain: SipDomain | undefined,
  list: CredentialListPlan,
): Promise<MappingKind[]> {
  if (domain === undefined || list.isNew) return mappingKinds;
  const { auth } = client.sip.domains(domain.sid);
  const missing: MappingKind[] = [];
  for (const kind of mappingKinds) {
    const lists = await orMistake(kind.mapped(auth));
    if (!lists.some(({ sid }) => sid === list.sid())) missing.push(kind);
  }
  return missing;
}
